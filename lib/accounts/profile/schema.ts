import { z } from "zod";
import { line, optionalLine } from "@/lib/core/forms";

/** What people see of each other. */
export const profileSchema = z.object({ name: line(100), functionTitle: optionalLine(100) });

export type ProfileInput = z.output<typeof profileSchema>;
