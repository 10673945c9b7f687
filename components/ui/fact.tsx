import type { ReactNode } from "react";

type Props = { label: ReactNode; isDutch?: boolean; children: ReactNode };

/** A fact below its label, inside a `dl`. */
export function Fact({ label, isDutch, children }: Props) {
  return (
    <div>
      <dt className="text-sm text-soft">{label}</dt>
      <dd lang={isDutch ? "nl" : undefined}>{children}</dd>
    </div>
  );
}
