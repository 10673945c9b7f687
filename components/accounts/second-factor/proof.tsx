import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { OwnFactor } from "@/lib/accounts/second-factor/queries";
import type { Viewer } from "@/lib/core/roles";
import { ProveByCodeForm, ProveByRecoveryCodeForm } from "./forms";
import { ProveByPasskeyForm } from "./passkey-form";

type Choices = { kinds: ReadonlySet<OwnFactor["kind"]>; hasRecoveryCodes: boolean; next: string };

/** The ways in which this person can take the second step, the strongest first. */
export function ProofChoices({ kinds, hasRecoveryCodes, next }: Choices) {
  const t = useTranslations("secondFactor.prove");
  return (
    <div className="measure">
      <h1>{t("title")}</h1>
      <p className="mt-4">{t("intro")}</p>
      {kinds.has("PASSKEY") && (
        <Choice title={t("passkeyTitle")}>
          <ProveByPasskeyForm next={next} />
        </Choice>
      )}
      {kinds.has("TOTP") && (
        <Choice title={t("codeTitle")}>
          <ProveByCodeForm next={next} />
        </Choice>
      )}
      {hasRecoveryCodes && (
        <details className="mt-6">
          <summary className="link cursor-pointer">{t("recoveryTitle")}</summary>
          <div className="card mt-3">
            <ProveByRecoveryCodeForm />
          </div>
        </details>
      )}
      <p className="mt-6 text-soft">{t("lost")}</p>
    </div>
  );
}

function Choice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="card mt-6">
      <h2 className="mb-3 text-lg">{title}</h2>
      {children}
    </section>
  );
}

/** Why a second step comes first, for who has none yet; they may also go on as a reader. */
export function SetUpFirst({ viewer, next }: { viewer: Viewer; next: string }) {
  const t = useTranslations();
  const format = useFormatter();
  const locale = useLocale();
  const withheld = viewer.withheldRoles ?? [];
  const roles = format.list(withheld.map((role) => t(`terms.role.${role}`)));
  return (
    <div className="measure">
      <h1>{t("secondFactor.prove.setUpTitle")}</h1>
      <p className="mt-4">{t("secondFactor.notice.text", { count: withheld.length, roles })}</p>
      <p className="mt-2">{t("secondFactor.prove.setUpWhy")}</p>
      <div className="mt-6 flex flex-wrap items-center gap-4">
        <a href={`/${locale}/account/tweede-factor`} className="button">
          {t("secondFactor.prove.setUp")}
        </a>
        <a href={`/${locale}${next}`} className="link">
          {t("secondFactor.prove.later")}
        </a>
      </div>
      <p className="mt-4 text-sm text-soft">{t("secondFactor.prove.laterHelp")}</p>
    </div>
  );
}

/** For who has no role that waits. */
export function NotNeeded({ next }: { next: string }) {
  const t = useTranslations("secondFactor.prove");
  const locale = useLocale();
  return (
    <div className="measure">
      <h1>{t("title")}</h1>
      <p className="mt-4">{t("notNeeded")}</p>
      <p className="mt-6">
        <a href={`/${locale}${next}`} className="button">
          {t("proceed")}
        </a>
      </p>
    </div>
  );
}
