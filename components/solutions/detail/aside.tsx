import { useTranslations } from "next-intl";
import type { OwnAdoption } from "@/lib/adoptions/queries";
import type { Locale } from "@/lib/core/locales";
import { isGemeenteMember, type Viewer } from "@/lib/core/roles";
import type { SolutionDetail } from "@/lib/solutions/queries";
import { Contents } from "./contents";
import { OwnState } from "./own-state";
import { listRelated } from "./relations";

type Props = { viewer: Viewer; solution: SolutionDetail; adoption: OwnAdoption | null; locale: Locale };

/** Beside the page: where my gemeente stands and the one action that fits me now. */
export function Aside({ viewer, solution, adoption }: Props) {
  const t = useTranslations("facility.aside");
  const isGemeente = isGemeenteMember(viewer);
  return (
    <aside aria-labelledby="uw-gemeente" className="lg:sticky lg:top-4 lg:row-span-2 lg:self-start">
      <div className="card no-print bg-subtle">
        <h2 id="uw-gemeente" className="mb-2 text-base">
          {isGemeente ? t("title") : t("titleVisitor")}
        </h2>
        {isGemeente && (
          <OwnState
            adoption={adoption}
            gemeente={viewer.organisation.name}
            slug={solution.slug}
            kind={solution.kind}
          />
        )}
      </div>
      <div className="mt-6 max-lg:hidden">
        <Contents hasRelated={listRelated(solution).length > 0} />
      </div>
    </aside>
  );
}
