import type { ReactNode } from "react";

type Props = { id: string; title: ReactNode; children: ReactNode };

/** One question that a gemeente asks, with an address of its own. */
export function Section({ id, title, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-kop`} className="mt-10 border-line border-t pt-6">
      <h2 id={`${id}-kop`} className="mb-3">
        {title}
      </h2>
      {children}
    </section>
  );
}
