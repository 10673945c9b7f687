import { useLocale, useTranslations } from "next-intl";
import { FlowGraph } from "@/components/ui/flow-graph";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { listRelated, relatedTo } from "./relations";

/** Fewer than this is said in a sentence as well as in a drawing. */
const fewest = 3;

/** What is needed first, this facility, and what it is made of: only where there is something to see. */
export function BundleGraph({ solution }: { solution: SolutionDetail }) {
  const t = useTranslations("facility");
  const locale = useLocale();
  const needed = relatedTo(solution, "REQUIRES");
  const parts = listRelated(solution).find(({ key }) => key === "consistsOf")?.solutions ?? [];
  const wholes = listRelated(solution).find(({ key }) => key === "partOf")?.solutions ?? [];
  if (needed.length + parts.length + wholes.length < fewest) return null;
  const toNodes = (solutions: readonly { name: string; slug: string }[]) =>
    solutions.map(({ name, slug }) => ({ label: name, href: `/${locale}/voorzieningen/${slug}` }));
  return (
    <div className="mb-6">
      <FlowGraph
        label={t("graph.label", { name: solution.name })}
        columns={[
          { title: t("graph.needed"), nodes: toNodes(needed) },
          { title: t("graph.here"), nodes: [{ label: solution.name, href: null }] },
          { title: t("graph.parts"), nodes: toNodes(parts) },
          { title: t("graph.wholes"), nodes: toNodes(wholes) },
        ]}
      />
    </div>
  );
}
