import { describe, expect, it } from "vitest";
import { database } from "@/lib/core/db";
import { getGemeente, listGemeenten, searchGemeenten } from "./queries";

const everything = { q: "", province: null, size: null };

describe("list of gemeenten", () => {
  it("holds every gemeente of today once, with all inhabitants of the country", async () => {
    const gemeenten = await listGemeenten();
    expect(gemeenten).toHaveLength(342);
    expect(new Set(gemeenten.map(({ slug }) => slug)).size).toBe(342);
    expect(gemeenten.reduce((sum, { inhabitants }) => sum + inhabitants, 0)).toBe(18_130_208);
  });

  it("counts what each has in use and does not hide as a recount does", async () => {
    for (const { id, inUseCount } of (await listGemeenten()).slice(0, 40)) {
      const where = { gemeenteId: id, isHidden: false, solution: { publication: "PUBLISHED" as const } };
      expect(inUseCount).toBe(
        await database().adoption.count({ where: { ...where, status: { in: ["IN_USE", "PHASING_OUT"] } } }),
      );
    }
  });
});

describe("search", () => {
  it.each([
    ["fryslan", "noardeast-fryslan"],
    ["HERTOGEN", "s-hertogenbosch"],
    ["zwol", "zwolle"],
  ])("finds %s without accents and capitals", async (q, slug) => {
    expect(await searchGemeenten({ ...everything, q })).toContain(slug);
  });

  it("takes % and _ as they are typed", async () => {
    expect((await searchGemeenten({ ...everything, q: "%" })).size).toBe(0);
    expect((await searchGemeenten({ ...everything, q: "_" })).size).toBe(0);
  });

  it.each([
    ["under20", 64],
    ["to50", 181],
    ["to100", 65],
    ["to250", 28],
    ["over250", 4],
  ] as const)("finds the size class %s: %i gemeenten (CBS, 1-1-2026)", async (size, count) => {
    expect((await searchGemeenten({ ...everything, size })).size).toBe(count);
  });

  it("combines province and size", async () => {
    const found = await searchGemeenten({ q: "", province: "FLEVOLAND", size: "to250" });
    expect(found).toEqual(new Set(["almere"]));
  });

  it("leaves out a gemeente that has merged, whose page stays", async () => {
    const id = (await getGemeente("zwolle"))?.organisationId ?? "";
    const successor = (await getGemeente("kampen"))?.organisationId ?? "";
    await database().gemeente.update({
      where: { organisationId: id },
      data: { validTo: new Date("2026-01-01"), successorId: successor },
    });
    expect(await searchGemeenten({ ...everything, q: "zwolle" })).not.toContain("zwolle");
    expect((await getGemeente("zwolle"))?.successor?.organisation.slug).toBe("kampen");
    expect(await getGemeente("nergens")).toBeNull();
  });
});
