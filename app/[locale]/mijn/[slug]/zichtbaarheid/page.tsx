import { redirect } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { AdoptionForm, type FieldSpec } from "@/components/adoptions/adoption-form";
import { FormPage, Warning } from "@/components/adoptions/form-page";
import type { AdoptionRecord } from "@/lib/adoptions/portfolio/queries";
import { visibilities } from "@/lib/adoptions/schema";
import { openRecord, type RecordParams, titleOf } from "../open-record";

type Props = { params: RecordParams };

export const generateMetadata = ({ params }: Props) => titleOf(params);

export default async function Page({ params }: Props) {
  const opened = await openRecord(params);
  if ("gate" in opened) return opened.gate;
  const { record, locale } = opened;
  if (!record.newest) redirect(`/${locale}/mijn/${record.solution.slug}`);
  return <Visibility adoption={record.newest} />;
}

function Visibility({ adoption }: { adoption: AdoptionRecord }) {
  const t = useTranslations("adoptions");
  const locale = useLocale();
  const { solution, isHidden, isPublic } = adoption;
  const field: FieldSpec = {
    name: "visibility",
    label: t("form.visibility"),
    help: t("form.visibilityHelp"),
    control: "radio",
    options: visibilities.map((value) => ({ value, label: t(`form.visibilityOptions.${value}`) })),
  };
  return (
    <FormPage title={t("visibilityPage.title")} solution={solution} adoption={adoption}>
      {adoption.canSetVisibility ? (
        <AdoptionForm
          id="zichtbaarheid"
          kind="visibility"
          fields={[field]}
          values={{ visibility: isHidden ? "hidden" : isPublic ? "public" : "gemeenten" }}
          hidden={{ adoptionId: adoption.id, version: String(adoption.version) }}
          submit={t("visibilityPage.submit")}
          cancelHref={`/${locale}/mijn/${solution.slug}`}
        />
      ) : (
        <Warning>{t("stepPage.notManager")}</Warning>
      )}
    </FormPage>
  );
}
