import type { getTranslations } from "next-intl/server";
import type { Collection } from "@/lib/collections/rules";
import { Layer, Theme } from "@/lib/core/generated/prisma/enums";

type Translator = Awaited<ReturnType<typeof getTranslations<never>>>;

/** The name of a collection: of a theme or layer the words of the reader, else its own name. */
export function labelOf({ code, label }: Pick<Collection, "code" | "label">, t: Translator): string {
  const theme = Object.values(Theme).find((value) => value === code);
  if (theme) return t(`terms.theme.${theme}`);
  const layer = Object.values(Layer).find((value) => value === code);
  return layer ? t(`terms.layer.${layer}`) : label;
}
