/** The row and column that a secret is sealed for: it opens nowhere else. */
export function secretPlace(providerId: string): string {
  return `IdentityProvider/${providerId}/clientSecret`;
}

/** A domain as it stands in a mail address: ASCII, two parts or more. */
const domainPattern = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

export function isMailDomain(text: string): boolean {
  return domainPattern.test(text);
}

/** Domains as somebody types them: "@Zwolle.nl, ssc-zwolle.nl" and one per line too. Not judged yet. */
export function splitDomains(text: string): string[] {
  const parts = text.split(/[\s,;]+/).map((part) => part.replace(/^@/, "").toLowerCase());
  return [...new Set(parts.filter((part) => part !== ""))];
}

/**
 * The domain of a mail address, or null. Only plain ASCII addresses: letters that look alike are
 * other letters, and a second @ hides one domain behind another.
 */
export function domainOf(address: string): string | null {
  const [, domain] = /^[!#$%&'*+/=?^_`{|}~.a-z0-9-]{1,64}@([^@]+)$/i.exec(address) ?? [];
  const lower = domain?.toLowerCase();
  return lower && isMailDomain(lower) ? lower : null;
}

/** Is this a domain that no mail reaches (RFC 2606)? The demonstration has no other. */
export function isInventedDomain(domain: string): boolean {
  return /\.(example|invalid|test)$/.test(domain);
}

/** Hosts of Entra ID. */
const microsoftHosts = [
  "login.microsoftonline.com",
  "login.microsoftonline.us",
  "login.partner.microsoftonline.cn",
  "sts.windows.net",
];

/** Names that stand for "the people of any organisation": they bind to nobody. */
const anybody = ["common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad"];

/**
 * What is wrong with an issuer, if anything. Entra ID must name one tenant, and the same one as
 * `tenantId`: its addresses for several tenants let in whoever has a Microsoft account.
 */
export function judgeIssuer(
  issuer: string,
  tenantId: string | null,
): "multiTenant" | "tenantNeeded" | "tenantDiffers" | null {
  if (!URL.canParse(issuer)) return null;
  const { hostname, pathname } = new URL(issuer);
  if (!microsoftHosts.includes(hostname)) return null;
  const [tenant = ""] = pathname.slice(1).toLowerCase().split("/");
  if (tenant === "" || anybody.includes(tenant)) return "multiTenant";
  if (tenantId === null) return "tenantNeeded";
  return tenant === tenantId.toLowerCase() ? null : "tenantDiffers";
}
