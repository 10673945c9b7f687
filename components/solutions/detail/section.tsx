import type { ReactNode } from "react";

type Props = {
  id: string;
  title: ReactNode;
  /** Left out on paper, where two pages must do. */
  isScreenOnly?: boolean;
  children: ReactNode;
};

/** One question that a gemeente asks, with an address of its own. */
export function Section({ id, title, isScreenOnly = false, children }: Props) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-kop`}
      className={`mt-10 border-line border-t pt-6 print:mt-3 print:pt-2 ${isScreenOnly ? "no-print" : ""}`}
    >
      <h2 id={`${id}-kop`} className="mb-3 print:mb-1 print:text-base">
        {title}
      </h2>
      {children}
    </section>
  );
}
