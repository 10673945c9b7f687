import "@/lib/core/forms";
import { z } from "zod";

/** Choosing a person of the demonstration. */
export const demoSignInSchema = z.object({ userId: z.uuid() });
