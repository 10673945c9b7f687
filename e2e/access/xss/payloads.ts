import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(new URL("payloads.txt", import.meta.url));

/**
 * Texts that become script where a text is taken for markup, for an attribute, an address, a style or for the
 * data beside a page. Each would call __xss. One per line; \n, \t, \u2028 and the like stand for characters
 * that a line cannot hold.
 */
export function listPayloads(): string[] {
  return readFileSync(file, "utf8").split("\n").filter(Boolean).map(toPayload);
}

const characters: Record<string, string> = { n: "\n", t: "\t", r: "\r", f: "\f", "\\": "\\" };

function toPayload(line: string): string {
  return line.replace(/\\(u[0-9a-f]{4}|[ntrf\\])/g, (_, code: string) =>
    code.length === 5 ? String.fromCharCode(Number.parseInt(code.slice(1), 16)) : (characters[code] ?? code),
  );
}

/**
 * Deals payloads out over `rows` texts per field: every field begins at a place of its own and holds as many as
 * fit, so that few rows show all payloads, and many rows show each of them in every field.
 */
export class Dealer {
  /** How many payloads were put into how many fields. */
  count = 0;
  readonly dealt = new Set<string>();

  constructor(
    private readonly payloads: string[],
    private readonly rows: number,
  ) {}

  /** For the field with this number, of the row with this number, as many as fit. */
  deal(row: number, field: number, limit: number): string {
    const start = Math.floor((row * this.payloads.length) / this.rows) + field * 7;
    const taken: string[] = [];
    let free = limit;
    for (let offset = 0; offset < this.payloads.length; offset++) {
      const payload = this.payloads[(start + offset) % this.payloads.length] ?? "";
      // A text is trimmed: the first one decides whether there is room at all.
      const size = sizeOf(payload) + 1;
      if (size > free) {
        if (taken.length > 0) break;
        continue;
      }
      taken.push(payload);
      this.dealt.add(payload);
      free -= size;
    }
    if (taken.length === 0) throw new Error(`no payload is shorter than ${limit}`);
    this.count += taken.length;
    return taken.join(" ");
  }
}

/** A form sends a line break as two characters. */
const sizeOf = (text: string) => text.replace(/\r?\n|\r/g, "\r\n").length;
