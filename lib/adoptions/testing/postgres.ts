import { toDay } from "@/lib/core/dates";
import { database } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { replay } from "../history/rules";
import { adjustPlan, correctAdoption, moveAdoption, registerInterest, startStatutory } from "../mutations";
import { confirmDecision, confirmFact, rejectDecision, withdrawDecision } from "../proposals/mutations";
import type { SolutionTraits } from "../rules";
import type { Actor, Command, View } from "./commands";
import { reasonOf } from "./model";

// The same commands through the real mutations on a real PostgreSQL.

export type People = Record<Actor, Member>;
type Place = { gemeenteId: string; solutionId: string };

/** Who acts: two managers and a colleague, a manager of another gemeente and a supplier. */
export async function findPeople(): Promise<People> {
  const [manager, second, staff, stranger, supplier] = await Promise.all([
    findDemoPerson("zwolle", "MANAGER", 0),
    findDemoPerson("zwolle", "MANAGER", 1),
    findDemoPerson("zwolle", "MEMBER"),
    findDemoPerson("utrecht", "MANAGER"),
    findDemoPerson("maykin", "MEMBER"),
  ]);
  return { manager, second, staff, stranger, supplier };
}

let made = 0;

/** A published solution that nobody has adopted. */
export async function makeSolution(traits: SolutionTraits): Promise<string> {
  const { organisation } = await findDemoPerson("vng-realisatie", "COORDINATOR");
  const words = { slug: `model-${process.pid}-${made++}`, name: "Model", summary: "Om te toetsen." };
  const { id } = await database().solution.create({
    data: {
      ...words,
      ...traits,
      kind: "DIENST",
      theme: "DIENSTVERLENING",
      phase: "MANAGED",
      publication: "PUBLISHED",
      providerId: organisation.id,
    },
    select: { id: true },
  });
  return id;
}

/** Carries out a command; false when it was refused. Anything but a refusal is a failure. */
export async function apply(people: People, place: Place, command: Command): Promise<boolean> {
  try {
    return await carryOut(people, place, command);
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

async function carryOut(people: People, place: Place, command: Command): Promise<boolean> {
  const viewer = people[command.actor];
  const { kind, day } = command;
  if (kind === "begin") return begin(viewer, place, day);
  if (kind === "fact") {
    const fact = { ...place, origin: "PUBLIC_SOURCE", to: command.to, source: "https://example.nl" } as const;
    const { id } = await database().adoptionProposal.create({ data: fact, select: { id: true } });
    await confirmFact(viewer, { proposalId: id, occurredOn: day });
    return true;
  }
  const adoption = await readNewest(place);
  if (!adoption) return false;
  if (kind === "confirm" || kind === "reject" || kind === "withdraw") {
    return answer(viewer, kind, adoption.proposals[0]?.id);
  }
  const input = { adoptionId: adoption.id, version: adoption.version - (command.isStale ? 1 : 0) };
  if (kind === "plan") await adjustPlan(viewer, { ...input, leadName: "Trekker", reason: "Bijgesteld" });
  else {
    const step = { ...input, to: command.to, occurredOn: day, reason: reasonOf(command.isExplained) };
    await (kind === "move" ? moveAdoption(viewer, step) : correctAdoption(viewer, step));
  }
  return true;
}

async function begin(viewer: Member, { solutionId, gemeenteId }: Place, day: string): Promise<boolean> {
  // Whoever acts for another gemeente would begin there.
  if (viewer.organisation.id !== gemeenteId && viewer.organisation.kind === "GEMEENTE") return false;
  const { obligation } = await database().solution.findUniqueOrThrow({
    where: { id: solutionId },
    select: { obligation: true },
  });
  const plan = { occurredOn: day, leadName: "Trekker", nextOn: day };
  if (obligation === "STATUTORY") await startStatutory(viewer, { solutionId, ...plan });
  else await registerInterest(viewer, { solutionId, contactName: "Contact" });
  return true;
}

async function answer(viewer: Member, kind: "confirm" | "reject" | "withdraw", proposalId?: string) {
  if (!proposalId) return false;
  if (kind === "confirm") await confirmDecision(viewer, { proposalId });
  else if (kind === "reject") await rejectDecision(viewer, { proposalId, reason: "Nog niet." });
  else await withdrawDecision(viewer, { proposalId });
  return true;
}

const readNewest = (place: Place) =>
  database().adoption.findFirst({
    where: place,
    orderBy: { cycle: "desc" },
    include: {
      events: { orderBy: { position: "asc" } },
      proposals: { where: { state: "OPEN", origin: "SECOND_PERSON" } },
    },
  });

/** Where the adoption stands by its row; throws when its history tells otherwise. */
export async function readView(place: Place): Promise<View | null> {
  const row = await readNewest(place);
  if (!row) return null;
  const date = (value: Date | null) => value && toDay(value);
  const standing = {
    status: row.status,
    since: toDay(row.since),
    resumeStatus: row.resumeStatus,
    interestedOn: date(row.interestedOn),
    committedOn: date(row.committedOn),
    inUseOn: date(row.inUseOn),
    endedOn: date(row.endedOn),
  };
  const told = replay(row.events.map(({ to, occurredOn }) => ({ to, occurredOn: toDay(occurredOn) })));
  if (JSON.stringify(told) !== JSON.stringify(standing)) {
    throw new Error(`the history tells ${JSON.stringify(told)}, the row ${JSON.stringify(standing)}`);
  }
  return { ...standing, cycle: row.cycle, steps: row.events.length, pending: row.proposals[0]?.to ?? null };
}

/** The counters that differ from what the rows count up to now: none. A hidden adoption counts for its solution alone. */
export async function listWrongCounters(): Promise<unknown[]> {
  return database().$queryRaw`
    WITH newest AS (
      SELECT DISTINCT ON (a."gemeenteId", a."solutionId") a.* FROM "Adoption" a
        JOIN "Gemeente" g ON g."organisationId" = a."gemeenteId" AND g."validTo" IS NULL
        ORDER BY a."gemeenteId", a."solutionId", a."cycle" DESC),
    counted AS (
      SELECT s."id", count(n.*) FILTER (WHERE n."status" IN ('INTERESTED', 'EXPLORING', 'DECIDING')) AS interested,
        count(n.*) FILTER (WHERE n."status" IN ('COMMITTED', 'CONNECTING', 'PILOT')) AS joining,
        count(n.*) FILTER (WHERE n."status" IN ('IN_USE', 'PHASING_OUT')) AS in_use
      FROM "Solution" s LEFT JOIN newest n ON n."solutionId" = s."id" GROUP BY s."id")
    SELECT s."slug" FROM "Solution" s JOIN counted c ON c."id" = s."id"
      WHERE (s."interestedCount", s."joiningCount", s."inUseCount")
        IS DISTINCT FROM (c.interested, c.joining, c.in_use)
    UNION ALL
    SELECT o."slug" FROM "Gemeente" g JOIN "Organisation" o ON o."id" = g."organisationId"
      WHERE g."validTo" IS NULL AND g."inUseCount" <> (SELECT count(*) FROM newest n
        JOIN "Solution" s ON s."id" = n."solutionId" AND s."publication" = 'PUBLISHED'
        WHERE n."gemeenteId" = g."organisationId" AND NOT n."isHidden"
          AND n."status" IN ('IN_USE', 'PHASING_OUT'))`;
}
