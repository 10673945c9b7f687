import { z } from "zod";
import {
  demonstratieSchema,
  toVoorziening,
  voorzieningDetailSchema,
  voorzieningSchema,
} from "@/lib/solutions/resource";
import { apiVersion } from "@/package.json";
import { type Facet, facetValues, isFixed, publicFacets } from "./facets/schema";
import type { SearchResult } from "./rules";
import {
  defaultPageSize,
  lastPage,
  longestQuestion,
  publicSorts,
  type SearchFilters,
  toQueryString,
} from "./schema";

const path = "/api/v1/voorzieningen";
const link = z.string().nullable().describe("Relatief adres; null als er geen is.");

export const voorzieningenSchema = z.object({
  totaal: z.int().min(0),
  page: z.int().min(1),
  pageSize: z.int().min(1).max(100),
  verbeterdNaar: z
    .string()
    .nullable()
    .describe("De vraag die in plaats van q is beantwoord, als q niets vond door een typefout."),
  nietAlleWoorden: z.boolean().describe("Niets had alle woorden; dit heeft de meeste."),
  gemeenten: z.int().describe("Aantal gemeenten van vandaag: het geheel bij elk aantal deelnemers."),
  demonstratie: demonstratieSchema,
  voorzieningen: z.array(voorzieningSchema),
  facetten: z
    .record(z.enum(publicFacets), z.array(z.object({ waarde: z.string(), aantal: z.int().min(0) })))
    .describe("Per filter de waarden die voorkomen, geteld bij de andere gekozen filters."),
  _links: z.object({ self: z.string(), next: link, prev: link }),
});

type Answer = { filters: SearchFilters; result: SearchResult; isDemo: boolean };

/** One page of a search as the public API answers it. */
export function toVoorzieningen({ filters, result, isDemo }: Answer): z.infer<typeof voorzieningenSchema> {
  const pages = Math.ceil(result.total / filters.pageSize);
  return {
    totaal: result.total,
    page: filters.page,
    pageSize: filters.pageSize,
    verbeterdNaar: result.corrected,
    nietAlleWoorden: result.isPartial,
    gemeenten: result.gemeenten,
    demonstratie: isDemo,
    voorzieningen: result.items.map(toVoorziening),
    facetten: toFacetten(result),
    _links: {
      self: toLink(filters),
      next: filters.page < pages ? toLink({ ...filters, page: filters.page + 1 }) : null,
      prev:
        filters.page > 1 && pages > 0
          ? toLink({ ...filters, page: Math.min(filters.page - 1, pages) })
          : null,
    },
  };
}

function toFacetten({ facets }: SearchResult) {
  const counted = publicFacets.map((facet) => [
    facet,
    facets[facet].map(({ word, count }) => ({ waarde: word, aantal: count })),
  ]);
  return Object.fromEntries(counted) as Record<
    (typeof publicFacets)[number],
    { waarde: string; aantal: number }[]
  >;
}

function toLink(filters: SearchFilters): string {
  const query = toQueryString(filters);
  return query === "" ? path : `${path}?${query}`;
}

const problemSchema = z.object({ status: z.int(), title: z.string(), detail: z.string() });

/** The description of the public API (OpenAPI 3.1), made from the schemas that make its answers. */
export function openApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "PlusEén",
      version: apiVersion,
      description: "Gepubliceerde collectieve voorzieningen van en voor Nederlandse gemeenten.",
    },
    servers: [{ url: "/" }],
    paths: {
      [path]: {
        get: {
          operationId: "zoekVoorzieningen",
          summary: "Zoek voorzieningen",
          parameters: listParameters(),
          responses: {
            200: answer("Een bladzijde.", voorzieningenSchema),
            400: refusal("Ongeldige parameter."),
          },
        },
      },
      [`${path}/{slug}`]: {
        get: {
          operationId: "leesVoorziening",
          summary: "Lees één voorziening",
          parameters: [{ name: "slug", in: "path", required: true, schema: { type: "string" } }],
          responses: {
            200: answer("De voorziening.", voorzieningDetailSchema),
            404: refusal("Bestaat niet."),
          },
        },
      },
    },
  };
}

function listParameters() {
  const choice = (facet: Facet) => {
    const words = isFixed(facet) ? { enum: [...facetValues[facet].keys()] } : {};
    return parameter(facet, { type: "array", items: { type: "string", ...words } });
  };
  return [
    parameter("q", { type: "string", maxLength: longestQuestion }),
    ...publicFacets.map(choice),
    parameter("sort", { type: "string", enum: publicSorts }),
    parameter("page", { type: "integer", minimum: 1, maximum: lastPage, default: 1 }),
    parameter("pageSize", { type: "integer", minimum: 1, maximum: 100, default: defaultPageSize }),
  ];
}

function parameter(name: string, schema: object) {
  return { name, in: "query", required: false, schema };
}

const versionHeader = { "API-Version": { schema: { type: "string" } } };

function answer(description: string, schema: z.ZodType) {
  return { description, headers: versionHeader, content: { "application/json": { schema: toJson(schema) } } };
}

function refusal(description: string) {
  const content = { "application/problem+json": { schema: toJson(problemSchema) } };
  return { description, headers: versionHeader, content };
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12 itself; naming the dialect again is noise. */
function toJson(schema: z.ZodType) {
  const { $schema: _, ...json } = z.toJSONSchema(schema);
  return json;
}
