import type { ReactNode } from "react";

type Props = {
  /** What a screen reader calls the box. */
  label: string;
  className?: string;
  children: ReactNode;
};

/** A wide table scrolls in its own box, also by keyboard; the page itself never moves sideways. */
export function ScrollBox({ label, className = "", children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={`scroll-x ${className}`} tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
