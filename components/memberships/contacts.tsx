import { useLocale, useTranslations } from "next-intl";
import type { Contact } from "@/lib/memberships/members/queries";
import { useRoleWords } from "./use-roles";

type Props = { contacts: Contact[]; slug: string };

/** Whom a colleague can ask, by name and function. */
export function Contacts({ contacts, slug }: Props) {
  const t = useTranslations("memberships.contacts");
  const words = useRoleWords();
  const locale = useLocale();
  return (
    <section aria-labelledby="contact" className="mt-8">
      <h2 id="contact">{t("title")}</h2>
      {contacts.length === 0 && <p className="measure mt-3">{t("none")}</p>}
      <ul className="mt-4 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {contacts.map(({ userId, name, functionTitle, roles }) => (
          <li key={userId} className="card">
            <h3 className="text-lg">{name ?? t("nameless")}</h3>
            {functionTitle && <p>{functionTitle}</p>}
            <p className="text-soft">{words(roles)}</p>
          </li>
        ))}
      </ul>
      <p className="mt-6">
        <a href={`/${locale}/account/lidmaatschap/aanvragen/${slug}`}>{t("askRole")}</a>
      </p>
    </section>
  );
}
