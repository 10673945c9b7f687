import { useTranslations } from "next-intl";
import type { Option } from "@/components/ui/field";
import {
  Layer,
  Obligation,
  PriceModel,
  SolutionKind,
  SolutionPhase,
  Theme,
} from "@/lib/core/generated/prisma/enums";

/** The choices of every list in the editor, in the visitor's language. */
export function useOptions(): Record<
  "kind" | "theme" | "layer" | "phase" | "obligation" | "price",
  Option[]
> {
  const t = useTranslations("terms");
  const list = <T extends string>(values: Record<string, T>, label: (value: T) => string) =>
    Object.values(values).map((value) => ({ value, label: label(value) }));
  return {
    kind: list(SolutionKind, (value) => t(`kind.${value}`)),
    theme: list(Theme, (value) => t(`theme.${value}`)),
    layer: list(Layer, (value) => t(`layer.${value}`)),
    phase: list(SolutionPhase, (value) => t(`phase.${value}`)),
    obligation: list(Obligation, (value) => t(`obligation.${value}`)),
    price: list(PriceModel, (value) => t(`price.${value}`)),
  };
}
