import { z } from "zod";
import { line } from "@/lib/core/forms";
import { locales } from "@/lib/core/locales";

/** Erasing oneself: the own address typed, so that it is no slip of the hand. */
export const eraseSchema = z.object({ confirmation: line(320) });

export type EraseInput = z.output<typeof eraseSchema>;

/** How somebody wants their data: for a program, or for a spreadsheet. */
export const ownDataSchema = z.object({
  vorm: z.enum(["json", "csv"]).catch("json").default("json"),
  taal: z.enum(locales).catch("nl").default("nl"),
});
