import { expect, test } from "vitest";
import { boxHeight, boxWidth, layOut, wrap } from "./flow-graph-layout";

test.each([
  ["Open Zaak", ["Open Zaak"]],
  ["Platform Autorisatie Beheer Component", ["Platform Autorisatie", "Beheer Component"]],
  [
    "a bb ccc dddd eeeee ffffff ggggggg hhhhhhhh iiiiiiiii",
    ["a bb ccc dddd eeeee", "ffffff ggggggg hhhhhhhh…"],
  ],
  ["Onuitsprekelijkongelooflijklangwoord", ["Onuitsprekelijkongeloof…"]],
])("%s fits in two lines", (label, lines) => {
  const shown = wrap(label);
  expect(shown).toEqual(lines);
  expect(Math.max(...shown.map((line) => line.length))).toBeLessThanOrEqual(24);
});

const node = (label: string) => ({ label, href: null });

test("boxes never overlap, and every box is joined to each of the next column", () => {
  const { boxes, lines, width, height } = layOut([
    { title: "eerst", nodes: [node("a"), node("b")] },
    { title: "deze", nodes: [node("c")] },
    { title: "leeg", nodes: [] },
    { title: "delen", nodes: Array.from({ length: 16 }, (_, index) => node(String(index))) },
  ]);
  expect(boxes).toHaveLength(19);
  expect(lines).toHaveLength(2 + 16);
  for (const one of boxes) {
    expect(one.x + boxWidth).toBeLessThanOrEqual(width);
    expect(one.y + boxHeight).toBeLessThanOrEqual(height);
    for (const other of boxes)
      if (one !== other && one.x === other.x) expect(Math.abs(one.y - other.y)).toBeGreaterThan(boxHeight);
  }
});
