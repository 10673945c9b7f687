import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { canConfirm, canRegisterInterest } from "@/lib/adoptions/policy";
import type { OwnAdoption } from "@/lib/adoptions/queries";
import { isClosed, isOver, mainStep } from "@/lib/adoptions/rules";
import type { Obligation, Publication, SolutionKind, SolutionPhase } from "@/lib/core/generated/prisma/enums";
import type { Locale } from "@/lib/core/locales";
import { isGemeenteMember, isSupplier, type Member, type Viewer } from "@/lib/core/roles";
import { StatusBadge } from "./status-badge";
import { useStatusLabel, useStepLabel } from "./use-status-label";

type ActionSubject = {
  slug: string;
  kind: SolutionKind;
  obligation: Obligation;
  phase: SolutionPhase;
  publication: Publication;
};

type Props = { viewer: Viewer; adoption: OwnAdoption | null; solution: ActionSubject; locale: Locale };

/** The one thing that this viewer can do now with this facility, and where their gemeente stands. */
export function NextAction(props: Props) {
  const { viewer } = props;
  const t = useTranslations("adoptions.nextAction");
  return (
    <section className="card no-print" aria-label={t("title")}>
      {isGemeenteMember(viewer) ? (
        <ForGemeente {...props} viewer={viewer} />
      ) : (
        <ForOthers viewer={viewer} solution={props.solution} locale={props.locale} />
      )}
    </section>
  );
}

function ForOthers({ viewer, solution, locale }: Omit<Props, "adoption">) {
  const t = useTranslations("adoptions.nextAction");
  const refusal = useRefusal(solution);
  if (refusal) return <p>{refusal}</p>;
  if (!viewer.user) {
    return (
      <Action
        href={`/${locale}/inloggen?naar=/mijn/${solution.slug}/belangstelling`}
        label={t("signIn")}
        help={t("signInHelp")}
      />
    );
  }
  if (isSupplier(viewer)) return <p>{t("supplier")}</p>;
  return <p>{t("other", { organisation: viewer.organisation?.name ?? viewer.user.name ?? "" })}</p>;
}

/** Why nothing new can start with this solution. */
function useRefusal({ phase, publication }: ActionSubject): string | null {
  const t = useTranslations("adoptions.nextAction");
  if (publication !== "PUBLISHED") return t("unpublished");
  return isOver(phase) ? t("over") : null;
}

type GemeenteProps = Props & { viewer: Member };

function ForGemeente(props: GemeenteProps) {
  const { viewer, adoption, solution, locale } = props;
  const t = useTranslations("adoptions.nextAction");
  const format = useFormatter();
  return (
    <>
      <h2 className="text-lg">{t("title")}</h2>
      {adoption ? (
        <p className="mt-2">
          <StatusBadge status={adoption.status} kind={solution.kind} />{" "}
          <span className="text-sm">
            {t("standing", {
              name: viewer.organisation.name,
              date: format.dateTime(new Date(adoption.since), "day"),
            })}
          </span>
        </p>
      ) : (
        <p className="mt-2">{t("none", { name: viewer.organisation.name })}</p>
      )}
      <div className="mt-4">
        {!adoption || isClosed(adoption.status) ? (
          <Begin {...props} />
        ) : (
          <Continue {...props} adoption={adoption} />
        )}
      </div>
      {adoption && (
        <p className="mt-3 text-sm">
          <a href={`/${locale}/mijn/${solution.slug}`}>{t("open")}</a>
        </p>
      )}
    </>
  );
}

function Begin({ viewer, adoption, solution, locale }: GemeenteProps) {
  const t = useTranslations("adoptions.nextAction");
  const stepLabel = useStepLabel();
  const refusal = useRefusal(solution);
  if (refusal) return <p>{refusal}</p>;
  if (!canRegisterInterest(viewer, solution)) return <p>{t("statutory")}</p>;
  const isStatutory = solution.obligation === "STATUTORY";
  const help = isStatutory ? t("statutoryHelp") : adoption ? t("again") : t("interestHelp");
  return (
    <Action
      href={`/${locale}/mijn/${solution.slug}/belangstelling`}
      label={isStatutory ? stepLabel("CONNECTING", solution.kind) : t("interest")}
      help={help}
    />
  );
}

function Continue({ viewer, adoption, solution, locale }: GemeenteProps & { adoption: OwnAdoption }) {
  const t = useTranslations("adoptions.nextAction");
  const label = useStatusLabel();
  const stepLabel = useStepLabel();
  const { pending } = adoption;
  if (pending && canConfirm(viewer, pending)) {
    return (
      <Action
        href={`/${locale}/mijn/voorstellen#${pending.id}`}
        label={t("confirm")}
        help={t("confirmHelp", { status: label(pending.to, solution.kind) })}
      />
    );
  }
  if (pending) return <p>{t("waiting", { status: label(pending.to, solution.kind) })}</p>;
  if (!adoption.canMove) return <p>{t("member")}</p>;
  const next = mainStep(adoption.status, adoption.next);
  if (!next) return null;
  return (
    <Action
      href={`/${locale}/mijn/${solution.slug}/stap?naar=${next}`}
      label={stepLabel(next, solution.kind, adoption.status === "ON_HOLD")}
    />
  );
}

function Action({ href, label, help }: { href: string; label: ReactNode; help?: ReactNode }) {
  return (
    <>
      <a href={href} className="button">
        {label}
      </a>
      {help && <p className="mt-2 text-sm text-soft">{help}</p>}
    </>
  );
}
