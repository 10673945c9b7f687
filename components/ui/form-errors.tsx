"use client";
import { usePathname } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type RemediableKey, remedies } from "@/lib/core/errors";
import { useErrorSentence } from "./field";

type Props = {
  errors: string[] | undefined;
  /** Changes with each answer of the server, so that the focus moves anew. */
  answer: unknown;
};

/** Why a form was refused, on top of it, with the way out where there is one; gets the focus. */
export function FormErrors({ errors = [], answer }: Props) {
  const t = useTranslations("common");
  const sentence = useErrorSentence();
  const summary = useRef<HTMLDivElement>(null);
  const hasErrors = errors.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server moves the focus anew
  useEffect(() => {
    if (hasErrors) summary.current?.focus();
  }, [answer, hasErrors]);
  if (!hasErrors) return null;
  return (
    <div
      ref={summary}
      tabIndex={-1}
      role="alert"
      className="mb-5 rounded-md border-2 border-negative bg-negative-subtle p-4"
    >
      <p className="font-semibold">{t("errorSummary")}</p>
      {errors.map((error) => (
        <p key={error}>
          {sentence(error)} {isRemediable(error) && <Remedy error={error} />}
        </p>
      ))}
    </div>
  );
}

function isRemediable(error: string): error is RemediableKey {
  return error in remedies;
}

/** In a new tab: what was typed in this one stays, to be sent again. */
function Remedy({ error }: { error: RemediableKey }) {
  const t = useTranslations("common.remedy");
  const locale = useLocale();
  const here = usePathname().replace(/^\/[a-z]{2}(?=\/|$)/, "");
  return (
    <a href={`/${locale}${remedies[error]}?naar=${here}`} target="_blank" rel="noopener" className="link">
      {t(error)} {t("newTab")}
    </a>
  );
}
