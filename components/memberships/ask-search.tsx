import { useLocale, useTranslations } from "next-intl";
import type { ViewerOrganisation } from "@/lib/core/roles";
import { askPath } from "./own-memberships";

type Props = { text: string; found: ViewerOrganisation[]; suggestion: ViewerOrganisation | null };

/** Finds an organisation to ask for access; a GET form, so that it works without JavaScript. */
export function AskSearch({ text, found, suggestion }: Props) {
  const t = useTranslations("memberships.ask");
  const locale = useLocale();
  return (
    <section aria-labelledby="vraag" className="mt-10">
      <h2 id="vraag">{t("title")}</h2>
      <p className="measure mt-3">{t("intro")}</p>
      {suggestion && <Suggestion organisation={suggestion} />}
      <form action={`/${locale}/account/lidmaatschap#vraag`} className="measure mt-5">
        <label htmlFor="zoek-organisatie" className="mb-1 block font-semibold">
          {t("search")}
        </label>
        <div className="flex flex-wrap gap-3">
          <input
            id="zoek-organisatie"
            type="search"
            name="zoek"
            defaultValue={text}
            maxLength={100}
            className="control min-w-0 flex-1 basis-52"
          />
          <button type="submit" className="button">
            {t("searchSubmit")}
          </button>
        </div>
      </form>
      {text && <Found text={text} found={found} />}
    </section>
  );
}

function Suggestion({ organisation }: { organisation: ViewerOrganisation }) {
  const t = useTranslations("memberships.ask");
  const locale = useLocale();
  return (
    <p className="measure mt-4 rounded-md border-2 border-action bg-action-subtle p-4">
      {t("suggestion", { name: organisation.name })}{" "}
      <a href={`/${locale}${askPath(organisation.slug)}`}>{t("askOne", { name: organisation.name })}</a>
    </p>
  );
}

function Found({ text, found }: Pick<Props, "text" | "found">) {
  const t = useTranslations("memberships.ask");
  const kind = useTranslations("terms.organisationKind");
  const locale = useLocale();
  return (
    <div className="measure mt-5">
      <p role="status" className="font-semibold">
        {t("found", { count: found.length, text })}
      </p>
      {found.length === 0 && <p className="mt-2">{t("nothing")}</p>}
      <ul className="mt-2 divide-y divide-line">
        {found.map((organisation) => (
          <li key={organisation.id} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <a href={`/${locale}${askPath(organisation.slug)}`}>{organisation.name}</a>
            <span className="text-sm text-soft">{kind(organisation.kind)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
