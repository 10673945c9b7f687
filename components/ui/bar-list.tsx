import type { ReactNode } from "react";

type Bar = {
  key: string;
  label: ReactNode;
  value: number;
  /** The number in words with its whole. */
  text: ReactNode;
  isMarked?: boolean;
};

/** Bars below each other on one scale; the words carry the number, the bar only compares. */
export function BarList({ bars, label }: { bars: Bar[]; label: string }) {
  const highest = Math.max(1, ...bars.map(({ value }) => value));
  return (
    <ul aria-label={label} className="grid gap-3">
      {bars.map(({ key, label: name, value, text, isMarked }) => (
        <li key={key}>
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <span className={isMarked ? "font-semibold" : undefined}>{name}</span>
            <span className="text-sm tabular-nums">{text}</span>
          </div>
          <BarLine share={value / highest} isMarked={isMarked ?? false} />
        </li>
      ))}
    </ul>
  );
}

/** An svg, because a width in a style attribute would be refused by a strict content security policy. */
function BarLine({ share, isMarked }: { share: number; isMarked: boolean }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 1000 10" preserveAspectRatio="none" className="mt-1 h-2.5 w-full">
      <rect width={1000} height={10} className="fill-scale-0" />
      <rect
        width={Math.round(1000 * share)}
        height={10}
        className={isMarked ? "fill-scale-5" : "fill-scale-3"}
      />
    </svg>
  );
}
