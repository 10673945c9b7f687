import { describe, expect, it } from "vitest";
import { layOutAreas, spreadLabels } from "./area-chart-layout";

const range = { from: 0, to: 100 };

describe("labels", () => {
  it("stay where they are when there is room", () => {
    expect(spreadLabels([10, 50, 90], 20, range)).toEqual([10, 50, 90]);
  });

  it("never overlap and stay inside", () => {
    let seed = 7;
    const random = () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let run = 0; run < 500; run++) {
      const wished = [random() * 100, random() * 100, random() * 100, random() * 100];
      const placed = spreadLabels(wished, 20, range).sort((a, b) => a - b);
      expect(placed[0]).toBeGreaterThanOrEqual(-1e-9);
      expect(placed[3]).toBeLessThanOrEqual(100 + 1e-9);
      for (const [index, one] of placed.entries())
        if (index > 0) expect(one - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9);
    }
  });

  it("keep the order of the bands: the lowest series lowest on the page", () => {
    const [low = 0, middle = 0, high = 0] = spreadLabels([100, 100, 100], 20, range);
    expect([low, middle, high]).toEqual([100, 80, 60]);
  });
});

describe("areas", () => {
  const size = { width: 400, height: 240, labelWidth: 100 };
  const series = [
    { key: "a", label: "a", level: 5 as const },
    { key: "b", label: "b", level: 1 as const },
  ];

  it("stack on each other from the baseline", () => {
    const points = [
      { date: "2024-01", values: [0, 0] },
      { date: "2025-01", values: [10, 10] },
    ];
    const { bands, baseline, labels, xTicks, right } = layOutAreas(points, series, size);
    expect(bands[0]?.path).toBe(`M44,${baseline}L${right},112L${right},${baseline}L44,${baseline}Z`);
    expect(bands[1]?.path).toBe(`M44,${baseline}L${right},12L${right},112L44,${baseline}Z`);
    expect(labels.map(({ value }) => value)).toEqual([10, 10]);
    expect(xTicks).toEqual([
      { year: 2024, x: 44 },
      { year: 2025, x: right },
    ]);
  });

  it("draw without points, with one point, and with values too few to tell", () => {
    expect(layOutAreas([], series, size).bands[0]?.path).toBe("");
    expect(layOutAreas([{ date: "2024-03", values: [1, 2] }], series, size).bands[0]?.path).not.toMatch(
      /NaN/,
    );
    const masked = layOutAreas([{ date: "2024-03", values: [null, 5] }], series, size);
    expect(masked.labels[0]?.value).toBeNull();
  });

  it("shows whole numbers only", () => {
    const few = layOutAreas([{ date: "2024-03", values: [1, 0] }], series, size);
    expect(few.yTicks.map(({ value }) => value)).toEqual([0, 1]);
  });
});
