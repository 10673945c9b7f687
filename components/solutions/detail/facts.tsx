import { useFormatter, useTranslations } from "next-intl";
import { Fact } from "@/components/ui/fact";
import { toDay } from "@/lib/core/dates";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { isStale } from "@/lib/solutions/rules";

type Props = { solution: SolutionDetail; today: string };

/** What it is and for which problem: the text, then the facts with how well they were checked. */
export function Facts({ solution, today }: Props) {
  const t = useTranslations("facility.what");
  const { description, audience, sideEffects } = solution;
  return (
    <>
      {description && (
        <p lang="nl" className="measure whitespace-pre-line">
          {description}
        </p>
      )}
      <Text label={t("audience")} text={audience} />
      <Text label={t("sideEffects")} text={sideEffects} />
      <FactList solution={solution} />
      <Freshness solution={solution} today={today} />
    </>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  if (!text) return null;
  return (
    <p className="measure mt-3">
      <strong>{label}:</strong> <span lang="nl">{text}</span>
    </p>
  );
}

function FactList({ solution }: { solution: SolutionDetail }) {
  const t = useTranslations();
  const { kind, theme, phase, obligation, layer, legalBasis, standards, priceModel } = solution;
  return (
    <dl className="mt-6 grid gap-x-8 gap-y-3 sm:grid-cols-2 print:mt-2 print:grid-cols-3 print:gap-y-1">
      <Fact label={t("facility.what.kind")}>{t(`terms.kind.${kind}`)}</Fact>
      <Fact label={t("facility.what.theme")}>{t(`terms.theme.${theme}`)}</Fact>
      <Fact label={t("facility.what.phase")}>{t(`terms.phase.${phase}`)}</Fact>
      <Fact label={t("facility.what.obligation")}>{t(`terms.obligation.${obligation}`)}</Fact>
      <Fact label={t("facility.what.provider")}>
        <Provider solution={solution} />
      </Fact>
      <Fact label={t("facility.what.price")}>{t(`terms.price.${priceModel}`)}</Fact>
      {layer && <Fact label={t("facility.what.layer")}>{t(`terms.layer.${layer}`)}</Fact>}
      <Licence solution={solution} />
      {legalBasis && (
        <Fact label={t("facility.what.legalBasis")} isDutch>
          {legalBasis}
        </Fact>
      )}
      {standards.length > 0 && (
        <Fact label={t("facility.what.standards")} isDutch>
          {standards.join(", ")}
        </Fact>
      )}
      <Verification solution={solution} />
    </dl>
  );
}

function Provider({ solution: { provider, providerLabel } }: { solution: SolutionDetail }) {
  const t = useTranslations();
  return (
    <>
      <span lang="nl">{provider.name}</span> ({t(`terms.organisationKind.${provider.kind}`)})
      {providerLabel && providerLabel !== provider.name && (
        <span className="block text-sm text-soft">
          {t("facility.what.providerLabel", { label: providerLabel })}
        </span>
      )}
      {provider.website && (
        <a href={provider.website} className="link block text-sm">
          {t("facility.what.website")} {t("common.external")}
        </a>
      )}
    </>
  );
}

function Licence({ solution: { licence, licenceVerified } }: { solution: SolutionDetail }) {
  const t = useTranslations("facility.what");
  if (!licence) return null;
  return (
    <Fact label={t("licence")}>
      <span lang="nl">{licence}</span>{" "}
      <span className="text-sm text-soft">
        ({licenceVerified ? t("licenceVerified") : t("licenceUnverified")})
      </span>
    </Fact>
  );
}

function Verification({ solution: { verification, source, sourceNote } }: { solution: SolutionDetail }) {
  const t = useTranslations();
  if (!verification) return null;
  return (
    <Fact label={t("facility.what.verification")}>
      {t(`terms.verification.${verification}`)}
      <span className="block break-words text-sm text-soft" lang="nl">
        {source && t("facility.what.source", { source })}
        {sourceNote && <span className="block">{sourceNote}</span>}
      </span>
    </Fact>
  );
}

function Freshness({ solution: { confirmedOn, isDemo }, today }: Props) {
  const t = useTranslations("facility.what");
  const format = useFormatter();
  const day = confirmedOn && toDay(confirmedOn);
  if (!confirmedOn) return isDemo ? null : <p className="mt-4 text-sm text-soft">{t("neverConfirmed")}</p>;
  const date = format.dateTime(confirmedOn, "day");
  return isStale(day, today) ? (
    <p className="measure mt-4 rounded-md border border-warning-edge bg-warning p-3">
      {t("stale", { date })}
    </p>
  ) : (
    <p className="mt-4 text-sm text-soft">{t("confirmed", { date })}</p>
  );
}
