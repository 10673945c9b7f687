import "server-only";
import { z } from "zod";
import { database } from "@/lib/core/db";
import { requirePermission } from "@/lib/core/errors";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import { callbackAddress } from "@/lib/core/openid";
import { isDemo, type Viewer } from "@/lib/core/roles";
import { canManageProvider, canManageProviders } from "./policy";

/** Everything but the secret: that is opened only while somebody signs in, and shown to nobody. */
const columns = {
  id: true,
  label: true,
  issuer: true,
  clientId: true,
  tenantId: true,
  mailDomains: true,
  trustsSecondFactor: true,
  secondFactorAcr: true,
  isActive: true,
  isDemo: true,
  version: true,
  changedAt: true,
  organisation: { select: { name: true, slug: true, kind: true } },
} satisfies Prisma.IdentityProviderSelect;

/** The providers of all organisations, for a platform admin; to others it refuses. */
export async function listProviders(viewer: Viewer) {
  requirePermission(canManageProviders(viewer), viewer);
  return database().identityProvider.findMany({
    where: isDemo(viewer) ? { isDemo: true } : {},
    relationLoadStrategy: "join",
    select: columns,
    orderBy: [{ organisation: { name: "asc" } }, { label: "asc" }],
  });
}

export type ProviderRow = Awaited<ReturnType<typeof listProviders>>[number];

/** One provider with how many people came in through it, and the address to register there; refuses others than a platform admin. */
export async function getProvider(viewer: Viewer, id: string) {
  requirePermission(canManageProviders(viewer), viewer);
  if (!z.uuid().safeParse(id).success) return null;
  const [provider, people] = await Promise.all([
    database().identityProvider.findUnique({
      where: { id },
      relationLoadStrategy: "join",
      select: columns,
    }),
    database().account.count({ where: { provider: id } }),
  ]);
  if (!provider || !canManageProvider(viewer, provider)) return null;
  return { ...provider, people, callback: callbackAddress(id) };
}

export type ProviderDetail = NonNullable<Awaited<ReturnType<typeof getProvider>>>;

/** Of a text that somebody searches with, the organisations with it in their name: twenty at most. */
export async function findOrganisations(viewer: Viewer, text: string) {
  requirePermission(canManageProviders(viewer), viewer);
  return database().organisation.findMany({
    where: { name: { contains: text, mode: "insensitive" } },
    select: { slug: true, name: true, kind: true },
    orderBy: [{ kind: "asc" }, { name: "asc" }],
    take: 20,
  });
}

/** The organisation that a provider is being set up for, with the domain that is known of it. */
export async function getOrganisation(viewer: Viewer, slug: string) {
  requirePermission(canManageProviders(viewer), viewer);
  const found = await database().organisation.findUnique({
    where: { slug },
    select: { id: true, name: true, gemeente: { select: { emailDomain: true } } },
  });
  if (!found) return null;
  const { id, name, gemeente } = found;
  return { id, name, mailDomain: isDemo(viewer) ? `${slug}.example` : (gemeente?.emailDomain ?? "") };
}
