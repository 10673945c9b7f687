import { z } from "zod";

/** Ending one session. */
export const endSessionSchema = z.object({ sessionId: z.uuid() });

/** Ending all others asks nothing more. */
export const endOthersSchema = z.object({});
