// The results as Markdown: ratios first, because only those say something on another machine.
import { availableParallelism, loadavg } from "node:os";

const mostScriptBytes = 150_000;

/** What holds for all that follows. */
export function describeRun({ seconds, startedAt }) {
  const load = loadavg()[0];
  return [
    "# Metingen",
    "",
    `${startedAt.toISOString().slice(0, 16).replace("T", " ")} UTC, Node ${process.versions.node}, ${process.platform} ${process.arch}, ` +
      `${availableParallelism()} kernen, belasting bij het begin ${number(load, 1)}; ${seconds} s per meting, site en kale server om de beurt.`,
    "",
    "Site, kale server, PostgreSQL en de belasting zelf delen deze kernen: geloof de verhoudingen, niet de getallen.",
    "De kale server is `node:http` met dezelfde bytes in dezelfde codering. Uitleg: docs/bench.md.",
    "",
  ].join("\n");
}

/** The tables of one size. */
export function describeSize({ contents, pages }) {
  const { solutions, adoptions, events, reviews } = contents;
  return [
    `## ${number(solutions)} voorzieningen`,
    "",
    `${number(adoptions)} adopties met ${number(events)} mijlpalen, ${number(reviews)} oordelen.`,
    "",
    table(
      "pagina|verbindingen|verzoeken/s|kaal|× trager|p50 ms|kaal|× trager|p99 ms|kaal|× trager|CPU ms/verzoek|kaal",
      pages.flatMap(speedRows),
    ),
    "",
    table(
      "pagina|SQL-opdrachten|database ms|traagste ms|document kB|over de lijn kB|scripts|JavaScript kB over de lijn",
      pages.map(weightRow),
    ),
    "",
    "Traagste SQL per pagina:",
    "",
    ...pages.map(
      ({ name, sql }) =>
        `- ${name}: ${sql.slowest ? `${number(sql.slowest.milliseconds, 1)} ms, \`${shorten(sql.slowest.sql)}\`` : "geen"}`,
    ),
    "",
    ...pages.flatMap(verdicts),
    "",
  ].join("\n");
}

function speedRows({ name, speeds }) {
  return speeds.map(({ connections, site, plain }) => [
    name,
    connections,
    number(site.perSecond),
    number(plain.perSecond),
    ratio(plain.perSecond / site.perSecond),
    ...["p50", "p99"].flatMap((at) => [
      number(site[at], 2),
      number(plain[at], 2),
      ratio(site[at] / plain[at]),
    ]),
    number(site.cpu, 2),
    number(plain.cpu, 3),
  ]);
}

function weightRow({ name, sql, weight }) {
  return [
    name,
    sql.count,
    number(sql.milliseconds, 1),
    sql.slowest ? number(sql.slowest.milliseconds, 1) : "-",
    number(weight.textBytes / 1000, 1),
    number(weight.sentBytes / 1000, 1),
    weight.scripts,
    number(weight.scriptBytes / 1000, 1),
  ];
}

/** Information, not a failure: what a page may ask of the database and of the line. */
function verdicts({ name, sql, weight, mostStatements }) {
  const lines = [];
  if (mostStatements !== undefined)
    lines.push(
      `- ${name}, SQL-opdrachten: ${sql.count} (hoogstens ${mostStatements}): ${yes(sql.count <= mostStatements)}`,
    );
  if (weight.scripts > 0)
    lines.push(
      `- ${name}, kB JavaScript: ${number(weight.scriptBytes / 1000, 1)} (hoogstens ${mostScriptBytes / 1000}): ${yes(weight.scriptBytes <= mostScriptBytes)}`,
    );
  return lines;
}

const yes = (holds) => (holds ? "gehaald" : "**niet gehaald**");

function table(head, rows) {
  const columns = head.split("|");
  // Names to the left, numbers to the right.
  const rule = columns.map((_, index) => (index === 0 ? "---" : "---:"));
  return [columns, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function number(value, digits = 0) {
  return new Intl.NumberFormat("nl-NL", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

const ratio = (value) => `${number(value, value < 10 ? 1 : 0)}×`;

function shorten(sql) {
  const text = sql.replaceAll("`", "'");
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
