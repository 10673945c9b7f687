import type { ReactNode } from "react";

type KeyFigure = { label: ReactNode; value: ReactNode; whole?: ReactNode };

/** A few numbers that say it in one glance, each with its whole. */
export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  return (
    <dl className="grid gap-x-8 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
      {figures.map(({ label, value, whole }, index) => (
        <div key={index} className="flex flex-col border-action border-t-2 pt-2">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="font-semibold text-xl tabular-nums leading-tight">{value}</dd>
          {whole && <dd className="text-sm">{whole}</dd>}
        </div>
      ))}
    </dl>
  );
}
