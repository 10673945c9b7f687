import { expect, it } from "vitest";
import { layOutLines } from "./line-chart-layout";

const size = { width: 400, height: 240, labelWidth: 100 };

it("draws lines from zero on one scale, with the band around what is uncertain", () => {
  const layout = layOutLines({
    lines: [
      {
        key: "a",
        label: "a",
        look: "solid",
        points: [
          { date: "2024-01", value: 0 },
          { date: "2025-01", value: 10 },
        ],
      },
      { key: "b", label: "b", look: "dotted", points: [{ date: "2026-01", value: 20 }] },
    ],
    band: [
      { date: "2025-01", low: 10, high: 10 },
      { date: "2026-01", low: 10, high: 20 },
    ],
    size,
  });
  expect(layout.lines[0]?.path).toBe("M44,212L172,112");
  expect(layout.band).toBe("M172,112L300,12L300,112L172,112Z");
  expect(layout.yTicks.at(-1)).toEqual({ value: 20, y: 12 });
  expect(layout.labels.map(({ key, value, x }) => [key, value, x])).toEqual([
    ["a", 10, 172],
    ["b", 20, 300],
  ]);
});

it("leaves a gap where a value is kept back, and draws without points", () => {
  const points = [
    { date: "2024-01", value: 3 },
    { date: "2024-06", value: null },
    { date: "2025-01", value: 4 },
    { date: "2025-06", value: 5 },
  ];
  const { lines } = layOutLines({ lines: [{ key: "a", label: "a", look: "solid", points }], size });
  expect(lines[0]?.path.match(/M/g)).toHaveLength(2);
  const empty = layOutLines({ lines: [], size });
  expect(empty).toMatchObject({ lines: [], band: null, labels: [] });
  expect(JSON.stringify(empty)).not.toMatch(/NaN/);
});
