import { useFormatter, useLocale, useTranslations } from "next-intl";
import { canConfirm } from "@/lib/adoptions/policy";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { storedStepSchema } from "@/lib/adoptions/schema";
import type { Member } from "@/lib/core/roles";
import { useStatusLabel } from "./use-status-label";

type Props = { viewer: Member; adoption: AdoptionRecord };

/** The decision that waits for its second person, and who can do what with it. */
export function PendingDecision({ viewer, adoption: { pending, solution } }: Props) {
  const t = useTranslations("adoptions");
  const format = useFormatter();
  const locale = useLocale();
  const label = useStatusLabel();
  if (!pending) return null;
  const day = storedStepSchema.safeParse(pending.step).data?.occurredOn;
  const isMine = pending.proposedById === viewer.user.id;
  const isDecider = canConfirm(viewer, pending);
  return (
    <section className="mt-6 rounded-md border-2 border-warning-edge bg-warning p-4">
      <h2 className="text-lg">{t("record.pendingTitle")}</h2>
      <p className="mt-1">
        {t("record.pendingText", {
          name: pending.proposedBy?.name ?? t("history.unknown"),
          status: label(pending.to, solution.kind),
          date: day ? format.dateTime(new Date(day), "day") : t("history.unknown"),
        })}
      </p>
      {!isDecider && <p className="mt-1">{t(isMine ? "record.pendingYours" : "record.pendingMember")}</p>}
      {(isDecider || isMine) && (
        <p className="mt-3">
          <a href={`/${locale}/mijn/voorstellen#${pending.id}`} className="link">
            {t(isDecider ? "record.decide" : "record.withdraw")}
          </a>
        </p>
      )}
    </section>
  );
}
