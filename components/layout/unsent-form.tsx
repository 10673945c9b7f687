import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { reopenFormAction } from "@/lib/accounts/unsent/actions";
import { actingForField, formIdField } from "@/lib/core/forms";
import type { Locale } from "@/lib/core/locales";
import type { Viewer } from "@/lib/core/roles";
import type { Unsent, UnsentField } from "@/lib/core/unsent";

type Props = { form: Unsent; viewer: Viewer; locale: Locale };

/** On top of the page that answers a form that was not taken: what was typed, and the way to send it after all. */
export function UnsentForm({ form: { state, fields }, viewer, locale }: Props) {
  const t = useTranslations("layout.unsent");
  const common = useTranslations("common");
  const openedFor = fields.find(([name]) => name === actingForField)?.[1];
  const organisation = viewer.organisations.find(({ id }) => id === openedFor);
  if (state === "filledIn")
    return <Frame title={t("again")} text={t("againText")} typed={<Typed fields={fields} />} />;
  if (state === "otherOrganisation" && !organisation)
    return <Frame title={t("title")} text={t("gone")} typed={<Typed fields={fields} isOpen />} />;
  const name = organisation ? common("organisationName", organisation) : "";
  return (
    <Frame title={t("title")} text={t(state, { organisation: name })} typed={<Typed fields={fields} />}>
      {state === "signedOut" && (
        <a href={`/${locale}/inloggen`} target="_blank" rel="noopener" className="button">
          {t("signIn")}
        </a>
      )}
      <form action={reopenFormAction}>
        {fields.map(([field, value], at) => (
          <input key={`${at}-${field}`} type="hidden" name={field} value={value} />
        ))}
        <button type="submit" className={state === "signedOut" ? "button button-quiet" : "button"}>
          {t(state === "signedOut" ? "reopen" : "switchBack", { organisation: name })}
        </button>
      </form>
    </Frame>
  );
}

type FrameProps = { title: string; text: string; typed: ReactNode; children?: ReactNode };

function Frame({ title, text, typed, children }: FrameProps) {
  return (
    <section aria-labelledby="niet-verstuurd" className="mb-8 border-l-4 border-warning-edge bg-warning p-4">
      <h2 id="niet-verstuurd">{title}</h2>
      <p className="measure mt-2">{text}</p>
      {children && <div className="mt-4 flex flex-wrap gap-4">{children}</div>}
      {typed}
    </section>
  );
}

/** Choices and keys are words of the code: nobody typed those. */
const isTyped = ([, value]: UnsentField) =>
  /[^\s]/.test(value) && !/^([A-Z_]+|on|[0-9a-f-]{36})$/.test(value);

/** The texts themselves, to read and to copy, also where the form is not on the page any more. */
function Typed({ fields, isOpen = false }: { fields: UnsentField[]; isOpen?: boolean }) {
  const t = useTranslations("layout.unsent");
  const start = fields.findIndex(([name]) => name === formIdField);
  const typed = fields.slice(start + 1).filter(isTyped);
  if (typed.length === 0) return null;
  return (
    <details className="mt-4" open={isOpen}>
      <summary className="link cursor-pointer">{t("typed")}</summary>
      <ul className="mt-2 grid gap-2">
        {typed.map(([field, value], at) => (
          <li key={`${at}-${field}`} className="measure card whitespace-pre-wrap break-words">
            {value}
          </li>
        ))}
      </ul>
    </details>
  );
}
