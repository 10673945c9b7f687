import { useFormatter, useLocale, useTranslations } from "next-intl";
import { StatusBadge } from "@/components/adoptions/status-badge";
import type { OwnAdoption } from "@/lib/adoptions/queries";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";

type Props = { adoption: OwnAdoption | null; gemeente: string; slug: string; kind: SolutionKind };

/** Where my gemeente stands, and what comes next. */
export function OwnState({ adoption, gemeente, slug, kind }: Props) {
  const t = useTranslations("facility.aside");
  const format = useFormatter();
  const locale = useLocale();
  return (
    <div className="mb-4">
      <p className="text-sm text-soft">{t("state", { gemeente })}</p>
      {adoption ? (
        <>
          <p>
            <StatusBadge status={adoption.status} kind={kind} />{" "}
            <span className="text-sm">
              {t("since", { date: format.dateTime(new Date(adoption.since), "short") })}
            </span>
          </p>
          <NextStep adoption={adoption} />
          <p className="mt-1 text-sm">
            <a href={`/${locale}/mijn/${slug}`}>{t("open")}</a>
          </p>
        </>
      ) : (
        <p>{t("noState")}</p>
      )}
    </div>
  );
}

function NextStep({ adoption: { nextStep, nextOn } }: { adoption: OwnAdoption }) {
  const t = useTranslations("facility.aside");
  const format = useFormatter();
  if (!nextStep) return null;
  return (
    <p className="mt-1 text-sm">
      {nextOn
        ? t("nextOn", { date: format.dateTime(new Date(nextOn), "short"), step: nextStep })
        : t("next", { step: nextStep })}
    </p>
  );
}
