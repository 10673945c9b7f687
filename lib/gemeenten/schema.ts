import { z } from "zod";
import { Province } from "@/lib/core/generated/prisma/enums";
import { firstOf, toAddressWord } from "@/lib/core/text";
import { type SizeClassId, sizeClasses } from "./rules";

export const provinces = Object.values(Province);
const sizeIds = sizeClasses.map(({ id }) => id) as [SizeClassId, ...SizeClassId[]];

const provinceOf = (word: unknown) => provinces.find((province) => toAddressWord(province) === word) ?? null;

/** Search params of the list of gemeenten; what it does not know it leaves out, it never refuses. */
export const gemeenteSearch = z
  .object({
    q: z.preprocess(
      firstOf,
      z
        .string()
        .catch("")
        .transform((text) =>
          text
            .slice(0, 100)
            .replace(/[\p{C}\s]+/gu, " ")
            .trim(),
        ),
    ),
    provincie: z
      .unknown()
      .optional()
      .transform((value) => provinceOf(firstOf(value))),
    grootte: z.preprocess(firstOf, z.enum(sizeIds).nullable().catch(null)),
  })
  .transform(({ q, provincie, grootte }) => ({ q, province: provincie, size: grootte }));
