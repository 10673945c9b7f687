import "server-only";
import { z } from "zod";

const schema = z.object({
  DATABASE_URL: z.url("DATABASE_URL ontbreekt of is geen adres van een PostgreSQL-database."),
  NEXTAUTH_SECRET: z.string().min(32, "NEXTAUTH_SECRET ontbreekt of is korter dan 32 tekens."),
  NEXTAUTH_URL: z.url("NEXTAUTH_URL ontbreekt: het adres waarop gebruikers de site bezoeken."),
  /** Seals secrets in the database; without it they are sealed with a key derived from NEXTAUTH_SECRET. */
  ENCRYPTION_KEY: z.string().min(32, "ENCRYPTION_KEY is korter dan 32 tekens.").optional(),
  /** Hosts that the server may ask although they are internal: "adfs.intern.nl:443", comma separated. */
  OUTBOUND_ALLOWED_HOSTS: z
    .string()
    .default("")
    .transform((text) => text.split(",").map((entry) => entry.trim().toLowerCase()))
    .transform((entries) => entries.filter((entry) => entry !== ""))
    .refine(
      (entries) => entries.every((entry) => /^(http:\/\/)?([\w.-]+|\[[0-9a-f:.]+\]):\d{1,5}$/.test(entry)),
      {
        error: "OUTBOUND_ALLOWED_HOSTS is een lijst van host:poort, gescheiden door komma's.",
      },
    ),
  /** 1 loads the fictitious layer, 0 also closes its sign-in. */
  PLUS1_DEMO: z.enum(["0", "1"]).optional(),
});

let parsed: z.infer<typeof schema> | null = null;

/** The environment, checked once; throws a sentence per variable that is missing or wrong. */
export function env() {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join("\n"));
  parsed = result.data;
  return parsed;
}
