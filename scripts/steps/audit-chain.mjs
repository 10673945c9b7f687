// Recomputes the chains of the audit log outside PostgreSQL: whoever changed its functions does not
// change this. The text that is hashed is described in docs/decisions/0014-audit-chain.md.
import { createHash } from "node:crypto";

/** The hash before the first event of a chain. */
const beginning = "0".repeat(64);
const batchSize = 2_000;

/** The fields in the order in which they are hashed, each as PostgreSQL writes it as text. */
const fields = {
  previousHash: `"previousHash"`,
  chain: `"chain"`,
  position: `"position"::text`,
  id: `"id"::text`,
  at: `to_char("at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`,
  actorId: `"actorId"::text`,
  organisationId: `"organisationId"::text`,
  action: `"action"`,
  subjectType: `"subjectType"`,
  subjectId: `"subjectId"`,
  result: `"result"::text`,
  address: `"address"`,
  requestId: `"requestId"`,
  detail: `"detail"::text`,
  isDemo: `"isDemo"::text`,
};

/** A field as a netstring; an absent one is "-,". */
function toNetstring(value) {
  return value === null ? "-," : `${Buffer.byteLength(value)}:${value},`;
}

/** The SHA-256 of an event, in hexadecimal. */
export function hashOf(event) {
  const text = Object.keys(fields)
    .map((name) => toNetstring(event[name]))
    .join("");
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Reads every event once, in batches, and compares it with the one before it, with its own hash, with the
 * head of its chain and with an earlier `anchor`. Returns how many `events` there are, the `heads` of the
 * chains that are not fictitious, the number of faults and at most `limit` of them as sentences.
 */
export async function verifyChains(client, options) {
  // One snapshot, so that events that are added meanwhile do not look like faults.
  await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
  try {
    return await inspectChains(client, options);
  } finally {
    await client.query("ROLLBACK");
  }
}

/** The same, in a transaction that the caller began. */
export async function inspectChains(client, { anchor = new Map(), limit = 20 } = {}) {
  const report = { events: 0, heads: [], faults: [], faultCount: 0 };
  const complain = (sentence) => {
    report.faultCount++;
    if (report.faults.length < limit) report.faults.push(sentence);
  };
  const { rows } = await client.query(
    `SELECT "chain", "position"::text, "hash", "isDemo" FROM "AuditHead" ORDER BY "chain"`,
  );
  const heads = new Map(rows.map((head) => [head.chain, head]));
  const ends = await followChains(client, { report, anchor, complain });
  compareHeads(heads, ends, complain);
  compareAnchor(anchor, ends, complain);
  report.heads = rows.filter(({ isDemo }) => !isDemo);
  return report;
}

/** Walks along all chains; returns where each one ends. */
async function followChains(client, { report, anchor, complain }) {
  const columns = Object.entries(fields).map(([name, sql]) => `${sql} AS "${name}"`);
  await client.query(
    `DECLARE events NO SCROLL CURSOR FOR SELECT ${columns.join(", ")}, "hash" FROM "AuditEvent"
     ORDER BY "AuditEvent"."chain", "AuditEvent"."position", "AuditEvent"."id"`,
  );
  const ends = new Map();
  for (;;) {
    const { rows } = await client.query(`FETCH ${batchSize} FROM events`);
    if (rows.length === 0) break;
    for (const event of rows) {
      report.events++;
      const end = ends.get(event.chain) ?? { position: 0, hash: beginning };
      for (const fault of faultsOf(event, end)) complain(`${nameOf(event)} ${fault}`);
      const anchored = anchor.get(event.chain);
      if (anchored?.position === event.position && anchored.hash !== event.hash)
        complain(`${nameOf(event)} is anders dan in het anker: de keten is herschreven.`);
      ends.set(event.chain, { position: Number(event.position), hash: event.hash });
    }
  }
  await client.query("CLOSE events");
  return ends;
}

/** What is wrong with one event, given where its chain stood before it. */
function faultsOf(event, end) {
  const faults = [];
  const expected = end.position + 1;
  const position = Number(event.position);
  if (position > expected) faults.push(`volgt op ${expected - 1}: daartussen is iets verwijderd.`);
  if (position < expected) faults.push("staat er dubbel: deze regel is ingevoegd.");
  if (position === expected && event.previousHash !== end.hash)
    faults.push("sluit niet aan op de regel ervoor: een van beide is vervangen of verplaatst.");
  if (hashOf(event) !== event.hash) faults.push("is gewijzigd: de inhoud past niet bij de controlewaarde.");
  return faults;
}

function nameOf({ chain, position, id, at }) {
  return `Regel ${position} van keten ${chain} (id ${id}, ${at})`;
}

function compareHeads(heads, ends, complain) {
  for (const [chain, head] of heads) {
    const end = ends.get(chain);
    const position = Number(head.position);
    if (!end || end.position < position)
      complain(`Keten ${chain} hoort ${position} regels te hebben, maar houdt op bij ${end?.position ?? 0}.`);
    else if (end.hash !== head.hash) complain(`Het eind van keten ${chain} is niet wat het hoort te zijn.`);
  }
  for (const [chain, { position }] of ends)
    if (!heads.has(chain))
      complain(`Van keten ${chain} (${position} regels) ontbreekt het vastgelegde eind.`);
}

function compareAnchor(anchor, ends, complain) {
  for (const [chain, { position }] of anchor) {
    const end = ends.get(chain)?.position ?? 0;
    if (end < Number(position))
      complain(`Keten ${chain} telt ${end} regels; volgens het anker waren het er al ${position}.`);
  }
}

/** The heads as lines of text, to keep elsewhere. */
export function toAnchor(heads) {
  return heads.map(({ chain, position, hash }) => `${chain} ${position} ${hash}`).join("\n");
}

/** The heads from such lines; other lines, of npm for instance, are passed over. */
export function readAnchor(text) {
  const lines = text.matchAll(/^(platform|[0-9a-f-]{36}) (\d+) ([0-9a-f]{64})$/gm);
  return new Map([...lines].map(([, chain, position, hash]) => [chain, { position, hash }]));
}
