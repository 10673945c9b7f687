import { z } from "zod";
import { Province } from "@/lib/core/generated/prisma/enums";
import { type SizeClassId, sizeClasses } from "./rules";

/** The word of a province in an address: "noord-holland". */
export function toProvinceWord(province: Province): string {
  return province.toLowerCase().replace("_", "-");
}

export const provinces = Object.values(Province);
const sizeIds = sizeClasses.map(({ id }) => id) as [SizeClassId, ...SizeClassId[]];

const first = (value: unknown) => (Array.isArray(value) ? value[0] : value);

const provinceOf = (word: unknown) => provinces.find((province) => toProvinceWord(province) === word) ?? null;

/** Search params of the list of gemeenten; what it does not know it leaves out, it never refuses. */
export const gemeenteSearch = z
  .object({
    q: z.preprocess(
      first,
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
      .transform((value) => provinceOf(first(value))),
    grootte: z.preprocess(first, z.enum(sizeIds).nullable().catch(null)),
  })
  .transform(({ q, provincie, grootte }) => ({ q, province: provincie, size: grootte }));
