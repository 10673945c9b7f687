import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { OrganisationKind, Publication, Role } from "@/lib/core/generated/prisma/enums";
import { type Viewer, visitor } from "@/lib/core/roles";
import { getPublishedVersion, getSolution } from "./queries";

const slug = "open-zaak";
let gemeente: Viewer;
let supplier: Viewer;
let provider: Viewer;
let moderator: Viewer;

beforeAll(async () => {
  gemeente = await actFor("zwolle", "MEMBER");
  supplier = await actFor("maykin", "MEMBER");
  provider = await actFor("dimpact", "COORDINATOR");
  moderator = await actFor("vng-realisatie", "MODERATOR");
});

async function actFor(organisationSlug: string, role: Role): Promise<Viewer> {
  const organisation: { id: string; slug: string; name: string; kind: OrganisationKind } =
    await database().organisation.findUniqueOrThrow({
      where: { slug: organisationSlug },
      select: { id: true, slug: true, name: true, kind: true },
    });
  const user = { id: "00000000-0000-4000-8000-000000000000", name: "Iemand", isDemo: true };
  return { user, organisation, roles: [role], organisations: [organisation] };
}

describe("a solution that is not published", () => {
  test.each<[Publication, boolean, boolean]>([
    ["DRAFT", true, false],
    ["IN_REVIEW", true, true],
    ["CHANGES_REQUESTED", true, true],
  ])("%s is for its provider: %s, and a moderator: %s", async (publication, forProvider, forModerator) => {
    await database().solution.update({ where: { slug }, data: { publication } });
    for (const other of [visitor, gemeente, supplier]) expect(await getSolution(other, slug)).toBeNull();
    expect((await getSolution(provider, slug)) !== null).toBe(forProvider);
    expect((await getSolution(moderator, slug)) !== null).toBe(forModerator);
    await database().solution.update({ where: { slug }, data: { publication: "PUBLISHED" } });
  });

  test("is not named as a relation of another", async () => {
    const solution = await getSolution(visitor, slug);
    const related = solution?.relationsFrom[0]?.to.slug ?? "";
    expect(related).not.toBe("");
    await database().solution.update({ where: { slug: related }, data: { publication: "DRAFT" } });
    const again = await getSolution(visitor, slug);
    expect(again?.relationsFrom.map(({ to }) => to.slug)).not.toContain(related);
    await database().solution.update({ where: { slug: related }, data: { publication: "PUBLISHED" } });
  });
});

test("what does not exist is null", async () => {
  expect(await getSolution(visitor, "bestaat-niet")).toBeNull();
});

test("documents for gemeenten are not for others", async () => {
  const { id } = await database().solution.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  const link = { solutionId: id, label: "DPIA", url: "https://voorbeeld.invalid/dpia" };
  await database().solutionLink.create({ data: { ...link, visibility: "GEMEENTEN" } });
  const labels = async (viewer: Viewer) => (await getSolution(viewer, slug))?.links.map(({ label }) => label);
  expect(await labels(gemeente)).toContain("DPIA");
  for (const other of [visitor, supplier, provider]) expect(await labels(other)).not.toContain("DPIA");
});

test("of what is needed first only a gemeente sees a state, and only its own", async () => {
  const needed = await database().solutionRelation.findFirstOrThrow({
    where: { kind: "REQUIRES", to: { adoptions: { some: {} } } },
    select: { from: { select: { slug: true } }, toId: true },
  });
  const gemeenteId = gemeente.organisation?.id ?? "";
  await database().adoption.upsert({
    where: { gemeenteId_solutionId_cycle: { gemeenteId, solutionId: needed.toId, cycle: 9 } },
    create: {
      gemeenteId,
      solutionId: needed.toId,
      cycle: 9,
      status: "EXPLORING",
      since: new Date("2026-01-01"),
    },
    update: {},
  });
  const states = async (viewer: Viewer) =>
    (await getSolution(viewer, needed.from.slug))?.relationsFrom
      .filter(({ to }) => to.id === needed.toId)
      .flatMap(({ to }) => to.adoptions.map(({ status }) => status));
  expect(await states(gemeente)).toEqual(["EXPLORING"]);
  expect(await states(visitor)).toEqual([]);
  expect(await states(supplier)).toEqual([]);
});

test("a published version stays readable, an unpublished one is nobody's", async () => {
  expect(await getPublishedVersion(slug, 1)).toMatchObject({ number: 1, content: { name: "Open Zaak" } });
  expect(await getPublishedVersion(slug, 2)).toBeNull();
});
