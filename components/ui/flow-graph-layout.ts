export type Column = { title: string; nodes: { label: string; href: string | null }[] };
export type Box = { x: number; y: number; label: string; lines: string[]; href: string | null };
type Heading = { x: number; text: string };

export const boxWidth = 190;
export const boxHeight = 46;
const gapX = 90;
const gapY = 12;
const top = 28;
const longestLine = 24;

/**
 * Places columns of boxes beside each other, each in the middle of the height, and joins every box to
 * those of the next column. Units of the drawing.
 */
export function layOut(columns: readonly Column[]) {
  const filled = columns.filter(({ nodes }) => nodes.length > 0);
  const tallest = Math.max(1, ...filled.map(({ nodes }) => nodes.length));
  const heightOf = (count: number) => count * (boxHeight + gapY) - gapY;
  const height = top + heightOf(tallest);
  const placed = filled.map(({ nodes }, at) => {
    const from = top + (heightOf(tallest) - heightOf(nodes.length)) / 2;
    return nodes.map(
      ({ label, href }, index): Box => ({
        x: at * (boxWidth + gapX),
        y: from + index * (boxHeight + gapY),
        label,
        lines: wrap(label),
        href,
      }),
    );
  });
  const headings = filled.map(({ title }, at): Heading => ({ x: at * (boxWidth + gapX), text: title }));
  const width = filled.length * (boxWidth + gapX) - gapX;
  return { width, height, boxes: placed.flat(), headings, lines: placed.flatMap(linesToNext) };
}

function linesToNext(boxes: Box[], at: number, all: Box[][]): string[] {
  return boxes.flatMap((from) =>
    (all[at + 1] ?? []).map((to) => {
      const start = `M${from.x + boxWidth} ${from.y + boxHeight / 2}`;
      const bend = gapX / 2;
      return `${start}c${bend} 0 ${bend} ${to.y - from.y} ${gapX} ${to.y - from.y}`;
    }),
  );
}

/** Two lines at most; what does not fit ends with an ellipsis. */
export function wrap(label: string): string[] {
  const lines = [""];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1) ?? "";
    const longer = last === "" ? word : `${last} ${word}`;
    if (longer.length <= longestLine || last === "") lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map(cut);
  if (lines.length > 2) shown[1] = cut(`${lines[1]} ${lines[2]}`);
  return shown;
}

function cut(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine - 1).trimEnd()}…` : line;
}
