// The results as Markdown: ratios first, because only those say something on another machine.
import { availableParallelism, loadavg } from "node:os";

const goals = { scriptBytes: 15_000, wireBytes: 60_000, ofPlain: 0.5, ofSql: 0.25, timesSql: 4 };

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
export function describeSize({ contents, pages, search }) {
  const { solutions, adoptions, events, reviews } = contents;
  return [
    `## ${number(solutions)} voorzieningen`,
    "",
    `${number(adoptions)} adopties met ${number(events)} mijlpalen, ${number(reviews)} oordelen.`,
    "",
    "Bewaarde bladzijden naast de kale server:",
    "",
    table(`pagina|${speedHead("kaal")}|CPU ms/verzoek|kaal`, pages.flatMap(speedRows)),
    "",
    "Bladzijden die opnieuw gemaakt worden, en wat een eerste bezoek over de lijn haalt:",
    "",
    table(
      "pagina|SQL-opdrachten|database ms|traagste ms|CPU ms|p50 ms|document kB|over de lijn kB|JavaScript kB|alles samen kB",
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
    `Zoeken met alle filters als JSON (niet bewaard), ${search.questions} vragen, naast SQL door pg: één opdracht per vraag die alles zelf doet (wegen, tellen, sorteren), en de ${search.statements} opdrachten die de site nog stuurt:`,
    "",
    table(`zoeken|${speedHead("SQL")}|CPU ms/verzoek`, search.speeds.flatMap(searchRows)),
    "",
    "Doelen:",
    "",
    ...pages.flatMap(verdicts),
    ...searchVerdicts(search.speeds.at(-1)),
    "",
  ].join("\n");
}

/** Durable writes beside the bare transaction. */
export function describeWrites({ statements, speeds }) {
  return [
    "## Schrijven",
    "",
    `Belangstelling vastleggen via het formulier, met sessie, rechten, geschiedenis, tellers en logboek, naast dezelfde ${statements} SQL-opdrachten in één transactie door pg. Bij 10 verbindingen schrijven tien gemeenten tegelijk; één proces van de site gebruikt één kern.`,
    "",
    table(
      `processen|${speedHead("SQL")}|CPU ms/verzoek`,
      speeds.map((speed) => [speed.processes, ...speedCells(speed), number(speed.site.cpu, 2)]),
    ),
    "",
    ...speeds.map(({ processes, connections, site, plain }) => {
      const part = site.perSecond / plain.perSecond;
      const by = `${processes} ${processes === 1 ? "proces" : "processen"}`;
      const name = `schrijven bij ${connections} ${connections === 1 ? "verbinding" : "verbindingen"} met ${by}, deel van de SQL`;
      return verdict(name, share(part), `minstens ${share(goals.ofSql)}`, part >= goals.ofSql);
    }),
    "",
  ].join("\n");
}

const speedHead = (other) =>
  `verbindingen|verzoeken/s|${other}|deel|p50 ms|${other}|× trager|p99 ms|${other}|× trager`;

function speedCells({ connections, site, plain }) {
  return [
    connections,
    number(site.perSecond),
    number(plain.perSecond),
    share(site.perSecond / plain.perSecond),
    ...["p50", "p99"].flatMap((at) => [
      number(site[at], 2),
      number(plain[at], 2),
      ratio(site[at] / plain[at]),
    ]),
  ];
}

function speedRows({ name, speeds }) {
  return speeds.map((speed) => [
    name,
    ...speedCells(speed),
    number(speed.site.cpu, 3),
    number(speed.plain.cpu, 3),
  ]);
}

const searchRows = ({ whole, sent, ...speed }) => [
  searchRow("naast de hele vraag in SQL", { ...speed, plain: whole }),
  searchRow("naast wat de site nog stuurt", { ...speed, plain: sent }),
];

const searchRow = (name, speed) => [name, ...speedCells(speed), number(speed.site.cpu, 2)];

function weightRow({ name, sql, made, weight }) {
  return [
    name,
    sql.count,
    number(sql.milliseconds, 1),
    sql.slowest ? number(sql.slowest.milliseconds, 1) : "-",
    number(made.cpu, 1),
    number(made.p50, 1),
    number(weight.textBytes / 1000, 1),
    number(weight.sentBytes / 1000, 1),
    number(weight.scriptBytes / 1000, 1),
    number(weight.wireBytes / 1000, 1),
  ];
}

/** Information, not a failure: what a page may ask of the database, the processor and the line. */
function verdicts({ name, sql, made, weight, speeds, mostStatements, mostCpu }) {
  const { site, plain } = speeds.at(-1);
  const part = site.perSecond / plain.perSecond;
  return [
    verdict(
      `${name}, deel van de kale server`,
      share(part),
      `minstens ${share(goals.ofPlain)}`,
      part >= goals.ofPlain,
    ),
    mostStatements &&
      verdict(
        `${name}, SQL-opdrachten`,
        sql.count,
        `hoogstens ${mostStatements}`,
        sql.count <= mostStatements,
      ),
    mostCpu && verdict(`${name}, CPU ms`, number(made.cpu, 1), `hoogstens ${mostCpu}`, made.cpu <= mostCpu),
    verdict(
      `${name}, kB JavaScript`,
      number(weight.scriptBytes / 1000, 1),
      `onder ${goals.scriptBytes / 1000}`,
      weight.scriptBytes < goals.scriptBytes,
    ),
    verdict(
      `${name}, kB alles samen`,
      number(weight.wireBytes / 1000, 1),
      `onder ${goals.wireBytes / 1000}`,
      weight.wireBytes < goals.wireBytes,
    ),
  ].filter(Boolean);
}

function searchVerdicts({ connections, site, whole }) {
  const part = site.perSecond / whole.perSecond;
  const times = site.p50 / whole.p50;
  const name = `zoeken als JSON bij ${connections} verbindingen`;
  return [
    verdict(`${name}, deel van de SQL`, share(part), `minstens ${share(goals.ofSql)}`, part >= goals.ofSql),
    verdict(`${name}, p50`, ratio(times), `hoogstens ${goals.timesSql}×`, times <= goals.timesSql),
  ];
}

const verdict = (what, is, goal, holds) => `- ${what}: ${is} (${goal}): ${yes(holds)}`;

const yes = (holds) => (holds ? "gehaald" : "**niet gehaald**");

export function table(head, rows) {
  const columns = head.split("|");
  // Names to the left, numbers to the right.
  const rule = columns.map((_, index) => (index === 0 ? "---" : "---:"));
  return [columns, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat("nl-NL", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

const share = (value) => `${number(value * 100)} %`;
const ratio = (value) => `${number(value, value < 10 ? 1 : 0)}×`;

export function shorten(sql) {
  const text = sql.replaceAll("`", "'");
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
