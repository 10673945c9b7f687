import type { Obligation, PriceModel, SolutionKind, SolutionPhase } from "@/lib/core/generated/prisma/enums";
import type { Cell, Sheet } from "@/lib/core/sheets/sheet-fault";
import { fold } from "@/lib/core/text";
import { messages } from "@/messages";
import type { Change, CurrentAdoption, Told } from "../bulk/rules";
import {
  type AdoptionStatus,
  effectOfFact,
  isClosed,
  isOver,
  needsSecondPerson,
  refusalOf,
  requiredFields,
  statuses,
} from "../rules";
import { type Fault, readValues, type Values } from "./cells/rules";
import { type ColumnName, columnNames, requiredColumns, type StoredRow, type VerdictKind } from "./schema";

export type SheetSolution = {
  id: string;
  slug: string;
  name: string;
  kind: SolutionKind;
  phase: SolutionPhase;
  isPublished: boolean;
  obligation: Obligation;
  priceModel: PriceModel;
};

/** What the rows are judged against. */
export type Situation = {
  solutions: readonly SheetSolution[];
  newest: ReadonlyMap<string, CurrentAdoption>;
  today: string;
  /** What the history says about where a step or a plan came from. */
  origin: string;
};

export type Judged = {
  line: number;
  name: string;
  solution: Pick<SheetSolution, "slug" | "name" | "kind"> | null;
  from: AdoptionStatus | null;
  to: AdoptionStatus | null;
  verdict: VerdictKind;
  faults: Fault[];
  /** The columns that say something new. */
  changed: ColumnName[];
  change: Change | null;
};

/** What is wrong with the columns of a file, as a key of `errors`. */
export type HeaderFault = { key: "sheetColumnMissing" | "sheetColumnTwice"; value: string };

const words = Object.fromEntries(
  columnNames.map((name) => [
    name,
    [messages.nl.portfolio.column[name], messages.en.portfolio.column[name]].map(toWord),
  ]),
) as Record<ColumnName, string[]>;

function toWord(text: string): string {
  return fold(text).replace(/[^a-z0-9]/g, "");
}

/** The rows under the first one, by the names of their columns; or what is wrong with those names. */
export function readTable(sheet: Sheet): { rows: StoredRow[]; ignored: string[] } | HeaderFault {
  const [header, ...lines] = sheet;
  const titles = header?.cells.map(({ text }) => text.trim()) ?? [];
  const names = titles.map(
    (title) => columnNames.find((name) => words[name].includes(toWord(title))) ?? null,
  );
  const twice = names.find((name, at) => name !== null && names.indexOf(name) !== at);
  if (twice) return { key: "sheetColumnTwice", value: messages.nl.portfolio.column[twice] };
  const missing = requiredColumns.find((name) => !names.includes(name));
  if (missing) return { key: "sheetColumnMissing", value: messages.nl.portfolio.column[missing] };
  const rows = lines.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      names.flatMap((name, at) => (name && cells[at] ? [[name, cells[at] as Cell]] : [])),
    ),
    hasMore: cells.slice(names.length).some(({ text }) => text.trim() !== ""),
  }));
  return { rows, ignored: titles.filter((title, at) => title !== "" && names[at] === null) };
}

/** The verdict on every row, in their order: what it would do, or all that is wrong with it. */
export function judgeRows(rows: readonly StoredRow[], situation: Situation): Judged[] {
  const catalogue = toCatalogue(situation.solutions);
  const lineOf = new Map<string, number>();
  return rows.map((row) => {
    const { values, faults } = readValues(row);
    const found = findSolution(values, catalogue);
    const solution = "id" in found ? found : null;
    if (!("id" in found)) faults.push(found);
    const earlier = solution && lineOf.get(solution.id);
    if (earlier) faults.push({ column: "name", key: "duplicateRow", value: String(earlier) });
    if (solution && !earlier) lineOf.set(solution.id, row.line);
    const current = (solution && situation.newest.get(solution.id)) ?? null;
    const told = toTold(values, current);
    const outcome = solution && judge({ values, solution, current, told, situation }, faults);
    const change = faults.length === 0 && outcome ? outcome.change : null;
    return {
      line: row.line,
      name: solution?.name ?? values.name ?? values.slug ?? "",
      solution: solution && { slug: solution.slug, name: solution.name, kind: solution.kind },
      from: current?.status ?? null,
      to: values.status ?? null,
      verdict: faults.length > 0 ? "refused" : (outcome?.verdict ?? "same"),
      faults,
      changed: change ? changedColumns(change) : [],
      change,
    };
  });
}

type Catalogue = { bySlug: Map<string, SheetSolution>; byName: Map<string, SheetSolution[]> };

function toCatalogue(solutions: readonly SheetSolution[]): Catalogue {
  const byName = new Map<string, SheetSolution[]>();
  for (const solution of solutions) {
    const key = toWord(solution.name);
    byName.set(key, [...(byName.get(key) ?? []), solution]);
  }
  return { bySlug: new Map(solutions.map((solution) => [solution.slug, solution])), byName };
}

/** By the mark where it is filled in, else by the name, or by the mark in the column of the name. */
function findSolution({ slug, name }: Values, { bySlug, byName }: Catalogue): SheetSolution | Fault {
  if (slug) {
    const found = bySlug.get(slug.toLowerCase());
    if (!found) return { column: "slug", key: "unknownSlug", value: slug };
    const differs = name !== undefined && toWord(name) !== toWord(found.name);
    return differs ? { column: "name", key: "nameDiffers", value: found.name } : found;
  }
  if (!name) return { column: "name", key: "nameMissing" };
  const [found, ...more] = byName.get(toWord(name)) ?? [];
  if (more.length > 0) return { column: "name", key: "ambiguousName", value: name };
  return found ?? bySlug.get(name.toLowerCase()) ?? { column: "name", key: "unknownSolution", value: name };
}

/** What the row tells that is not there yet. */
function toTold(values: Values, current: CurrentAdoption | null): Told {
  const { leadName, contactName, nextStep, nextOn, coverage, departments, contractEndsOn, scope } = values;
  const told = { leadName, contactName, nextStep, nextOn, coverage, departments, contractEndsOn };
  const isNew = ([name, value]: [string, unknown]) =>
    value !== undefined && squeeze(current?.[name as keyof typeof told]) !== squeeze(value);
  const news = Object.fromEntries(Object.entries(told).filter(isNew));
  return scope !== undefined && values.status !== current?.status ? { ...news, scope } : news;
}

const squeeze = (value: unknown) =>
  String(value ?? "")
    .replace(/\s+/g, " ")
    .trim();

type Case = {
  values: Values;
  solution: SheetSolution;
  current: CurrentAdoption | null;
  told: Told;
  situation: Situation;
};
type Outcome = { verdict: "new" | "changed" | "same"; change: Change | null };

/** Adds what is wrong to the faults; the outcome holds only if there are none. */
function judge(one: Case, faults: Fault[]): Outcome | null {
  const { values, current, told, situation } = one;
  const to = values.status;
  if (!to) return null;
  if (told.nextOn && told.nextOn < situation.today) faults.push({ column: "nextOn", key: "dateInPast" });
  if (told.departments) faults.push(...judgeDepartments(told.departments));
  const stays = current?.status === to && (!isClosed(to) || !isLater(values.since, current.since));
  if (current && stays) return judgePlan(one, current, faults);
  faults.push(...(current && !isClosed(current.status) ? judgeStep(one, current, to) : judgeStart(one, to)));
  faults.push(...judgeDay(one), ...judgeNeeded(one, to));
  const isNewCycle = current === null || isClosed(current.status);
  const change: Change = {
    solutionId: one.solution.id,
    current,
    isNewCycle: isNewCycle && current !== null,
    step: { to, occurredOn: values.since ?? situation.today, reference: situation.origin },
    told: { ...keptPeople(one), ...told },
    isCorrection: false,
    reason: values.reason ?? null,
  };
  return { verdict: isNewCycle ? "new" : "changed", change };
}

/** Only what is new is judged: what the gemeente wrote itself comes back as it was fetched. */
function judgeDepartments(text: string): Fault[] {
  const column = "departments";
  const names = text.split(/[,;]/).map((name) => fold(name.trim()));
  // A number is a column that slipped.
  if (!/\p{L}/u.test(text)) return [{ column, key: "departmentsWords", value: text.slice(0, 30) }];
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  return twice ? [{ column, key: "departmentsTwice", value: twice.slice(0, 60) }] : [];
}

const isLater = (day: string | undefined, than: string) => day !== undefined && day > than;

/** The state stays: a new plan, or nothing. */
function judgePlan({ values, told, situation }: Case, current: CurrentAdoption, faults: Fault[]): Outcome {
  if (values.since && values.since !== current.since) {
    faults.push({ column: "since", key: "sinceDiffers", value: current.since });
  }
  if (Object.keys(told).length === 0) return { verdict: "same", change: null };
  if (current.isPending) faults.push({ column: null, key: "decisionPending" });
  const change: Change = {
    solutionId: current.solutionId,
    current,
    isNewCycle: false,
    step: { to: current.status, occurredOn: current.since },
    told,
    isCorrection: true,
    reason: values.reason ?? situation.origin,
  };
  return { verdict: "changed", change };
}

/** A step along the road, as the form of one step allows it. */
function judgeStep({ values, solution }: Case, current: CurrentAdoption, to: AdoptionStatus): Fault[] {
  if (current.isPending) return [{ column: null, key: "decisionPending" }];
  if (needsSecondPerson(to)) return [{ column: "status", key: "needsSecondPerson" }];
  const { reason } = values;
  const refusal = refusalOf(current, { to, reason }, solution);
  if (!refusal) return [];
  return [{ column: "status", key: refusal, value: messages.nl.terms.status[current.status] }];
}

/** A first cycle or a new one: an inventory may begin where the gemeente stands, but never with a decision. */
function judgeStart({ solution }: Case, to: AdoptionStatus): Fault[] {
  if (needsSecondPerson(to)) return [{ column: "status", key: "needsSecondPerson" }];
  const isBefore = statuses.indexOf(to) < statuses.indexOf("CONNECTING");
  if (solution.obligation === "STATUTORY" && isBefore) return [{ column: "status", key: "statutoryStarts" }];
  if (effectOfFact(null, to, solution) !== "start") return [{ column: "status", key: "cannotStartHere" }];
  if (!solution.isPublished) return [{ column: "name", key: "notPublished" }];
  return isOver(solution.phase) ? [{ column: "name", key: "solutionOver" }] : [];
}

function judgeDay({ values, current, situation }: Case): Fault[] {
  const { since } = values;
  if (since === undefined)
    return values.unreadable.has("since") ? [] : [{ column: "since", key: "sinceMissing" }];
  if (since > situation.today) return [{ column: "since", key: "dateInFuture" }];
  if (!current || since >= current.since) return [];
  return [{ column: "since", key: "dateBeforePrevious", value: current.since }];
}

/** People, coverage and departments stay in a step; in a new cycle everything is told anew. */
function keptPeople({ current }: Case): Told {
  if (!current || isClosed(current.status)) return {};
  const { leadName, contactName, coverage, departments } = current;
  return {
    ...(leadName && { leadName }),
    ...(contactName && { contactName }),
    ...(coverage !== null && { coverage }),
    ...(departments && { departments }),
  };
}

/** What entering this state asks for (docs/domain.md), as far as it is not known already. */
function judgeNeeded(one: Case, to: AdoptionStatus): Fault[] {
  const { values, told } = one;
  const known: Record<string, unknown> = {
    ...keptPeople(one),
    ...told,
    reason: values.reason,
    scope: values.scope,
  };
  // A plan that says the same as before is told all the same.
  for (const name of ["nextStep", "nextOn"] as const) known[name] ??= values[name];
  return requiredFields[to].flatMap((field) => {
    const column = columnNames.find((name) => name === field);
    if (!column || known[field] !== undefined || values.unreadable.has(column)) return [];
    return [{ column, key: "fieldNeeded" as const, value: messages.nl.terms.status[to] }];
  });
}

function changedColumns({ isCorrection, told }: Change): ColumnName[] {
  const first: ColumnName[] = isCorrection ? [] : ["status", "since"];
  return [...first, ...columnNames.filter((name) => name in told)];
}

/** What would be recorded, as a text that is the same as long as the outcome is: to see that nothing changed meanwhile. */
export function describeOutcome(judged: readonly Judged[]): string {
  return JSON.stringify(
    judged.map(({ line, verdict, change }) => [
      ...[line, verdict, change?.step, change?.told, change?.reason],
      change?.current && [change.current.id, change.current.version],
    ]),
  );
}
