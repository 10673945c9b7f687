import { z } from "zod";
import { DigestFrequency } from "@/lib/core/generated/prisma/enums";
import { firstOf } from "@/lib/core/text";

/** What can be followed, as in the addresses of their pages. */
export const followKinds = ["voorziening", "thema", "gemeente"] as const;
export type FollowKind = (typeof followKinds)[number];

/** More is a stream that nobody reads. */
export const mostFollowed = 200;

/** `key` is the slug of a solution or gemeente, or a theme as in an address: "sociaal-domein". */
export const followForm = z.object({
  kind: z.enum(followKinds),
  key: z
    .string()
    .max(200)
    .regex(/^[a-z0-9-]+$/),
});
export type FollowSubject = z.output<typeof followForm>;

export const frequencies = Object.values(DigestFrequency);
export const frequencyForm = z.object({ frequency: z.enum(DigestFrequency) });

/** What the link at the end of a mail carries. */
export const stopForm = z.object({ wie: z.uuid(), code: z.string().regex(/^[0-9a-f]{64}$/) });
export type StopInput = z.output<typeof stopForm>;

export const followParams = z.object({
  melding: z.preprocess(firstOf, z.enum(["mail", "seen"]).optional().catch(undefined)),
});
