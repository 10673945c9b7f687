import { useTranslations } from "next-intl";
import { demoSignInAction } from "@/lib/accounts/actions";
import type { DemoPerson } from "@/lib/accounts/queries";
import type { Locale } from "@/lib/core/locales";

type Props = { people: DemoPerson[]; locale: Locale; next: string };

/** The people of the demonstration, to sign in as with one button; nothing where there are none. */
export function DemoPeople({ people, locale, next }: Props) {
  const t = useTranslations("signIn.demo");
  if (people.length === 0) return null;
  return (
    <section aria-labelledby="als-demo" className="mt-12">
      <h2 id="als-demo">{t("title")}</h2>
      <p className="measure mt-3">{t("intro")}</p>
      <ul className="mt-6 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {people.map((person) => (
          <li key={`${person.id}${person.role}`} className="card">
            <PersonCard person={person} locale={locale} next={next} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type CardProps = { person: DemoPerson; locale: Locale; next: string };

function PersonCard({ person, locale, next }: CardProps) {
  const t = useTranslations();
  return (
    <form action={demoSignInAction} className="flex h-full flex-col gap-1">
      <input type="hidden" name="userId" value={person.id} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="next" value={next} />
      <h3>{person.organisation.name}</h3>
      <p>
        {person.name}, {t(`terms.role.${person.role}`)} <span className="tag">{t("common.fictitious")}</span>
      </p>
      <p className="mb-3 text-sm text-soft">{t(`accounts.roleHelp.${person.role}`)}</p>
      <button type="submit" className="button button-quiet mt-auto self-start">
        {t("accounts.signInAs", { name: person.name ?? "" })}
      </button>
    </form>
  );
}
