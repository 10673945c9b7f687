import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ResetFactorsForm } from "@/components/accounts/second-factor/reset-form";
import type { MemberRow } from "@/lib/memberships/members/queries";
import { StepForm } from "./step-form";

type Props = { member: MemberRow; organisationId: string };

/** Shutting out a colleague, for a while or for good. */
export function MemberSteps({ member, organisationId }: Props) {
  const t = useTranslations("memberships.member");
  const about = { organisationId, userId: member.userId };
  const { isSuspended } = member;
  return (
    <>
      <Step
        title={t(isSuspended ? "restore" : "suspend")}
        text={t(isSuspended ? "restoreText" : "suspendText")}
      >
        <StepForm
          id="opschorten"
          kind={isSuspended ? "restore" : "suspend"}
          about={about}
          submit={t(isSuspended ? "restoreSubmit" : "suspendSubmit")}
        />
      </Step>
      {member.hasSecondFactor && (
        <Step title={t("reset")} text={t("resetText")}>
          <ResetFactorsForm userId={member.userId} submit={t("resetSubmit")} />
        </Step>
      )}
      <Step title={t("end")} text={t("endText")}>
        <StepForm id="beeindigen" kind="end" about={about} submit={t("endSubmit")} />
      </Step>
    </>
  );
}

/** One thing that can be done, with what comes of it. */
export function Step({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2>{title}</h2>
      <p className="mt-3 mb-4">{text}</p>
      {children}
    </section>
  );
}
