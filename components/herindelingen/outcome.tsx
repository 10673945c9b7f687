import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useStatusLabel } from "@/components/adoptions/use-status-label";
import { RowTable } from "@/components/ui/row-table";
import type { Outcome } from "@/lib/herindelingen/outcome/queries";
import type { Moved } from "@/lib/herindelingen/outcome/rules";
import { listShownRoles } from "@/lib/memberships/rules";

type Props = { outcome: Outcome; name: string };

/** All that a herindeling does; `name` is the successor. */
export function OutcomeView({ outcome, name }: Props) {
  return (
    <>
      <Closings outcome={outcome} />
      <CarriedOver outcome={outcome} name={name} />
      <People people={outcome.people} />
      <Rest counts={outcome.counts} />
    </>
  );
}

function Part({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <section className="mt-8">
      <h3>{title}</h3>
      <p className="measure mt-2 mb-3">{text}</p>
      {children}
    </section>
  );
}

/** What is hidden is counted, not named: this page is no way around what a gemeente decided. */
function Closings({ outcome: { closings } }: Pick<Props, "outcome">) {
  const t = useTranslations("herindelingen.outcome");
  const label = useStatusLabel();
  const format = useFormatter();
  const shown = closings.filter(({ current }) => !current.isHidden);
  const hidden = closings.length - shown.length;
  const text = t("adoptionsText", { count: closings.length });
  return (
    <Part title={t("adoptions")} text={hidden > 0 ? `${text} ${t("hidden", { count: hidden })}` : text}>
      {shown.length > 0 && (
        <RowTable
          caption={t("adoptions")}
          columns={[t("solution"), t("gemeente"), t("status"), t("since")].map((one) => ({ label: one }))}
          rows={shown.map(({ solution, gemeente, current }) => [
            ...[solution.name, gemeente, label(current.status, solution.kind)],
            format.dateTime(new Date(current.since), "day"),
          ])}
        />
      )}
    </Part>
  );
}

function CarriedOver({ outcome: { carriedOver }, name }: Props) {
  const t = useTranslations("herindelingen.outcome");
  const label = useStatusLabel();
  const shown = carriedOver.filter(({ isHidden }) => !isHidden);
  return (
    <Part title={t("carriedOver", { name })} text={t("carriedOverText", { count: carriedOver.length })}>
      {shown.length > 0 && (
        <RowTable
          caption={t("carriedOver", { name })}
          columns={[t("solution"), t("status"), t("gemeente")].map((one) => ({ label: one }))}
          rows={shown.map(({ solution, to, from }) => [
            ...[solution.name, label(to, solution.kind), from.join(", ")],
          ])}
        />
      )}
    </Part>
  );
}

function People({ people }: { people: Moved[] }) {
  const t = useTranslations("herindelingen.outcome");
  const terms = useTranslations("terms.role");
  const words = (roles: Moved["roles"]) =>
    listShownRoles(roles)
      .map((role) => terms(role))
      .join(", ");
  return (
    <Part title={t("people")} text={t("peopleText", { count: people.length })}>
      {people.length > 0 && (
        <RowTable
          caption={t("people")}
          columns={[t("person"), t("gemeente"), t("had"), t("gets")].map((one) => ({ label: one }))}
          rows={people.map(({ name, from, roles, given, asked }) => [
            ...[name ?? "", from.join(", "), words(roles)],
            asked ? t("asks", { roles: words(given), asked: terms(asked) }) : words(given),
          ])}
        />
      )}
    </Part>
  );
}

const rest = [
  "decisions",
  "facts",
  "documents",
  "partnerships",
  "reviews",
  "needs",
  "follows",
  "requests",
  "invitations",
  "providers",
  "solutions",
] as const satisfies (keyof Outcome["counts"])[];

function Rest({ counts }: Pick<Outcome, "counts">) {
  const t = useTranslations("herindelingen.outcome");
  return (
    <section className="mt-8">
      <h3>{t("rest")}</h3>
      <ul className="measure mt-2 list-disc pl-5">
        {rest.map((key) => (
          <li key={key}>{t(key, { count: counts[key] })}</li>
        ))}
        <li>{t("past")}</li>
      </ul>
    </section>
  );
}
