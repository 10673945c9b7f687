import { z } from "zod";
import { blockedPorts } from "./ports";

// Read by the start script as well, outside Next: no "server-only" here, and no import of ours but plain facts.

const variables = z.object({
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error:
      "DATABASE_URL is geen adres van een PostgreSQL-database, bijvoorbeeld postgresql://gebruiker:wachtwoord@server:5432/pluseen.",
  }),
  /** The role that owns the tables, for migrating and loading; the site itself never sees it. */
  DATABASE_OWNER_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "DATABASE_OWNER_URL is geen adres van een PostgreSQL-database.",
    })
    .optional(),
  NEXTAUTH_SECRET: z
    .string("NEXTAUTH_SECRET ontbreekt: een willekeurig geheim van minstens 32 tekens.")
    .min(32, "NEXTAUTH_SECRET is korter dan 32 tekens."),
  NEXTAUTH_URL: z
    .url({
      protocol: /^https?$/,
      error: "NEXTAUTH_URL ontbreekt of is geen adres: het adres waarop gebruikers de site bezoeken.",
    })
    .refine(
      isOrigin,
      "NEXTAUTH_URL is alleen het adres van de site, zonder pad, bijvoorbeeld https://pluseen.nl.",
    )
    .refine(isSafe, "NEXTAUTH_URL begint met https://; alleen op localhost mag http://."),
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
  /** The mail server; without it nothing is sent. */
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error:
        "SMTP_URL is geen adres van een mailserver, bijvoorbeeld smtps://naam:wachtwoord@mail.voorbeeld.nl:465.",
    })
    .optional(),
  /** Who sends: an address, or "PlusEén <noreply@voorbeeld.nl>". */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/, {
      error: "MAIL_FROM is geen mailadres, bijvoorbeeld PlusEén <noreply@voorbeeld.nl>.",
    })
    .optional(),
  /** Where files are kept without S3-compatible storage; the start names a folder beside the database. */
  FILES_FOLDER: z.string().optional(),
  /** S3-compatible storage for files: all of it or nothing. */
  FILES_S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: "FILES_S3_ENDPOINT is geen adres van een opslagserver, bijvoorbeeld https://s3.voorbeeld.nl.",
    })
    .refine(isPlain, "FILES_S3_ENDPOINT mag geen naam, wachtwoord of vraag bevatten.")
    .refine(isSafe, "FILES_S3_ENDPOINT begint met https://; alleen op localhost mag http://.")
    .optional(),
  FILES_S3_BUCKET: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      "FILES_S3_BUCKET is geen naam van een bucket, bijvoorbeeld pluseen-documenten.",
    )
    .optional(),
  FILES_S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/, "FILES_S3_REGION is geen naam van een regio, bijvoorbeeld eu-west-1.")
    .default("us-east-1"),
  FILES_S3_ACCESS_KEY_ID: z.string().optional(),
  FILES_S3_SECRET_ACCESS_KEY: z.string().optional(),
  /** 0: this process sends no mail and does no other work in the background. */
  PLUS1_JOBS: z.enum(["0", "1"], "PLUS1_JOBS is 0 of 1.").optional(),
  PORT: wholeNumber("PORT", 1, 65_535)
    .refine((port) => !blockedPorts.has(port), {
      error: ({ input }) =>
        `PORT is ${input}: geen browser opent een site op die poort, en deze site zelf ook niet. Kies een andere, bijvoorbeeld 3000.`,
    })
    .default(3000),
  /** 1 loads the fictitious layer, 0 also closes its sign-in. */
  PLUS1_DEMO: z.enum(["0", "1"], "PLUS1_DEMO is 0 of 1.").optional(),
  /** How many proxies of our own stand in front; so many entries of X-Forwarded-For are believed. */
  TRUSTED_PROXIES: wholeNumber("TRUSTED_PROXIES", 0, 10).default(0),
  /** Where a security fault is reported, for /.well-known/security.txt. */
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+[\d-]+)$/, {
      error:
        "SECURITY_CONTACT is geen adres, bijvoorbeeld mailto:security@voorbeeld.nl of https://voorbeeld.nl/melden.",
    })
    .optional(),
  /** Multiplies every rate limit. */
  RATE_LIMIT_FACTOR: z.coerce
    .number("RATE_LIMIT_FACTOR is een getal groter dan 0.")
    .positive("RATE_LIMIT_FACTOR is een getal groter dan 0.")
    .optional(),
  LOG_LEVEL: z
    .enum(["debug", "info", "warn", "error", "silent"], "LOG_LEVEL is debug, info, warn, error of silent.")
    .default("info"),
  /** Seconds that the site keeps answering after a stop signal, while /readyz already says no. */
  DRAIN_SECONDS: wholeNumber("DRAIN_SECONDS", 0, 300).default(0),
});

export type Environment = z.infer<typeof variables>;
type Raw = Record<string, string | undefined>;

/** What only a site needs that others than its own machine visit. */
const neededOnline = {
  TRUSTED_PROXIES:
    "TRUSTED_PROXIES ontbreekt: hoeveel eigen proxies vóór de site staan, bijvoorbeeld 1 voor de webserver die https doet.",
  SECURITY_CONTACT:
    "SECURITY_CONTACT ontbreekt: waar men een kwetsbaarheid meldt, bijvoorbeeld mailto:security@voorbeeld.nl.",
};

/** What S3-compatible storage needs as soon as one of it is set. */
const neededForStorage = {
  FILES_S3_ENDPOINT:
    "FILES_S3_ENDPOINT ontbreekt: het adres van de opslagserver, bijvoorbeeld https://s3.voorbeeld.nl.",
  FILES_S3_BUCKET: "FILES_S3_BUCKET ontbreekt: de naam van de bucket waarin de documenten komen.",
  FILES_S3_ACCESS_KEY_ID: "FILES_S3_ACCESS_KEY_ID ontbreekt: de sleutel waarmee de site bij de opslag mag.",
  FILES_S3_SECRET_ACCESS_KEY: "FILES_S3_SECRET_ACCESS_KEY ontbreekt: het geheim bij FILES_S3_ACCESS_KEY_ID.",
};

const secrets = ["NEXTAUTH_SECRET", "ENCRYPTION_KEY"];

/**
 * Judges the environment at the start: the values, or a Dutch sentence per variable that is missing or
 * wrong, all at once. Set to nothing is not set.
 */
export function judgeEnvironment(raw: Raw): { values: Environment; faults: [] } | { faults: string[] } {
  const given = withoutEmpty(raw);
  const result = variables.safeParse(given);
  const faults = new Map<PropertyKey, string>();
  const add = (name: PropertyKey, fault: string) => !faults.has(name) && faults.set(name, fault);
  for (const { message, path } of result.error?.issues ?? []) add(path[0] ?? message, message);
  for (const name of secrets) {
    if (given[name] && !isStrong(given[name]))
      add(name, `${name} is te raden. Maak er een met: openssl rand -base64 32`);
  }
  if (given.SMTP_URL && !given.MAIL_FROM)
    add("MAIL_FROM", "MAIL_FROM ontbreekt: het adres waarvan SMTP_URL de mail verstuurt.");
  const addMissing = (needed: Record<string, string>) => {
    for (const [name, missing] of Object.entries(needed)) if (!given[name]) add(name, missing);
  };
  if (!isLocal(given.NEXTAUTH_URL ?? "")) addMissing(neededOnline);
  if (Object.keys({ ...neededForStorage, FILES_S3_REGION: "" }).some((name) => given[name]))
    addMissing(neededForStorage);
  return result.success && faults.size === 0
    ? { values: result.data, faults: [] }
    : { faults: [...faults.values()] };
}

let read: Environment | null = null;

/** The environment, read once; throws a sentence per variable that is missing or wrong. The start judged it. */
export function env(): Environment {
  if (read) return read;
  const result = variables.safeParse(withoutEmpty(process.env));
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join("\n"));
  read = result.data;
  return read;
}

function withoutEmpty(raw: Raw): Raw {
  return Object.fromEntries(Object.entries(raw).filter(([, value]) => value !== ""));
}

function wholeNumber(name: string, minimum: number, maximum: number) {
  const error = `${name} is een geheel getal van ${minimum} tot ${maximum}.`;
  return z.coerce.number(error).int(error).min(minimum, error).max(maximum, error);
}

/** Is this an address of this very machine? */
export function isLocal(address: string): boolean {
  return URL.canParse(address) && ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

function isSafe(address: string): boolean {
  return address.startsWith("https://") || isLocal(address);
}

/** Without anything that belongs in a variable of its own. */
function isPlain(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { username, password, search, hash } = new URL(address);
  return !(username || password || search || hash);
}

function isOrigin(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, href } = new URL(address);
  return href === `${origin}/`;
}

/** Words of examples, and what somebody types who only wants to get past the check. */
const guessable = /change.?me|secret|geheim|password|wachtwoord|example|voorbeeld|12345|abcde|qwerty/i;

/** Not typed by hand and not copied from an example: enough different characters, no such words. */
function isStrong(secret: string): boolean {
  return new Set(secret).size >= 12 && !guessable.test(secret);
}
