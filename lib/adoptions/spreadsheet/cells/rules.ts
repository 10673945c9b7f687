import type { Cell } from "@/lib/core/sheets/sheet-fault";
import { fold } from "@/lib/core/text";
import type { Messages } from "@/messages";
import { messages } from "@/messages";
import { type AdoptionStatus, statuses } from "../../rules";
import type { ColumnName, StoredRow } from "../schema";

export type FaultKey = keyof Messages["portfolio"]["fault"];

/** What is wrong with a row: in which column, as the key of a sentence, with what it mentions. */
export type Fault = { column: ColumnName | null; key: FaultKey; value?: string };

/** A row as values; what could not be read is named, so that it is not asked for twice. */
export type Values = {
  slug?: string;
  name?: string;
  status?: AdoptionStatus;
  since?: string;
  nextStep?: string;
  nextOn?: string;
  leadName?: string;
  contactName?: string;
  coverage?: number;
  departments?: string;
  contractEndsOn?: string;
  reason?: string;
  scope?: string;
  unreadable: Set<ColumnName>;
};

const longest = {
  slug: 120,
  name: 200,
  nextStep: 200,
  leadName: 120,
  contactName: 120,
  departments: 300,
  reason: 2000,
  scope: 500,
};

type Reading = { value?: string | number; fault?: Omit<Fault, "column"> };

/** Reads the cells of a row; every cell that cannot be read is a fault with its column. */
export function readValues({ cells, hasMore }: StoredRow): { values: Values; faults: Fault[] } {
  const values: Values = { unreadable: new Set() };
  const faults: Fault[] = hasMore ? [{ column: null, key: "tooManyCells" }] : [];
  for (const [name, cell] of Object.entries(cells) as [ColumnName, Cell][]) {
    const { value, fault } = readCell(name, cell);
    if (value !== undefined) Object.assign(values, { [name]: value });
    if (!fault) continue;
    values.unreadable.add(name);
    faults.push({ column: name, ...fault });
  }
  if (!values.status && !values.unreadable.has("status"))
    faults.push({ column: "status", key: "statusMissing" });
  return { values, faults };
}

function readCell(name: ColumnName, { text, kind }: Cell): Reading {
  if (kind === "formula") return { fault: { key: "formula" } };
  if (kind === "error") return { fault: { key: "errorCell", value: text } };
  // A quote before a formula is how a spreadsheet is told that it is text; our own files do so too.
  const isQuoted = /^'[=+\-@\t\r]/.test(text);
  const bare = (isQuoted ? text.slice(1) : text).normalize("NFC").replace(/\s+/g, " ").trim();
  if (bare === "") return {};
  if (!isQuoted && kind === "text" && /^[=+@]/.test(bare)) return { fault: { key: "formula" } };
  if (/\p{Cc}/u.test(bare)) return { fault: { key: "controlCharacter" } };
  if (/\ufffd|Ã[\u0080-\u00bf©«¨¯´¶¼]|â€/.test(bare))
    return { fault: { key: "garbled", value: bare.slice(0, 40) } };
  switch (name) {
    case "status":
      return readStatus(bare);
    case "since":
    case "nextOn":
    case "contractEndsOn":
      return readDay(bare, kind);
    case "coverage":
      return readCoverage(bare, kind);
    default:
      return bare.length > longest[name]
        ? { fault: { key: "tooLong", value: String(longest[name]) } }
        : { value: bare };
  }
}

const statusWords = new Map<string, AdoptionStatus>(
  [messages.en, messages.nl].flatMap(({ terms }) => [
    ...Object.values(terms.connecting).map((word): [string, AdoptionStatus] => [fold(word), "CONNECTING"]),
    ...statuses.map((status): [string, AdoptionStatus] => [fold(terms.status[status]), status]),
  ]),
);

function readStatus(text: string): Reading {
  const status = statusWords.get(fold(text)) ?? statuses.find((one) => one === text.toUpperCase());
  return status ? { value: status } : { fault: { key: "statusUnknown", value: text.slice(0, 60) } };
}

/** The day that Excel counts as 0: it thinks that 1900 was a leap year. */
const excelEpoch = Date.UTC(1899, 11, 30);
const millisecondsPerDay = 86_400_000;

/** 2026-11-20, 20-11-2026, 20/11/2026, 20.11.2026, or the number that Excel keeps for it. */
function readDay(text: string, kind: Cell["kind"]): Reading {
  const iso = kind === "number" ? fromExcel(Number(text)) : toIso(text);
  if (!iso) return { fault: { key: "dateFormat", value: text.slice(0, 30) } };
  const date = new Date(`${iso}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso);
  if (!isReal) return { fault: { key: "dateUnreal", value: text } };
  return iso < "1990-01-01" || iso >= "2100-01-01" ? { fault: { key: "dateRange" } } : { value: iso };
}

function fromExcel(days: number): string | null {
  if (!(days >= 1 && days < 100_000)) return null;
  return new Date(excelEpoch + Math.floor(days) * millisecondsPerDay).toISOString().slice(0, 10);
}

function toIso(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text);
  const dutch = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: \d{1,2}:\d{2}.*)?$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : dutch ? dutch.slice(1).reverse() : [];
  return year && month && day ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : null;
}

/** A whole percentage: 60, 60 % or 60%. Excel keeps a cell of 60 % as 0.6. */
function readCoverage(text: string, kind: Cell["kind"]): Reading {
  const number = Number(text.replace(/\s*%$/, ""));
  if (kind === "number" && number === 1) return { fault: { key: "coverageOne" } };
  const percent = kind === "number" && number > 0 && number < 1 ? Math.round(number * 100) : number;
  if (!/^-?\d+([.,]\d+)?(\s*%)?$/.test(text))
    return { fault: { key: "coverageFormat", value: text.slice(0, 30) } };
  if (!Number.isInteger(percent)) return { fault: { key: "coverageWhole" } };
  return percent < 0 || percent > 100 ? { fault: { key: "coverageRange" } } : { value: percent };
}
