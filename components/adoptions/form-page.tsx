import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { ClientMessages } from "@/components/ui/client-messages";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { useStatusLabel } from "./use-status-label";

type Props = {
  title: ReactNode;
  solution: { slug: string; name: string };
  /** Where it stands now, to check before something is recorded. */
  adoption?: AdoptionRecord | null;
  children: ReactNode;
};

/** A page with one form about one facility: what it is about, where it stands, the form. */
export function FormPage({ title, solution, adoption, children }: Props) {
  const t = useTranslations("adoptions");
  return (
    <div className="measure">
      <Breadcrumbs
        trail={[
          { label: t("mine.title"), path: "/mijn" },
          { label: solution.name, path: `/mijn/${solution.slug}` },
        ]}
        here={String(title)}
      />
      <h1>{title}</h1>
      <p lang="nl" className="mt-2 text-lg">
        {solution.name}
      </p>
      {adoption && <Now adoption={adoption} />}
      <div className="mt-6">
        <ClientMessages namespaces={[]}>{children}</ClientMessages>
      </div>
    </div>
  );
}

function Now({ adoption: { status, since, solution } }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions.stepPage");
  const label = useStatusLabel();
  const format = useFormatter();
  return (
    <p className="mt-1 text-soft">
      {t("from", { status: label(status, solution.kind), date: format.dateTime(new Date(since), "day") })}
    </p>
  );
}

/** Why the form below cannot be recorded now, or what to know before. */
export function Warning({ children }: { children: ReactNode }) {
  return <p className="mb-5 rounded-md border-2 border-warning-edge bg-warning p-4">{children}</p>;
}
