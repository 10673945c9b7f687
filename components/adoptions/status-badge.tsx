import { type AdoptionStatus, type StatusGroup, toStatusGroup } from "@/lib/adoptions/rules";
import type { SolutionKind } from "@/lib/core/generated/prisma/enums";
import { useStatusLabel } from "./use-status-label";

const looks: Record<StatusGroup, string> = {
  interested: "border-scale-3 bg-scale-1 text-(--pluseen-scale-ink)",
  joining: "border-scale-3 bg-scale-3 text-[#15211f]",
  inUse: "border-scale-5 bg-scale-5 text-(--pluseen-scale-ink-inverse)",
  stopped: "border-edge border-dashed bg-paper text-ink",
};

type Props = { status: AdoptionStatus; kind: SolutionKind };

/** The state in words, in the shade that map and curve give it. Connecting speaks the verb of the kind. */
export function StatusBadge({ status, kind }: Props) {
  const label = useStatusLabel();
  return <span className={`tag border ${looks[toStatusGroup(status)]}`}>{label(status, kind)}</span>;
}
