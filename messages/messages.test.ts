import IntlMessageFormat from "intl-messageformat";
import { expect, test } from "vitest";
import { messages } from ".";

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

type Part = { type: number; value?: unknown; options?: Record<string, { value: Part[] }>; children?: Part[] };

/** The names of what a sentence fills in, tags included; a bad sentence does not parse. */
function mentionsOf(text: string): string[] {
  const names = new Set<string>();
  const visit = (parts: Part[]) => {
    for (const { type, value, options, children } of parts) {
      if (type !== 0 && type !== 7) names.add(String(value));
      for (const option of Object.values(options ?? {})) visit(option.value);
      visit(children ?? []);
    }
  };
  visit(new IntlMessageFormat(text, "nl").getAst() as Part[]);
  return [...names].sort();
}

const dutch = flatten(messages.nl);
const english = flatten(messages.en);

test("both languages have the same keys", () => {
  expect(english.map(([key]) => key).sort()).toEqual(dutch.map(([key]) => key).sort());
});

test("a sentence mentions the same things in both languages", () => {
  const translated = new Map(english);
  const differing = dutch.filter(
    ([key, text]) => String(mentionsOf(text)) !== String(mentionsOf(translated.get(key) ?? "")),
  );
  expect(differing).toEqual([]);
});

test("no sentence is empty", () => {
  expect([...dutch, ...english].filter(([, text]) => text.trim() === "")).toEqual([]);
});
