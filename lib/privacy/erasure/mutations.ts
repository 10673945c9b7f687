import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import type { Transaction } from "@/lib/core/db";
import { DomainError } from "@/lib/core/errors";
import type { Viewer } from "@/lib/core/roles";
import {
  lockOrganisation,
  refuseLastAdmin,
  refuseLastPlatformAdmin,
} from "@/lib/memberships/locks/mutations";
import { addressOfErased, nameInstead } from "../rules";

/**
 * Erases a person, in the transaction of the caller: their row stays, so that what they decided stays true,
 * but nobody is behind it any more. Errors: not-found (unknown, erased before), forbidden (of the
 * demonstration), invalid (the last administrator of colleagues or of the platform).
 */
export async function erasePerson(tx: Transaction, viewer: Viewer, userId: string, now: Date): Promise<void> {
  const person = await findPerson(tx, userId);
  const organisations = await listOrganisations(tx, person);
  await requireHandedOver(tx, person);
  const replacement = nameInstead(organisations[0] ?? null);
  const events = await eraseNames(tx, { ...person, replacement, organisations });
  await eraseBelongings(tx, person);
  await tx.user.update({
    where: { id: person.id },
    data: {
      ...{ name: replacement, email: addressOfErased(person.id), emailVerified: null, image: null },
      ...{ functionTitle: null, activeOrganisationId: null, erasureAnnouncedAt: null },
      ...{ disabledAt: now, erasedAt: now },
    },
    select: { id: true },
  });
  const subject = { subjectType: "User", subjectId: person.id, detail: { events } } as const;
  await recordAudit(tx, viewer, { action: "person.erased", ...subject });
}

type ErasedPerson = Awaited<ReturnType<typeof findPerson>>;
type Place = { id: string; name: string };

async function findPerson(tx: Transaction, id: string) {
  const person = await tx.user.findUnique({
    where: { id },
    select: {
      ...{ id: true, name: true, email: true, isDemo: true, erasedAt: true, activeOrganisationId: true },
      memberships: { select: { role: true, organisation: { select: { id: true, name: true } } } },
    },
  });
  if (!person || person.erasedAt) throw new DomainError("not-found", "notFound");
  if (person.isDemo) throw new DomainError("forbidden", "demoPersonStays");
  return person;
}

/** Where they work and worked, the one they act for first: memberships, and what they did on whose behalf. */
async function listOrganisations(tx: Transaction, person: ErasedPerson): Promise<Place[]> {
  const acted = await tx.auditEvent.findMany({
    where: { actorId: person.id, organisationId: { not: null } },
    distinct: ["organisationId"],
    orderBy: { at: "desc" },
    select: { organisation: { select: { id: true, name: true } } },
  });
  const all = [...person.memberships, ...acted].flatMap(({ organisation }) => organisation ?? []);
  const places = [...new Map(all.map((place) => [place.id, place])).values()];
  const isFirst = ({ id }: Place) => id === person.activeOrganisationId;
  return [...places.filter(isFirst), ...places.filter((place) => !isFirst(place))];
}

/** Whoever is the last to administer something hands that over first. */
async function requireHandedOver(tx: Transaction, { id, memberships }: ErasedPerson): Promise<void> {
  const administered = memberships
    .filter(({ role }) => role === "ORGANISATION_ADMIN")
    .map(({ organisation }) => organisation.id);
  // In one order, so that two who leave two organisations do not wait for each other.
  for (const organisationId of administered.sort()) {
    refuseLastAdmin(await lockOrganisation(tx, organisationId), id);
  }
  if (memberships.some(({ role }) => role === "PLATFORM_ADMIN")) await refuseLastPlatformAdmin(tx, id);
}

type Erasure = ErasedPerson & { replacement: string; organisations: Place[] };

/** Where the name was typed as contact or lead, at the organisations they worked for; returns how many steps had it. */
async function eraseNames(tx: Transaction, { id, name, replacement, organisations }: Erasure) {
  const places = organisations.map((place) => place.id);
  if (!name || places.length === 0) return 0;
  await tx.$executeRaw`
    UPDATE "Adoption" SET
      "contactName" = CASE WHEN lower(btrim("contactName")) = lower(btrim(${name})) THEN ${replacement} ELSE "contactName" END,
      "leadName" = CASE WHEN lower(btrim("leadName")) = lower(btrim(${name})) THEN ${replacement} ELSE "leadName" END
    WHERE "gemeenteId" = ANY(${places}::uuid[])
      AND lower(btrim(${name})) IN (lower(btrim("contactName")), lower(btrim("leadName")))`;
  await tx.$executeRaw`
    UPDATE "AdoptionTask" t SET "ownerName" = ${replacement} FROM "Adoption" a
    WHERE a."id" = t."adoptionId" AND a."gemeenteId" = ANY(${places}::uuid[])
      AND lower(btrim(t."ownerName")) = lower(btrim(${name}))`;
  for (const key of ["contactName", "leadName"]) {
    await tx.$executeRaw`
      UPDATE "AdoptionProposal" SET "step" = "step" || jsonb_build_object(${key}::text, ${replacement}::text)
      WHERE "gemeenteId" = ANY(${places}::uuid[]) AND lower(btrim("step"->>${key})) = lower(btrim(${name}))`;
  }
  const [changed] = await tx.$queryRaw<{ count: number }[]>`
    SELECT erase_in_history(${id}::uuid, ${replacement}, ${places}::uuid[]) AS count`;
  return changed?.count ?? 0;
}

/** What was theirs alone, and what was sent to their address. */
async function eraseBelongings(tx: Transaction, { id: userId, email }: ErasedPerson): Promise<void> {
  const whose = { where: { userId } };
  await tx.session.deleteMany(whose);
  await tx.account.deleteMany(whose);
  await tx.secondFactor.deleteMany(whose);
  await tx.recoveryCode.deleteMany(whose);
  await tx.membership.deleteMany(whose);
  await tx.membershipRequest.deleteMany(whose);
  await tx.savedSearch.deleteMany(whose);
  await tx.follow.deleteMany(whose);
  await tx.followSettings.deleteMany(whose);
  const address = { equals: email, mode: "insensitive" } as const;
  await tx.invitation.deleteMany({ where: { OR: [{ email: address }, { acceptedById: userId }] } });
  await tx.outgoingMail.deleteMany({ where: { to: address } });
  await tx.signInRequest.deleteMany({ where: { email: address } });
}
