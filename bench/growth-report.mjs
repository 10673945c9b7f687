// What growth looks like as Markdown: the table, and a sentence on each statement that grows fast.
import { number, table } from "./report.mjs";

/** Of more than this many ms growth is worth a sentence. */
const noticeable = 1;
/** A third above logarithmic is within what a machine differs from one run to the next. */
const tolerance = 1.3;
/** Adoptions in the country as it is; with so many solutions it is compared with what is larger. */
const country = { adoptions: 30_000 };

/**
 * The table, statements that grow most first, and why each that grows fast does so. `known` are the statements that
 * somebody looked into: `{ sql, what, catalogue, country }`, of which the first whose `sql` is a part of a statement tells
 * what that asks, and why it grows with the catalogue and with the country.
 */
export function describeGrowth(measured, known) {
  const axes = listAxes(measured);
  const rows = toRows(measured, axes, known);
  const names = measured.map(({ name }) => name);
  return [
    "## Groei",
    "",
    `Elke SQL-opdracht van elk bezoek, los door pg, bij ${names.join("; ")}; p50 en p99 in ms.`,
    "",
    ...axes.map(
      ({ title, from, to, limit }) =>
        `- _${title}_: van ${measured[from].name} naar ${measured[to].name}. Logaritmisch is hoogstens ${number(limit, 1)}×; wat met meer dan een derde daarboven en meer dan ${noticeable} ms groeit, is vet.`,
    ),
    "- Een streep: deze opdracht kwam bij die maat niet voor.",
    "",
    table(
      ["bezoek", "opdracht", ...names.flatMap((name) => [`${name} p50`, "p99"]), ...axes.map(titleOf)].join(
        "|",
      ),
      rows.map((row) => [
        row.name.replaceAll("|", " "),
        [row.place, row.known?.what].filter(Boolean).join(" "),
        ...row.times.flatMap((time) => [showTime(time, "p50"), showTime(time, "p99")]),
        ...row.growths.map(showGrowth),
      ]),
    ),
    "",
    ...axes.flatMap((axis, at) => describeAxis(axis, listFast(rows, at))),
    ...measured.flatMap(describeFailures),
  ].join("\n");
}

const titleOf = ({ title }) => title;

/** Along the catalogue, and from the country with the fewest solutions to what is larger than the country. */
function listAxes(measured) {
  const ofCountry = measured.flatMap(({ scale }, index) => (scale ? [] : [index]));
  const [first, last] = [ofCountry[0], ofCountry.at(-1)];
  const catalogue = {
    key: "catalogue",
    title: "groei met de catalogus",
    ...{ from: first, to: last },
    limit: Math.log(measured[last].solutions) / Math.log(measured[first].solutions),
  };
  const larger = measured.findIndex(({ scale }) => scale);
  if (larger === -1) return [catalogue];
  const limit = Math.log(measured[larger].scale.adoptions) / Math.log(country.adoptions);
  return [catalogue, { key: "country", title: "groei met het land", from: first, to: larger, limit }];
}

function toRows(measured, axes, known) {
  const rows = new Map();
  const places = new Map();
  for (const [at, { statements }] of measured.entries())
    for (const { name, sql, ...time } of statements) {
      const key = `${name}\n${sql}`;
      if (!rows.has(key)) {
        places.set(name, (places.get(name) ?? 0) + 1);
        rows.set(key, { name, sql, place: places.get(name), times: measured.map(() => null) });
      }
      rows.get(key).times[at] = time;
    }
  return [...rows.values()]
    .map((row) => ({
      ...row,
      growths: axes.map((axis) => growthOf(row.times, axis)),
      known: known.find(({ sql }) => row.sql.includes(sql)),
    }))
    .sort((a, b) => mostAdded(b) - mostAdded(a));
}

function growthOf(times, { from, to, limit }) {
  if (!times[from] || !times[to]) return null;
  const [before, after] = [times[from].p50, times[to].p50];
  const ratio = after / before;
  const isFast = ratio > tolerance * limit && after - before > noticeable;
  return { ratio, added: after - before, isFast, isAtLeast: Boolean(times[to].isCut) };
}

const mostAdded = ({ growths }) => Math.max(...growths.map((growth) => growth?.added ?? 0));
const listFast = (rows, at) => rows.filter(({ growths }) => growths[at]?.isFast).map((row) => ({ row, at }));

const showTime = (time, at) => (time ? `${time.isCut ? "> " : ""}${number(time[at], 2)}` : "–");

function showGrowth(growth) {
  if (!growth) return "–";
  const text = `${growth.isAtLeast ? "> " : ""}${number(growth.ratio, 1)}×`;
  return growth.isFast ? `**${text}**` : text;
}

/** Statements with the same reason share its sentence. */
function describeAxis({ key, title }, fast) {
  const told = new Map();
  for (const { row, at } of fast) {
    const why = row.known?.[key] ?? "**nog niet verklaard**.";
    const label = `${row.name} ${row.place} (${showGrowth(row.growths[at]).replaceAll("*", "")})`;
    told.set(why, [...(told.get(why) ?? []), label]);
  }
  const sentences = [...told].map(([why, labels]) => `- ${labels.join(", ")}: ${why}`);
  return [`Sneller dan logaritmisch, ${title}:`, "", ...(sentences.length > 0 ? sentences : ["- Geen."]), ""];
}

function describeFailures({ name, failed }) {
  if (!failed?.length) return [];
  return [
    `Bij ${name} gaven deze bezoeken geen antwoord; hun opdrachten zijn wel gemeten, voor zover zij begonnen, ook die de site na zes seconden opgeeft: ${failed.join(", ")}.`,
    "",
  ];
}
