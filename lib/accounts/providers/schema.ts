import { z } from "zod";
import { hasNoNul, line, optionalLine } from "@/lib/core/forms";
import { isMailDomain, judgeIssuer, splitDomains } from "./rules";

/** An issuer as the provider writes it itself: it is compared letter by letter, so nothing is tidied up. */
const issuer = line(300).refine(isIssuer, { error: "invalidIssuer" });

function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, search, hash, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && !/[\s\\]/.test(text) && search + hash + username + password === "";
}

const tenantId = z
  .uuid({ error: "invalidTenant" })
  .optional()
  .transform((value) => value?.toLowerCase() ?? null);

const mailDomains = line(1000).transform((text, context) => {
  const domains = splitDomains(text);
  const wrong = domains.find((domain) => !isMailDomain(domain));
  if (domains.length === 0) context.addIssue({ code: "custom", message: "required" });
  if (wrong) context.addIssue({ code: "custom", message: `invalidDomain:${wrong.slice(0, 80)}` });
  return domains;
});

const settings = z.object({
  label: line(60),
  issuer,
  clientId: line(200),
  tenantId,
  mailDomains,
  trustsSecondFactor: z.boolean().default(false),
  secondFactorAcr: optionalLine(200).transform((typed) => typed || null),
});

type Settings = z.output<typeof settings>;

function refuseAnybody({ issuer, tenantId }: Settings, context: z.RefinementCtx): void {
  const fault = judgeIssuer(issuer, tenantId);
  if (!fault) return;
  const path = [fault === "multiTenant" ? "issuer" : "tenantId"];
  context.addIssue({ code: "custom", message: fault, path });
}

const clientSecret = z.string().trim().max(500);

/** Setting up a provider for an organisation. */
export const newProviderForm = settings
  .extend({ organisationId: z.uuid(), clientSecret: clientSecret.min(1) })
  .superRefine(refuseAnybody);

/** Changing it; the secret stays as it is where none is typed. */
export const providerForm = settings
  .extend({
    providerId: z.uuid(),
    version: z.number().int().min(1),
    clientSecret: clientSecret.default(""),
  })
  .superRefine(refuseAnybody);

/** One step with what was seen: switching on or off, or trying the connection. */
export const providerStepForm = z.object({ providerId: z.uuid(), version: z.number().int().min(1) });

export type NewProvider = z.output<typeof newProviderForm>;
export type ProviderChange = z.output<typeof providerForm>;
export type ProviderStep = z.output<typeof providerStepForm>;

/** What just changed, as the address tells the page that follows. */
export const providerNoticeSchema = z
  .enum(["created", "changed", "switchedOn", "switchedOff", "tested"])
  .nullable()
  .catch(null);

/** Looking for the organisation that a provider is for: part of a name, or the one that was chosen. */
export const organisationSearchSchema = z.object({
  zoek: z.string().trim().max(100).refine(hasNoNul).catch(""),
  organisatie: z.string().max(200).refine(hasNoNul).catch(""),
});
