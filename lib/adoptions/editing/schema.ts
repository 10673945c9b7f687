import { z } from "zod";
import { today } from "@/lib/core/dates";
import { day, line } from "@/lib/core/forms";

/** The most adoptions that are chosen at once: a page of the table. */
export const mostChosen = 100;

const chosen = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.uuid()).min(1).max(mostChosen));

/** What of many adoptions can be set at once; what is left empty stays as it is. */
export const bulkEditSchema = z
  .object({
    ids: chosen,
    leadName: line(120).optional(),
    contactName: line(120).optional(),
    nextOn: day.refine((value) => value >= today(), { error: "dateInPast" }).optional(),
    contractEndsOn: day.optional(),
    reason: line(2000),
  })
  .refine(
    ({ leadName, contactName, nextOn, contractEndsOn }) =>
      leadName ?? contactName ?? nextOn ?? contractEndsOn,
    { error: "nothingToChange" },
  );
export type BulkEditInput = z.output<typeof bulkEditSchema>;

/** Everything from one name to another. */
export const handOverSchema = z.object({ from: line(120), to: line(120) });
export type HandOverInput = z.output<typeof handOverSchema>;

/** The adoptions that an address chooses, "a" once for each. */
export const chosenParams = z.object({
  a: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ids) => [ids ?? []].flat().filter((id) => z.uuid().safeParse(id).success)),
});
