import { z } from "zod";
import { factStatuses, needsSecondPerson } from "@/lib/adoptions/rules";
import { pastDay } from "@/lib/adoptions/schema";
import { line } from "@/lib/core/forms";

/** A gemeente by name. */
export const partnerSchema = z.object({ gemeente: line(120) });
export type PartnerInput = z.output<typeof partnerSchema>;

export const leaveSchema = z.object({ gemeenteId: z.uuid() });
export type LeaveInput = z.output<typeof leaveSchema>;

/** What can be arranged for others: a decision is taken by two persons of the gemeente itself. */
export const sharedStatuses = factStatuses.filter((status) => !needsSecondPerson(status));

/** One adoption for all members. */
export const sharedSchema = z.object({ solution: line(200), to: z.enum(sharedStatuses), since: pastDay });
export type SharedInput = z.output<typeof sharedSchema>;

export const endViaSchema = z.object({ adoptionId: z.uuid(), version: z.number().int().min(1) });
export type EndViaInput = z.output<typeof endViaSchema>;
