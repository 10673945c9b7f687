// The outcomes as a table to read, and as text to keep.

/** One fault in Markdown: its figures as a table, and what was not as promised. */
export function describeOutcome({ name, seconds, figures, faults }) {
  const columns = Object.keys(figures);
  const verdict =
    faults.length === 0 ? "Alles zoals beloofd." : faults.map((fault) => `- FOUT: ${fault}`).join("\n");
  return [
    `## ${name} (${seconds} s)`,
    "",
    `| ${columns.join(" | ")} |`,
    `|${columns.map(() => "---:|").join("")}`,
    `| ${Object.values(figures).join(" | ")} |`,
    "",
    verdict,
    "",
  ].join("\n");
}
