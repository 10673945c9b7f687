import pg from "pg";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { database } from "@/lib/core/db";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { toSizeClass } from "@/lib/gemeenten/rules";
import { bayesianMean } from "@/lib/reviews/rules";
import { kindWords, phaseWords, themeWords } from "@/lib/solutions/resource";
import { type Facet, type FixedFacet, facets, facetValues } from "./facets/schema";
import { searchSolutions } from "./queries";
import { searchSchema } from "./schema";

const search = (params: Record<string, unknown>) => searchSolutions(visitor, searchSchema.parse(params));
const slugsOf = async (params: Record<string, unknown>) =>
  (await search(params)).items.map(({ slug }) => slug);

describe("finding by words", () => {
  test.each([
    ["parkeren", "nationaal-parkeer-register"],
    ["parkeeren", "nationaal-parkeer-register"],
    ["parkere", "nationaal-parkeer-register"],
    ["sociaal domien", "gmsd"],
    ["zaakafhandelcomponnent", "zac"],
    ["vergunning", "nationaal-parkeer-register"],
    ["vergunningen", "nationaal-parkeer-register"],
    ["DÍGID", "digid"],
    ["standaarden voor zaken", "zgw-apis"],
    ["dimpact", "podiumd"],
    // compounds, both ways
    ["parkeervergunning aanvragen", "nationaal-parkeer-register"],
    ["parkeerplek", "nationaal-parkeer-register"],
    ["schuldenregister", "ddas"],
    ["zaak brug", "zaakbrug"],
    ["openzaak", "open-zaak"],
    ["digi d", "digid"],
    // field language
    ["woo", "gpp-woo"],
    ["openbaarmaking", "woo-index"],
    ["KCC", "kiss"],
    ["belplan", "gt-connect-2"],
    ["dso", "dso-lv"],
    ["wob-verzoek", "gpp-woo"],
    ["GT", "gt-microsoft"],
    ["bruiloft", "huwelijksplanner"],
    ["ransomware", "ibd"],
    ["passport", "vrijbrp"],
    // accents, articles of law, abbreviations between brackets
    ["enquete", "burgerpeiling"],
    ["artikel 28 AVG", "standaard-verwerkersovereenkomst"],
    ["art. 3.3 Woo", "woo-index"],
    ["ABC", "archiefbeheercomponent"],
    // whole sentences
    ["hoe regelen wij betaald parkeren op kenteken in het centrum", "nationaal-parkeer-register"],
    ["wij zoeken iets om inwoners online te laten trouwen", "huwelijksplanner"],
    ["klachten over kapotte lantaarnpalen en zwerfvuil in de wijk", "signalen"],
  ])("%s finds %s", async (q, slug) => {
    expect(await slugsOf({ q })).toContain(slug);
  });

  test("a compound that was published a moment ago is found by one of its parts", async () => {
    await database().solution.update({
      where: { slug: "haven" },
      data: { summary: "Regelt de kapverordeningketen." },
    });
    expect(await slugsOf({ q: "kapverordeningketen" })).toContain("haven");
    await vi.waitFor(async () => expect(await slugsOf({ q: "verordening" })).toContain("haven"), 30_000);
    expect(await slugsOf({ q: "verordeningen" })).toContain("haven");
    expect(await slugsOf({ q: "verordenning" })).toContain("haven");
  });

  test("a sentence need not be met by every word, and what meets more of it comes first", async () => {
    const { items, isPartial } = await search({ q: "wij willen parkeren per fluitketel regelen" });
    expect(items[0]?.slug).toBe("nationaal-parkeer-register");
    expect(isPartial).toBe(true);
    const both = await slugsOf({ q: "schulden cijfers" });
    expect(both.indexOf("benchmark-armoede-schulden")).toBeLessThan(both.indexOf("collectief-schuldregelen"));
  });

  test("why it was found: the words in it, the synonym, and where it stands if that is out of sight", async () => {
    const byName = (await search({ q: "parkeren" })).items[0];
    expect(byName?.matched).toContain("parkeren");
    expect(byName).toMatchObject({ via: [], excerpt: null });
    const bySynonym = (await search({ q: "bruiloft" })).items[0];
    expect(bySynonym).toMatchObject({ slug: "huwelijksplanner", via: ["trouwen"] });
    const byKeyword = (await search({ q: "gehandicaptenparkeerkaart" })).items[0];
    expect(byKeyword?.excerpt).toContain("gehandicaptenparkeerkaart");
  });

  test("a synonym that was added, changed or removed counts for the next question", async () => {
    const term = "fluitketelbeleid";
    expect((await search({ q: term })).items.map(({ via }) => via.length)).not.toContain(1);
    const { id } = await database().synonym.create({ data: { term, expansions: ["parkeren"] } });
    expect(await slugsOf({ q: term })).toContain("nationaal-parkeer-register");
    await database().synonym.update({ where: { id }, data: { expansions: ["trouwen"] } });
    expect((await slugsOf({ q: term }))[0]).toBe("huwelijksplanner");
    await database().synonym.delete({ where: { id } });
    expect(await slugsOf({ q: term })).not.toContain("huwelijksplanner");
  });

  test("the name that was typed comes first", async () => {
    for (const [q, slug] of [
      ["open zaak", "open-zaak"],
      ["haven", "haven"],
      ["gt connect", "gt-connect"],
    ] as const) {
      expect((await slugsOf({ q }))[0]).toBe(slug);
    }
  });

  test("a typing error is told, a word that exists is not corrected", async () => {
    expect((await search({ q: "sociaal domien" })).corrected).toBe("sociaal domein");
    expect((await search({ q: "sociaal domein" })).corrected).toBeNull();
    expect(await search({ q: "pindakaas" })).toMatchObject({ total: 0, corrected: null, isPartial: false });
    expect((await search({ q: "mensen met huurachterstand in beeld" })).corrected).toBeNull();
  });

  test("when nothing has all words, what has most of them is shown and told", async () => {
    const result = await search({ q: "schulden parkeren kenteken" });
    expect(result.isPartial).toBe(true);
    expect(result.items[0]?.slug).toBe("nationaal-parkeer-register");
    expect((await search({ q: "parkeren kenteken" })).isPartial).toBe(false);
  });

  test("quotation marks keep words together, a minus leaves out", async () => {
    expect((await search({ q: '"monitor gemeentelijke"' })).total).toBe(0);
    const all = await slugsOf({ q: '"sociaal domein"' });
    const without = await slugsOf({ q: '"sociaal domein" -schulden' });
    expect(all).toContain("ddas");
    expect(without).not.toContain("ddas");
    expect(without.length).toBeGreaterThan(0);
    expect((await search({ q: "-parkeren" })).total).toBeGreaterThan(0);
    expect((await search({ q: "gemeenten" })).total).toBe((await search({})).total);
  });

  test.each([
    "'",
    "%",
    "_",
    "\\",
    "%' OR 1=1 --",
    ":*",
    "a:*",
    "&|!",
    "!zaak & (open",
    '"',
    '-"',
    "\u0000open\u0000",
    "🙂 zaak",
    "\ud83d",
    "％＼＿",
    "x".repeat(10_000),
    "open zaak ".repeat(1_000),
    '\'; DROP TABLE "Solution"; --',
  ])("rubbish %# never fails", async (q) => {
    const { total } = await search({ q });
    expect(total).toBeLessThanOrEqual(await database().solution.count());
  });

  test("signs that LIKE and full text give a meaning have none here", async () => {
    for (const q of ["%", "_", "\\", "&|!"]) expect((await search({ q })).total).toBe(0);
    expect(await slugsOf({ q: "zaak%brug" })).toContain("zaakbrug");
    expect(await slugsOf({ q: "z%k" })).toEqual(await slugsOf({ q: "zk" }));
  });
});

test("drafts and archived solutions are never found, counted or suggested", async () => {
  const hidden = {
    name: "Geheimschrijverij",
    summary: "Geheimschrijverij",
    slug: "geheimschrijverij",
  } as const;
  const { providerId } = await database().solution.findFirstOrThrow({ select: { providerId: true } });
  for (const publication of ["DRAFT", "IN_REVIEW", "CHANGES_REQUESTED", "ARCHIVED"] as const) {
    const slug = `${hidden.slug}-${publication.toLowerCase().replace("_", "-")}`;
    await database().solution.create({
      data: { ...hidden, slug, kind: "DIENST", theme: "BURGERZAKEN", phase: "IDEA", providerId, publication },
    });
  }
  const published = await database().solution.count({ where: { publication: "PUBLISHED" } });
  expect((await search({})).total).toBe(published);
  for (const q of ["geheimschrijverij", "geheimschrijvrij"]) {
    expect(await search({ q })).toMatchObject({ total: 0, corrected: null });
  }
});

describe("facets", () => {
  type Plain = Record<Exclude<Facet, "gebruikt" | "licentie">, string>;
  const plainFacets = facets.filter(
    (facet): facet is keyof Plain => facet !== "gebruikt" && facet !== "licentie",
  );
  let solutions: Plain[];

  const wordOf = (facet: FixedFacet, value: string | null) =>
    [...facetValues[facet]].find(([, values]) => value !== null && values.includes(value))?.[0] ?? "";
  const bandOf = (mean: number | null) =>
    mean === null ? "geen" : mean >= 4 ? "vier-of-hoger" : mean >= 3 ? "drie-tot-vier" : "onder-drie";

  beforeAll(async () => {
    const yearAgo = new Date();
    yearAgo.setFullYear(yearAgo.getFullYear() - 1);
    const rows = await database().solution.findMany({
      where: { publication: "PUBLISHED" },
      include: { provider: { select: { slug: true } } },
    });
    solutions = rows.map((row) => ({
      thema: themeWords[row.theme],
      soort: kindWords[row.kind],
      fase: phaseWords[row.phase],
      kosten: wordOf("kosten", row.priceModel),
      verplichting: wordOf("verplichting", row.obligation),
      laag: wordOf("laag", row.layer),
      oordeel: bandOf(row.ratingCount >= 3 ? row.ratingSum / row.ratingWeight : null),
      actualiteit: row.confirmedOn
        ? row.confirmedOn > yearAgo
          ? "nagekeken"
          : "verouderd"
        : "niet-nagekeken",
      aanbieder: row.provider.slug,
    }));
  });

  const choices: Partial<Record<keyof Plain, string[]>>[] = [
    {},
    { thema: ["dienstverlening"] },
    { thema: ["dienstverlening", "burgerzaken"], soort: ["component"] },
    { soort: ["component", "standaard"], fase: ["beheer"], aanbieder: ["dimpact", "vng-realisatie"] },
    { thema: ["openbare-orde"], soort: ["dashboard"], fase: ["idee"], aanbieder: ["logius"] },
    { kosten: ["gratis", "eigen-hosting"], verplichting: ["aanbevolen", "wettelijk-verplicht"] },
    { oordeel: ["vier-of-hoger", "drie-tot-vier"], laag: ["data", "services"] },
    { actualiteit: ["niet-nagekeken"], kosten: ["betaald"] },
  ];

  test.each(choices)("agree with a plain recount: %j", async (chosen) => {
    const fits = (solution: Plain, except?: Facet) =>
      plainFacets.every(
        (facet) => facet === except || !chosen[facet] || chosen[facet].includes(solution[facet]),
      );
    const result = await search(chosen);
    expect(result.total).toBe(solutions.filter((solution) => fits(solution)).length);
    for (const facet of plainFacets) {
      const expected = new Map((chosen[facet] ?? []).map((word) => [word, 0]));
      for (const solution of solutions.filter((one) => fits(one, facet))) {
        if (solution[facet]) expected.set(solution[facet], (expected.get(solution[facet]) ?? 0) + 1);
      }
      const counted = new Map(result.facets[facet].map(({ word, count }) => [word, count]));
      expect([facet, ...[...counted].sort()]).toEqual([facet, ...[...expected].sort()]);
    }
  });

  test("a licence is a choice without its remarks, and so is none", async () => {
    const { licentie } = (await search({})).facets;
    const eupl = licentie.find(({ word }) => word === "eupl-1-2");
    const rows = await database().solution.findMany({
      where: { publication: "PUBLISHED" },
      select: { licence: true },
    });
    expect(eupl?.label).toBe("EUPL-1.2");
    expect(eupl?.count).toBe(rows.filter(({ licence }) => licence?.startsWith("EUPL-1.2")).length);
    const { total } = await search({ licentie: "niet-vermeld" });
    expect(total).toBe(rows.filter(({ licence }) => licence === null).length);
  });

  test("count what the question leaves, and name the providers", async () => {
    const result = await search({ q: "sociaal domein" });
    expect(result.facets.thema.reduce((sum, { count }) => sum + count, 0)).toBe(result.total);
    expect(result.facets.aanbieder.find(({ word }) => word === "divosa")?.label).toBe("Divosa");
  });

  test("a choice that leaves nothing does not start a search for something else", async () => {
    const all = await search({ q: "parkeren" });
    const result = await search({ q: "parkeren", thema: ["burgerzaken"] });
    expect(result).toMatchObject({
      total: 0,
      totalWithoutChoices: all.total,
      corrected: null,
      isPartial: false,
    });
  });
});

describe("gemeenten like mine", () => {
  test("are counted for a gemeente, as far as they do not hide it, and for nobody else", async () => {
    const member = await findDemoPerson("zwolle", "MEMBER");
    const filters = searchSchema.parse({ gebruikt: ["mijn-grootteklasse", "mijn-provincie"] });
    const mine = await searchSolutions(member, filters);
    expect(mine.total).toBeGreaterThan(0);
    const { item, users } = await usersLikeMine(member, mine.items[0]?.slug ?? "");
    expect(item.likeMine).toBe(users.filter(({ isHidden }) => !isHidden).length);
    for (const { id } of users) await database().adoption.update({ where: { id }, data: { isHidden: true } });
    expect((await usersLikeMine(member, item.slug)).item.likeMine).toBe(0);
    const supplier = await findDemoPerson("maykin", "MEMBER");
    for (const viewer of [visitor, supplier]) {
      const result = await searchSolutions(viewer, filters);
      expect(result.facets.gebruikt).toEqual([]);
      expect(result.items.every(({ likeMine }) => likeMine === null)).toBe(true);
      expect(result.total).toBe(await database().solution.count({ where: { publication: "PUBLISHED" } }));
    }
  });

  test("decide the order that is named after them", async () => {
    const member = await findDemoPerson("zwolle", "MEMBER");
    const { items } = await searchSolutions(
      member,
      searchSchema.parse({ sort: "vergelijkbaar", fase: "beheer" }),
    );
    const counts = items.map(({ likeMine }) => likeMine ?? 0);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(counts[0]).toBeGreaterThan(0);
  });

  /** The solution as the member finds it, and the adoptions in use at others of the same size. */
  async function usersLikeMine(member: Member, slug: string) {
    const { items } = await searchSolutions(member, searchSchema.parse({ q: slug }));
    const item = items.find((one) => one.slug === slug);
    if (!item) throw new Error(`${slug} is not found by its own address`);
    const { inhabitants } = await database().gemeente.findUniqueOrThrow({
      where: { organisationId: member.organisation.id },
    });
    const { from, to } = toSizeClass(inhabitants);
    const users = await database().adoption.findMany({
      where: {
        solution: { slug },
        status: { in: ["IN_USE", "PHASING_OUT"] },
        gemeente: { validTo: null, inhabitants: { gte: from, lt: Math.min(to, 2 ** 31 - 1) } },
        gemeenteId: { not: member.organisation.id },
      },
      select: { id: true, isHidden: true },
    });
    return { item, users };
  }
});

describe("pages and order", () => {
  test("the pages together are the whole list, each solution once", async () => {
    const first = await search({});
    const slugs: string[] = [];
    for (let page = 1; page <= Math.ceil(first.total / 20); page++) {
      slugs.push(...(await slugsOf({ page: String(page) })));
    }
    expect(slugs).toHaveLength(first.total);
    expect(new Set(slugs).size).toBe(first.total);
  });

  test("by name, and most used first with what has ended last", async () => {
    const names = (await search({ sort: "naam" })).items.map(({ name }) => name.toLowerCase());
    expect(names).toEqual([...names].sort());
    const uses = (await search({ soort: "dienst", fase: "beheer" })).items.map(
      ({ adopters }) => (adopters.inUse ?? 0) + (adopters.joining ?? 0),
    );
    expect(uses).toEqual([...uses].sort((a, b) => b - a));
  });

  test.each(["naam", "nieuw"])("by %s among what a question finds", async (sort) => {
    const found = await slugsOf({ q: "parkeren" });
    const sorted = await search({ q: "parkeren", sort });
    expect(sorted.items.map(({ slug }) => slug).toSorted()).toEqual(found.toSorted());
    const keys = sorted.items.map(({ name, publishedAt }) =>
      sort === "naam" ? name.toLowerCase() : -(publishedAt?.getTime() ?? 0),
    );
    expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  test("by rating in the order of the Bayesian mean", async () => {
    const rows = await database().solution.findMany({
      where: { publication: "PUBLISHED" },
      select: { slug: true, ratingCount: true, ratingSum: true, ratingWeight: true },
    });
    const sum = (key: "ratingSum" | "ratingWeight") => rows.reduce((total, row) => total + row[key], 0);
    const prior = sum("ratingSum") / sum("ratingWeight");
    const bayes = ({ ratingSum, ratingWeight }: (typeof rows)[number]) =>
      bayesianMean({ sum: ratingSum, weight: ratingWeight }, prior);
    const best = rows.filter(({ ratingCount }) => ratingCount >= 3).sort((a, b) => bayes(b) - bayes(a));
    expect((await slugsOf({ sort: "oordeel" })).slice(0, 10)).toEqual(
      best.slice(0, 10).map(({ slug }) => slug),
    );
  });
});

test("a search is one statement, with correction at most three", async () => {
  await search({});
  const statements = vi.spyOn(pg.Client.prototype, "query");
  await search({ q: "open zaak", thema: "dienstverlening", page: "1" });
  expect(statements).toHaveBeenCalledTimes(1);
  statements.mockClear();
  await search({ q: "sociaal domien" });
  expect(statements.mock.calls.length).toBeLessThanOrEqual(3);
  statements.mockRestore();
});
