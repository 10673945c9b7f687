import { describe, expect, test } from "vitest";
import { z } from "zod";
import { database } from "@/lib/core/db";
import { publicFacets } from "@/lib/search/facets/schema";
import { voorzieningenSchema } from "@/lib/search/resource";
import { voorzieningDetailSchema } from "@/lib/solutions/resource";
import { GET as getUnknown } from "../[...rest]/route";
import { GET as getDescription } from "../openapi.json/route";
import { GET as getOne } from "./[slug]/route";
import { GET as getList } from "./route";

const address = "http://localhost:3000/api/v1/voorzieningen";
const list = (query = "") => getList(new Request(`${address}${query}`));
const one = (slug: string) =>
  getOne(new Request(`${address}/${slug}`), { params: Promise.resolve({ slug }) });
const read = async (query: string) => voorzieningenSchema.parse(await (await list(query)).json());

describe("the list", () => {
  test("is what its description says, with the version of the API", async () => {
    const response = await list();
    expect(response.status).toBe(200);
    expect(response.headers.get("API-Version")).toMatch(/^\d+\.\d+\.\d+$/);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(z.strictObject(voorzieningenSchema.shape).parse(await response.json()).voorzieningen).toHaveLength(
      20,
    );
  });

  test("finds as the catalogue does", async () => {
    expect(await read("?q=sociaal+domien&pageSize=1")).toMatchObject({
      verbeterdNaar: "sociaal domein",
      pageSize: 1,
    });
    const { voorzieningen } = await read("?thema=burgerzaken&thema=democratie&soort=component&pageSize=100");
    for (const { thema, soort } of voorzieningen) {
      expect(["burgerzaken", "democratie"]).toContain(thema);
      expect(soort).toBe("component");
    }
  });

  test("narrows by every facet to exactly what it counted", async () => {
    const { facetten } = await read("");
    for (const facet of publicFacets) {
      expect(facetten[facet].length).toBeGreaterThan(0);
      for (const { waarde, aantal } of facetten[facet]) {
        expect([facet, waarde, (await read(`?${facet}=${waarde}&pageSize=1`)).totaal]).toEqual([
          facet,
          waarde,
          aantal,
        ]);
      }
    }
  });

  test("does not tell who uses what, also not by a filter for gemeenten", async () => {
    const { totaal } = await read("");
    expect((await read("?gebruikt=mijn-provincie")).totaal).toBe(totaal);
    expect((await list("?sort=vergelijkbaar")).status).toBe(400);
  });

  test("its links lead through all pages, and back", async () => {
    const slugs: string[] = [];
    let next: string | null = "/api/v1/voorzieningen?pageSize=50";
    let last = await read("?pageSize=50");
    while (next) {
      last = await read(next.slice(next.indexOf("?")));
      slugs.push(...last.voorzieningen.map(({ slug }) => slug));
      next = last._links.next;
    }
    expect(new Set(slugs).size).toBe(last.totaal);
    expect(last._links.prev).toContain(`page=${last.page - 1}`);
  });

  test.each([
    ["?page=0", "page"],
    ["?page=abc", "page"],
    ["?pageSize=101", "pageSize"],
    ["?pageSize=-5", "pageSize"],
    ["?thema=bestaat-niet", "thema"],
    ["?kosten=veel", "kosten"],
    ["?oordeel=5", "oordeel"],
    ["?licentie=EUPL 1.2", "licentie"],
  ])("%s is refused with a problem that names %s", async (query, parameter) => {
    const response = await list(query);
    expect(response.status).toBe(400);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      status: 400,
      detail: expect.stringContaining(` ${parameter} `),
    });
  });

  test.each([
    "?q=%00",
    "?q='%25\\",
    "?q=%26%7C!",
    `?q=${"x".repeat(10_000)}`,
    "?q=%ED%A0%80",
    "?aanbieder=x",
  ])("rubbish %# is answered", async (query) => expect((await list(query)).status).toBe(200));
});

describe("one solution", () => {
  test("is what its description says", async () => {
    const response = await one("open-zaak");
    expect(response.status).toBe(200);
    const body = z.strictObject(voorzieningDetailSchema.shape).parse(await response.json());
    expect(body).toMatchObject({ slug: "open-zaak", naam: "Open Zaak", soort: "component" });
  });

  test.each(["bestaat-niet", "", "'; --", "\u0000"])("%j does not exist", async (slug) => {
    const response = await one(slug);
    expect(response.status).toBe(404);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  });

  test("a draft does not exist, and its words are nowhere", async () => {
    await database().solution.update({ where: { slug: "haven" }, data: { publication: "DRAFT" } });
    expect((await one("haven")).status).toBe(404);
    expect(JSON.stringify(await read("?pageSize=100&q=haven"))).not.toContain('"slug":"haven"');
  });

  test("small numbers of gemeenten are masked, links for gemeenten only are left out", async () => {
    const { id } = await database().solution.update({
      where: { slug: "nlx" },
      data: {
        participationPublic: false,
        inUseCount: 2,
        joiningCount: 3,
        interestedCount: 0,
        ratingCount: 2,
      },
      select: { id: true },
    });
    await database().solutionLink.create({
      data: { solutionId: id, label: "Besloten", url: "https://besloten.example", visibility: "GEMEENTEN" },
    });
    const body = await (await one("nlx")).json();
    expect(body.deelname).toMatchObject({
      inGebruik: { aantal: null, minderDan: 3 },
      opWeg: { aantal: 3 },
      belangstelling: { aantal: 0 },
    });
    expect(body.oordeel).toBeNull();
    expect(JSON.stringify(body)).not.toContain("besloten");
    const listed = (await read("?q=nlx")).voorzieningen.find(({ slug }) => slug === "nlx");
    expect(listed?.deelname).toEqual(body.deelname);
  });
});

test("an unknown address answers in the form of the API", async () => {
  const response = await getUnknown();
  expect([response.status, response.headers.get("Content-Type")]).toEqual([404, "application/problem+json"]);
});

test("the description names exactly these two, and every parameter they read", async () => {
  const { openapi, paths } = await (await getDescription()).json();
  expect(openapi).toBe("3.1.0");
  expect(Object.keys(paths)).toEqual(["/api/v1/voorzieningen", "/api/v1/voorzieningen/{slug}"]);
  const names = paths["/api/v1/voorzieningen"].get.parameters.map(({ name }: { name: string }) => name);
  expect(names).toEqual(["q", ...publicFacets, "sort", "page", "pageSize"]);
  expect(publicFacets).not.toContain("gebruikt");
  expect(JSON.stringify(paths)).not.toContain('"$ref"');
});
