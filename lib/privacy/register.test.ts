import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { messages } from "@/messages";
import { register } from "./register";

type Field = { name: string; type: string };
type Model = { name: string; fields: Field[] };

const source = readdirSync("prisma/schema")
  .map((file) => readFileSync(`prisma/schema/${file}`, "utf8"))
  .join("\n");

const models: Model[] = [...source.matchAll(/^model (\w+) \{\n(.*?)^\}/gms)].map(
  ([, name = "", body = ""]) => ({
    name,
    fields: [...body.matchAll(/^\s+(\w+)\s+([\w()"]+)/gm)].map(([, field = "", type = ""]) => ({
      name: field,
      type,
    })),
  }),
);

const names = new Set(models.map(({ name }) => name));
const columnsOf = ({ fields }: Model) =>
  fields.filter(({ type }) => !names.has(type)).map(({ name }) => name);

/** Columns that are about a person, whatever their table refers to. */
const telling = /(userId|ById|writerIds|actorId|email|address|identifier|(contact|lead)Name)$|^to$/i;

/** It refers to a person or to their session, or has a column that names one. */
function isAboutPeople({ name, fields }: Model): boolean {
  if (name === "Organisation" || name === "Gemeente") return false;
  const refersTo = (type: string) => type === "User" || type === "Session";
  return fields.some(
    (field) =>
      refersTo(field.type) || (telling.test(field.name) && !names.has(field.type) && field.type === "String"),
  );
}

const tables = register.flatMap((entry) => entry.tables);
const listed = (table: string) =>
  tables
    .filter((one) => one.table === table)
    .flatMap(({ personal, technical = [] }) => [...personal, ...technical]);

test("every table about people is in the register", () => {
  const about = models.filter(isAboutPeople).map(({ name }) => name);
  expect(about.length).toBeGreaterThan(12);
  expect(about.filter((name) => listed(name).length === 0)).toEqual([]);
});

test.each(models.filter(isAboutPeople).map((model) => [model.name, model] as const))(
  "every column of %s is in the register, once, and no other",
  (name, model) => {
    expect(listed(name).sort()).toEqual(columnsOf(model).sort());
  },
);

test("the register lists no table that is not there", () => {
  expect(tables.map(({ table }) => table).filter((table) => !names.has(table))).toEqual([]);
});

test("every kind has its words, and every words their kind", () => {
  const kinds = register.map(({ kind }) => kind).sort();
  for (const language of [messages.nl, messages.en])
    expect(Object.keys(language.privacy.kind).sort()).toEqual(kinds);
});
