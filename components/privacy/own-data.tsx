import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "@/components/ui/client-messages";
import { EraseForm } from "./erase-form";

/** The two files with everything about the reader. */
export function DownloadLinks() {
  const t = useTranslations("privacy.own.download");
  const locale = useLocale();
  return (
    <section aria-labelledby="ophalen" className="mt-8">
      <h2 id="ophalen">{t("title")}</h2>
      <p className="mt-2">{t("text")}</p>
      <p className="mt-4 flex flex-wrap gap-4">
        {(["csv", "json"] as const).map((format) => (
          <a
            key={format}
            href={`/api/account/gegevens?vorm=${format}&taal=${locale}`}
            download
            className="button button-quiet"
          >
            {t(format)}
          </a>
        ))}
      </p>
    </section>
  );
}

type Props = {
  email: string;
  /** What will stand where the name is now. */
  instead: string;
  isDemo: boolean;
};

/** What erasing does, and the form for it; for a person of the demonstration why not. */
export function Erasure({ email, instead, isDemo }: Props) {
  const t = useTranslations("privacy.own.erase");
  return (
    <section aria-labelledby="wissen-titel" className="mt-10">
      <h2 id="wissen-titel">{t("title")}</h2>
      <p className="mt-2">{t("what")}</p>
      <ul className="mt-2 mb-4 list-disc pl-6">
        <li>{t("name", { name: instead })}</li>
        <li>{t("gone")}</li>
        <li>{t("stays")}</li>
        <li>{t("text")}</li>
        <li className="font-semibold">{t("final")}</li>
      </ul>
      {isDemo ? (
        <p className="rounded-md border-2 border-warning-edge bg-warning p-4">{t("demo")}</p>
      ) : (
        <ClientMessages namespaces={["privacy"]}>
          <EraseForm email={email} />
        </ClientMessages>
      )}
    </section>
  );
}
