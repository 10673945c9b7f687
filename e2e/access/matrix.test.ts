import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { groupBy } from "@/lib/core/groups";
import { listActions, listPages, listRoutes } from "@/scripts/steps/entrances.mjs";
import { fillAddress, inDutch } from "./crawl";
import { type BuiltAction, listBuiltActions } from "./entrances";
import { makePeople, type Person } from "./people";
import { expectedOutcome, standingOf, wordFor } from "./rule";
import { type Site, startSite } from "./site";
import { table } from "./table";
import type { Row } from "./table/row";
import type { Thing, World } from "./things";
import { type Change, type Recorder, recordChanges } from "./undo";
import { type Answer, call, get, outcomeOf, outcomeOfAction, send } from "./visit";
import { makeWorld } from "./world";

// Every entrance x everybody x own, another's and unknown things, over HTTP with real sessions; after
// each request the database itself tells what it changed. The expectations are in table/.

const actions = new Map(listBuiltActions().map((action) => [action.name, action]));
const nothingInParticular: Thing = { name: "", owner: null, id: "", slug: "", number: "", version: "" };
const files = mkdtempSync(join(tmpdir(), "pluseen-access-"));
let site: Site;
let people: Person[];
let world: World;
let recorder: Recorder;
let cells = 0;

beforeAll(async () => {
  site = await startSite({ FILES_FOLDER: files });
  people = await makePeople(site.db);
  world = await makeWorld(site.db, people, files);
  recorder = await recordChanges(site.db);
});

afterAll(async () => {
  console.log(`access matrix: ${cells} cells, ${table.length} rows, ${people.length} viewers`);
  await site.stop();
  rmSync(files, { recursive: true, force: true });
});

describe("the table is complete", () => {
  const rows = new Set(table.map(({ entrance }) => entrance));
  const pages = listPages().map((address) => `page ${address}`);
  const entrances = [...pages, ...listRoutes(), ...listActions(), ...actions.keys()];

  test("every page, route handler and server action has a row", () => {
    expect(entrances.filter((entrance) => !rows.has(entrance))).toEqual([]);
  });

  test("every row is about an entrance that exists", () => {
    expect([...rows].filter((entrance) => !entrances.includes(entrance))).toEqual([]);
  });
});

describe.each(table)("$entrance ($about)", (row) => {
  test(inWords(row), async () => {
    // What no page uses is not in the build, so that nobody can call it.
    if (isAction(row) && !actions.has(row.entrance)) return;
    const things = chooseThings(row);
    const pairs = things.flatMap((thing) => castFor(row, thing).map((person) => ({ thing, person })));
    cells += pairs.length;
    // Changes are told apart by their order, so whoever may change something takes turns.
    const faults = row.fields ? await inTurn(row, pairs) : await sideBySide(row, pairs);
    expect(faults).toEqual([]);
  });
});

function inWords({ rule }: Row): string {
  return Object.entries(rule)
    .map(([who, outcome]) => `${who} ${outcome}`)
    .join(", ");
}

/** Whose a thing is only matters where the rule says so; then own and another's are both tried. */
function chooseThings({ about, rule, unknown = {} }: Row): Thing[] {
  if (!about) return [nothingInParticular];
  const isAboutOwner = Object.keys({ ...rule, ...unknown }).some((who) => /^(own|its) /.test(who));
  return isAboutOwner ? world[about] : [...world[about].slice(0, 1), ...world[about].slice(-1)];
}

/** `npm run matrix` tries everybody; with ACCESS=some one of all who are alike. */
const isWhole = process.env.ACCESS === "all";

/**
 * Who tries this: one of each standing among those whom the rule judges by the same word, so that no refusal is
 * tried by strangers only. Of what is open to all, or does not exist, one per word. At each row others, so that
 * all have their turn.
 */
function castFor(row: Row, thing: Thing): Person[] {
  if (isWhole) return people;
  const turn = table.indexOf(row);
  const isSameForAll = thing.isUnknown || "everyone" in row.rule;
  return groupBy(people, (person) => {
    const word = wordFor(row, person, thing);
    return isSameForAll ? word : `${word}, ${standingOf(person, thing)}`;
  }).flatMap((alike) => alike[turn % alike.length] ?? []);
}

type Pair = { thing: Thing; person: Person };

async function inTurn(row: Row, pairs: Pair[]): Promise<string[]> {
  const faults: string[] = [];
  for (const pair of pairs) {
    const fault = judge(row, pair, await tryChange(row, pair));
    if (fault) faults.push(fault);
  }
  return faults;
}

async function sideBySide(row: Row, pairs: Pair[]): Promise<string[]> {
  const waiting = [...pairs];
  const faults: string[] = [];
  const work = async () => {
    for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
      const fault = judge(row, pair, outcomeOf(await ask(row, pair)));
      if (fault) faults.push(fault);
    }
  };
  await Promise.all([work(), work(), work()]);
  const changes = weigh(await recorder.takeBack());
  return changes.length > 0 ? [...faults, `reading changed ${changes}`] : faults;
}

function judge(row: Row, { thing, person }: Pair, seen: string): string | null {
  const expected = expectedOutcome(row, person, thing);
  return seen === expected || seen.split(":")[0] === expected
    ? null
    : `${person.name}, ${thing.name}: expected ${expected}, got ${seen}`;
}

/** What came of it: a refusal that changed something, or a success that did not, is neither. */
async function tryChange(row: Row, pair: Pair): Promise<string> {
  const answer = await ask(row, pair);
  const all = await recorder.takeBack();
  const changes = weigh(all);
  const said = isAction(row) ? outcomeOfAction(answer) : outcomeOf(answer);
  if (said === "ok" && changes.length > 0) return all.some(isTrace) ? "ok" : "asked";
  if (said === "ok") return "nothing";
  // A try that is judged may be counted.
  if (said.startsWith("heard")) return said;
  return changes.length > 0 ? `${said}, but it changed ${changes}` : said;
}

const isAction = ({ entrance }: Row) => !entrance.includes(" ");

function ask(row: Row, { thing, person }: Pair): Promise<Answer> {
  const { entrance, fields } = row;
  if (isAction(row)) {
    const action = actions.get(entrance);
    if (!action) throw new Error(`${entrance} is not in the build`);
    const form = { locale: "nl", ...fields?.(thing) };
    return call(site.url, { action, fields: form, path: pageWith(action, thing) }, person);
  }
  const [method = "", address = ""] = entrance.split(" ");
  const path = inDutch(method, row.path ?? fillAddress(address, thing)) + (row.query ?? "");
  if (method === "page") return get(site.url, path, person);
  return send(site.url, { method, path, fields: fields?.(thing) }, person);
}

/** An address where the action can be called; it need not exist, and whoever calls need not see it. */
function pageWith({ pages }: BuiltAction, thing: Thing): string {
  return `/nl${fillAddress(pages[0] ?? "", thing)}`;
}

/** The tables that a request changed, apart from what every request may note. */
function weigh(changes: Change[]): string[] {
  const tables = changes.filter((change) => !isNote(change)).map(({ table }) => table);
  return [...new Set(tables)];
}

/** No change that anybody asked for: a session that was used now, a count, the trace of a refusal or a look. */
function isNote({ table, before, after }: Change): boolean {
  if (["AuditHead", "RateLimit", "SearchCount"].includes(table)) return true;
  if (table === "AuditEvent")
    return after?.result === "REFUSED" || /^(log\.|person\.downloaded)/.test(String(after?.action));
  if (table !== "Session" || !before) return false;
  // What is over is tidied up, at any moment.
  if (!after) return new Date(String(before.expires)) < new Date();
  return JSON.stringify({ ...before, lastSeenAt: null }) === JSON.stringify({ ...after, lastSeenAt: null });
}

const isTrace = ({ table, after }: Change) => table === "AuditEvent" && after?.result === "DONE";
