import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { nearestAhead } from "@/public/kaart.js";
import { centreOf, neighboursAhead, placeKey, regionBorders } from "./hex-geometry";
import { type HexTile, hexMapMarkup } from "./hex-map-markup";

type Row = { slug: string; display_name: string; province: string; hex_col: string; hex_row: string };
const file = readFileSync(new URL("../../prisma/seed/data/gemeenten.csv", import.meta.url));
const country: HexTile[] = parse<Row>(file, { columns: true, bom: true }).map((row, index) => ({
  col: Number(row.hex_col),
  row: Number(row.hex_row),
  label: `${row.display_name}: ${index % 30}`,
  href: `/nl/gemeenten/${row.slug}`,
  level: (index % 6) as HexTile["level"],
  province: row.province,
}));

const tile = (col: number, row: number, rest: Partial<HexTile> = {}): HexTile => ({
  ...{ col, row, label: "x", href: "/x", level: 0, province: "A" },
  ...rest,
});

describe("the map of the country", () => {
  it("gives every gemeente a place of its own", () => {
    const places = new Set(country.map((one) => JSON.stringify(centreOf(one))));
    expect(places.size).toBe(country.length);
    expect(new Set(country.map(placeKey)).size).toBe(country.length);
  });

  it("reaches every tile from the first one with the arrow keys", () => {
    const points = country.map(centreOf);
    const reached = new Set([0]);
    for (const from of reached)
      for (const direction of ["left", "right", "up", "down"] as const) {
        const next = nearestAhead(points, from, direction);
        if (next !== -1) reached.add(next);
      }
    expect(reached.size).toBe(country.length);
  });

  it("stays small: under 50 KB as text, under 9 KB compressed", () => {
    const markup = hexMapMarkup(country);
    expect(markup.length).toBeLessThan(50_000);
    expect(gzipSync(markup).length).toBeLessThan(9_000);
  });
});

describe("geometry", () => {
  it.each([0, 1])("puts the neighbours of a tile in row %i against it", (row) => {
    const { x, y } = centreOf({ col: 5, row });
    const around = neighboursAhead({ col: 5, row });
    expect(centreOf(around.east)).toEqual({ x: x + 24, y });
    expect(centreOf(around.southEast)).toEqual({ x: x + 12, y: y + 21 });
    expect(centreOf(around.southWest)).toEqual({ x: x - 12, y: y + 21 });
  });

  it("draws a line only where two provinces meet, and once", () => {
    expect(regionBorders([tile(0, 0), tile(1, 0)])).toBe("");
    expect(regionBorders([tile(0, 0), tile(1, 0, { province: "B" })])).toBe("M24 7v14");
    expect(regionBorders([tile(1, 0), tile(0, 1, { province: "B" })])).toBe("M36 28l-12 -7");
  });

  it("finds nothing ahead at the edge", () => {
    const points = [tile(0, 0), tile(1, 0)].map(centreOf);
    expect(nearestAhead(points, 0, "right")).toBe(1);
    expect(nearestAhead(points, 1, "right")).toBe(-1);
    expect(nearestAhead(points, 0, "up")).toBe(-1);
  });
});

describe("markup", () => {
  it("escapes names and addresses", () => {
    const label = `'s-Hertogenbosch <script>"&`;
    const markup = hexMapMarkup([tile(0, 0, { label, href: `/x"onload="y` })]);
    expect(markup).toContain("<title>&#39;s-Hertogenbosch &lt;script&gt;&quot;&amp;</title>");
    expect(markup).toContain('href="/x&quot;onload=&quot;y"');
  });

  it("has one tab stop: the tile where the reader is, or else the first link", () => {
    const stops = (tiles: HexTile[]) => hexMapMarkup(tiles).match(/href="[^"]*" tabindex="0"/g);
    const [a, b] = [tile(0, 0, { href: "/a" }), tile(1, 0, { href: "/b" })];
    expect(stops([a, b])).toEqual(['href="/a" tabindex="0"']);
    expect(stops([a, { ...b, here: true }])).toEqual(['href="/b" tabindex="0"']);
  });

  it("marks a no with a ring and an uncertain one with dots", () => {
    expect(hexMapMarkup([tile(0, 0, { outlined: true })])).toContain("hex-out");
    expect(hexMapMarkup([tile(0, 0, { dotted: true })])).toContain("hex-dot");
    expect(hexMapMarkup([tile(0, 0)])).not.toMatch(/hex-out|hex-dot/);
  });
});
