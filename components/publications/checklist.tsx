import { useTranslations } from "next-intl";
import { checkGate, completeness, type Facts, gateChecks, listObstacles } from "@/lib/solutions/rules";
import type { SolutionContent } from "@/lib/solutions/schema";

type TextProps = { content: SolutionContent };
type FactProps = TextProps & { published: SolutionContent | null; facts: Facts };

/** How complete the text is and what would help most. */
export function Completeness({ content }: TextProps) {
  const t = useTranslations("manage");
  const { percent, missing } = completeness(content);
  return (
    <section aria-labelledby="volledig" className="mt-8">
      <h2 id="volledig">{t("completeness.title")}</h2>
      <p className="mt-2">{t("completeness.percent", { percent })}</p>
      {missing.length === 0 ? (
        <p>{t("completeness.all")}</p>
      ) : (
        <>
          <p>{t("completeness.missing")}</p>
          <ul className="mt-1 list-disc pl-6">
            {missing.map((field) => (
              <li key={field}>{t(`field.${field}`)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** What must still happen before the text can be offered. */
export function Obstacles({ content, published, facts }: FactProps) {
  const t = useTranslations("manage");
  const obstacles = listObstacles(content, published, facts);
  if (obstacles.length === 0) return <p>{t("obstacles.none")}</p>;
  return (
    <>
      <p className="font-semibold">{t("obstacles.title")}</p>
      <ul className="mt-1 mb-4 list-disc pl-6">
        {obstacles.map((obstacle) => (
          <li key={obstacle}>{t(`obstacle.${obstacle}`)}</li>
        ))}
      </ul>
    </>
  );
}

/** The gate to scaling up, for a solution that has not passed it. */
export function Gate({ content, facts }: TextProps & { facts: Facts }) {
  const t = useTranslations("manage");
  const gate = checkGate(content, facts);
  return (
    <section aria-labelledby="poort" className="mt-8">
      <h2 id="poort">{t("gate.title")}</h2>
      <p className="measure mt-2">{t("gate.intro")}</p>
      <ul className="mt-2 list-disc pl-6">
        {gateChecks.map((check) => (
          <li key={check}>
            {t(`obstacle.${check}`)}: <strong>{t(gate[check] ? "gate.met" : "gate.unmet")}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
