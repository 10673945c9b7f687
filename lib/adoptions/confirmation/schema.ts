import { z } from "zod";

/** Adoptions on one page of "klopt dit nog?": so many a person can really look at, and a form can carry. */
export const mostAtOnce = 100;

/** One adoption or all that were shown, as one hidden field: ids with commas between. */
export const confirmStillSchema = z.object({
  ids: z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.uuid()).min(1).max(mostAtOnce)),
});
export type ConfirmStillInput = z.output<typeof confirmStillSchema>;
