import { useFormatter, useTranslations } from "next-intl";
import type { WaitingMail } from "@/lib/accounts/outbox/queries";

type Props = { mails: WaitingMail[]; locale: string; origin: string };

/** The mail that a demonstration without a mail server would send, to be read here. */
export function Outbox({ mails, locale, origin }: Props) {
  const t = useTranslations("signIn.outbox");
  const format = useFormatter();
  return (
    <>
      <p className="mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <a href={`/${locale}/postvak`}>{t("reload")}</a>
        <a href={`/${locale}/inloggen`}>{t("toSignIn")}</a>
      </p>
      {mails.length === 0 && <p className="mt-6">{t("empty")}</p>}
      <ol className="mt-6 grid gap-4">
        {mails.map(({ id, to, subject, text, createdAt }) => (
          <li key={id} className="card measure min-w-0">
            <h2 className="text-lg">{subject}</h2>
            <p className="mb-3 wrap-anywhere text-sm text-soft">
              {t("to", { address: to })},{" "}
              {format.dateTime(createdAt, { dateStyle: "long", timeStyle: "medium" })}
            </p>
            <p className="wrap-anywhere whitespace-pre-line">
              <Linked text={text} origin={origin} />
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}

/** Only addresses of this site become links: the words of a mail may come from anybody. */
function Linked({ text, origin }: { text: string; origin: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    part.startsWith(`${origin}/`) ? (
      <a key={index} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}
