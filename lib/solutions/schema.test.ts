import { parseWithZod } from "@conform-to/zod/v4";
import { describe, expect, it } from "vitest";
import { editorForm, solutionContent, toEditorValues } from "./schema";

const typed = {
  solutionId: "7a1e8f9c-8f7e-4b62-9a53-0a4c4a0a3d01",
  revision: "0",
  version: "1",
  name: "Deelauto's",
  summary: "Gemeenten delen hun auto's met elkaar.",
  kind: "DIENST",
  theme: "BEDRIJFSVOERING",
  phase: "PILOT",
  obligation: "VOLUNTARY",
  priceModel: "FREE",
};

function submit(extra: Record<string, string | undefined> = {}) {
  const form = new FormData();
  for (const [key, value] of Object.entries({ ...typed, ...extra })) {
    if (typeof value === "string") form.set(key, value);
  }
  return parseWithZod(form, { schema: editorForm });
}

function refusal(extra: Record<string, string>) {
  const submission = submit(extra);
  return submission.status === "error" ? submission.error : null;
}

function read(extra: Record<string, string | undefined>) {
  const submission = submit(extra);
  if (submission.status !== "success") throw new Error(JSON.stringify(submission.error));
  return submission.value;
}

describe("the editor", () => {
  it("reads empty boxes as nothing", () => {
    const input = read({});
    expect(input).toMatchObject({
      revision: 0,
      version: 1,
      keywords: [],
      links: [],
      homepage: null,
      layer: null,
    });
    expect(input.participationPublic).toBe(false);
  });

  it("reads words with commas or on lines, each once", () => {
    expect(read({ keywords: "auto, fiets\nauto ; bus" }).keywords).toEqual(["auto", "fiets", "bus"]);
  });

  it("reads links one a line, with who may open them", () => {
    const links = "Handleiding | https://voorbeeld.nl/a\r\n\r\nDPIA | https://voorbeeld.nl/b | Gemeenten";
    expect(read({ links }).links).toEqual([
      { label: "Handleiding", url: "https://voorbeeld.nl/a", visibility: "PUBLIC" },
      { label: "DPIA", url: "https://voorbeeld.nl/b", visibility: "GEMEENTEN" },
    ]);
  });

  it.each([
    "zonder adres",
    "| https://voorbeeld.nl",
    "Val | javascript:alert(1)",
    "Val | ftp://voorbeeld.nl/x",
  ])("names the line of a link that cannot be read: %s", (line) => {
    expect(refusal({ links: `Goed | https://voorbeeld.nl\n${line}` })).toEqual({
      links: ["invalidLinkLine:2"],
    });
  });

  it.each([
    ["homepage", "javascript:alert(1)"],
    ["homepage", "voorbeeld"],
    ["kind", "FLITSPAAL"],
    ["name", "!!!"],
    ["summary", "te kort"],
    ["name", "n".repeat(121)],
  ])("refuses %s %s", (field, value) => {
    expect(Object.keys(refusal({ [field]: value }) ?? {})).toEqual([field]);
  });

  it("reads back exactly the text it was filled with", () => {
    const { solutionId, revision, version, ...content } = read({
      keywords: "a\nb",
      standards: "OAuth 2.0",
      links: "DPIA | https://voorbeeld.nl/b | gemeenten",
      participationPublic: "on",
      homepage: "https://voorbeeld.nl/pad?x=1",
      description: "Regel een.\n\nRegel twee.",
      layer: "DATA",
    });
    const filled = Object.entries(toEditorValues(solutionContent.parse(content)));
    const again = read(Object.fromEntries(filled.map(([key, value]) => [key, value ?? undefined])));
    expect(again).toEqual({ solutionId, revision, version, ...content });
  });
});

describe("a NUL byte, which PostgreSQL cannot keep", () => {
  const fields = [
    "name",
    "summary",
    "description",
    "keywords",
    "standards",
    "links",
    "homepage",
    "repository",
  ];
  const around: Record<string, string> = {
    links: "Handleiding\0 | https://voorbeeld.nl/a",
    homepage: "https://voorbeeld.nl/a\0b",
    repository: "https://voorbeeld.nl/a\0b",
  };

  it.each(fields)("is refused in %s", (field) => {
    expect(refusal({ [field]: around[field] ?? "een woord\0met niets erin" })).toHaveProperty(field);
  });

  it("is refused in the address of a link", () => {
    expect(refusal({ links: "Handleiding | https://voorbeeld.nl/a\0b" })).toHaveProperty("links");
  });
});
