import { describe, expect, test } from "vitest";
import { markWords, pickExcerpt } from "./rules";

const toText = (text: string, words: string[]) =>
  markWords(text, words)
    .map(({ text: piece, isMarked }) => (isMarked ? `[${piece}]` : piece))
    .join("");

describe("marks", () => {
  test.each([
    ["Register voor parkeren.", ["parkeren"], "Register voor [parkeren]."],
    ["Café en CAFÉ", ["cafe"], "[Café] en [CAFÉ]"],
    ["het sociaal domein", ["sociaal", "domein"], "het [sociaal domein]"],
    ["sociaal, domein", ["sociaal", "domein"], "[sociaal], [domein]"],
    ["parkeervergunning", ["parkeer"], "parkeervergunning"],
    ["<b>zaak</b>", ["zaak"], "<b>[zaak]</b>"],
    ["", ["x"], ""],
    ["niets", [], "niets"],
  ])("%j by %j", (text, words, marked) => {
    expect(toText(text, words)).toBe(marked);
  });

  test("lose nothing of the text", () => {
    const text = "Één  regel\nmet — tekens & 🙂 en e\u0301e\u0301n.";
    expect(
      markWords(text, ["een"])
        .map((piece) => piece.text)
        .join(""),
    ).toBe(text);
  });
});

describe("the excerpt", () => {
  const long = `${"Dit gaat nergens over. ".repeat(20)}Hier staat het vergunningstelsel dat gezocht werd, en daarna nog veel meer. ${"Einde. ".repeat(40)}`;

  test("is the first text that has a word, whole when it is short", () => {
    expect(pickExcerpt(["niets", "de balie", "balie"], ["balie"])).toBe("de balie");
    expect(pickExcerpt(["niets"], ["balie"])).toBeNull();
  });

  test("of a long text is cut between words, around the word", () => {
    const excerpt = pickExcerpt([long], ["vergunningstelsel"]) ?? "";
    expect(excerpt).toContain("vergunningstelsel");
    expect(excerpt.length).toBeLessThan(180);
    expect(excerpt).toMatch(/^… \S.*\S …$/);
    for (const word of excerpt.split(" ").filter((part) => part !== "…")) expect(long).toContain(word);
  });
});
