"use client";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { FormErrors } from "@/components/ui/form-errors";
import { renewRecoveryCodesAction } from "@/lib/accounts/second-factor/actions";

/** Makes recovery codes and shows them once, on paper too. */
export function RecoveryCodes({ left, doneHref }: { left: number; doneHref: string }) {
  const t = useTranslations("secondFactor.recovery");
  const [answer, make, isPending] = useActionState(renewRecoveryCodesAction, null);
  if (answer && "value" in answer) return <Made codes={answer.value} doneHref={doneHref} />;
  return (
    <form action={make}>
      <p className="mb-6">
        {t("left", { count: left })} {left > 0 && t("renewHelp")}
      </p>
      <FormErrors errors={answer ? [answer.error] : []} answer={answer} />
      <button type="submit" className="button" disabled={isPending}>
        {t("submit")}
      </button>
    </form>
  );
}

function Made({ codes, doneHref }: { codes: string[]; doneHref: string }) {
  const t = useTranslations("secondFactor.recovery");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section>
      <h2 ref={heading} tabIndex={-1}>
        {t("madeTitle")}
      </h2>
      <p className="mt-2">{t("made")}</p>
      <ul className="card mt-4 whitespace-nowrap font-mono text-lg leading-8">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="no-print mt-6 flex flex-wrap items-center gap-4">
        <button type="button" className="button" onClick={() => window.print()}>
          {t("print")}
        </button>
        <a href={doneHref} className="link">
          {t("done")}
        </a>
      </div>
    </section>
  );
}
