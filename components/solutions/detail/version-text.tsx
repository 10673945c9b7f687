import { useTranslations } from "next-intl";
import { Fact } from "@/components/ui/fact";
import type { SolutionContent } from "@/lib/solutions/schema";

/** The text of one published version. */
export function VersionText({ content }: { content: SolutionContent }) {
  const t = useTranslations();
  const words = (key: "audience" | "sideEffects" | "legalBasis", text: string | null) =>
    text ? { key, text, isDutch: true } : null;
  const facts = [
    { key: "kind", text: t(`terms.kind.${content.kind}`) },
    { key: "theme", text: t(`terms.theme.${content.theme}`) },
    { key: "phase", text: t(`terms.phase.${content.phase}`) },
    { key: "obligation", text: t(`terms.obligation.${content.obligation}`) },
    { key: "price", text: t(`terms.price.${content.priceModel}`) },
    words("audience", content.audience),
    words("sideEffects", content.sideEffects),
    words("legalBasis", content.legalBasis),
  ] as const;
  return (
    <>
      <p lang="nl" className="measure mt-6 text-lg">
        {content.summary}
      </p>
      {content.description && (
        <p lang="nl" className="measure mt-4 whitespace-pre-line">
          {content.description}
        </p>
      )}
      <dl className="mt-6 grid gap-x-8 gap-y-3 sm:grid-cols-2">
        {facts.map(
          (fact) =>
            fact && (
              <Fact key={fact.key} label={t(`facility.what.${fact.key}`)}>
                <span lang={"isDutch" in fact ? "nl" : undefined}>{fact.text}</span>
              </Fact>
            ),
        )}
      </dl>
    </>
  );
}
