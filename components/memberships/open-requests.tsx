import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { OpenRequest } from "@/lib/memberships/requests/queries";
import { useRoleWords } from "./use-roles";

type Props = {
  requests: OpenRequest[];
  /** Where the answers are given, without the language. */
  path: string;
};

/** Who asks for access and waits for an answer. */
export function OpenRequests({ requests, path }: Props) {
  const t = useTranslations("memberships.requests");
  const locale = useLocale();
  return (
    <section aria-labelledby="aanvragen" className="mt-10">
      <h2 id="aanvragen">{t("title")}</h2>
      {requests.length === 0 && <p className="mt-3">{t("none")}</p>}
      <ul className="mt-4 grid gap-4 lg:grid-cols-2">
        {requests.map((request) => (
          <li key={request.id} className="card min-w-0">
            <RequestFacts request={request} />
            <a href={`/${locale}${path}/${request.id}`} className="button button-quiet mt-3">
              {t("answer", { name: request.name ?? request.email })}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What somebody asks, and says about themselves. */
export function RequestFacts({ request }: { request: OpenRequest }) {
  const t = useTranslations("memberships.requests");
  const format = useFormatter();
  const words = useRoleWords();
  const { name, email, role, functionTitle, message, createdAt } = request;
  return (
    <>
      <h3 className="text-lg">{name ?? email}</h3>
      <p className="wrap-anywhere">{[functionTitle, email].filter(Boolean).join(", ")}</p>
      <p className="mt-1">{t("asks", { role: words([role]), date: format.dateTime(createdAt, "day") })}</p>
      {message && (
        <blockquote className="mt-2 border-line border-l-4 pl-3 whitespace-pre-line">{message}</blockquote>
      )}
    </>
  );
}
