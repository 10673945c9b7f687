import "server-only";
import { randomUUID } from "node:crypto";
import { recordAudit } from "@/lib/audit/mutations";
import type { AuditAction } from "@/lib/audit/schema";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DiscoveryError, discover, requireKeys } from "@/lib/core/discovery";
import { encrypt } from "@/lib/core/encryption";
import { DomainError, type ErrorKey, requireFreshProof, requirePermission } from "@/lib/core/errors";
import { Prisma } from "@/lib/core/generated/prisma/client";
import { outbound } from "@/lib/core/outbound";
import { countTry } from "@/lib/core/rate-limits";
import { isDemo, type Viewer } from "@/lib/core/roles";
import { canManageProvider, canManageProviders } from "./policy";
import { getProvider } from "./queries";
import { isInventedDomain, secretPlace } from "./rules";
import type { NewProvider, ProviderChange, ProviderStep } from "./schema";

/**
 * Sets up a provider for an organisation, switched off, and returns its id. Errors: forbidden,
 * not-found (no such organisation), invalid (an address that the server may not ask), conflict (it is there already).
 */
export async function createProvider(viewer: Viewer, input: NewProvider): Promise<string> {
  requirePermission(canManageProviders(viewer), viewer);
  requireFreshProof(viewer);
  requireAllowed(input.issuer);
  requireInvented(viewer, input);
  const id = randomUUID();
  const { clientSecret, ...settings } = input;
  await inTransaction(async (tx) => {
    const organisation = await tx.organisation.findUnique({
      where: { id: input.organisationId },
      select: { id: true },
    });
    if (!organisation) throw new DomainError("not-found", "notFound");
    const { count } = await tx.identityProvider.createMany({
      data: {
        ...settings,
        id,
        clientSecret: encrypt(clientSecret, secretPlace(id)),
        isDemo: viewer.user.isDemo,
      },
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "providerExists");
    await recordAudit(tx, viewer, subject("provider.created", id, { organisationId: organisation.id }));
  });
  return id;
}

/**
 * Changes the settings; an empty secret keeps the old one. What identities hang on (issuer, client,
 * tenant) is fixed once somebody came in: a `sub` of another provider is another person (invalid, providerInUse).
 */
export async function changeProvider(viewer: Viewer, input: ProviderChange): Promise<void> {
  requirePermission(canManageProviders(viewer), viewer);
  requireFreshProof(viewer);
  requireAllowed(input.issuer);
  requireInvented(viewer, input);
  const { providerId, version, clientSecret, ...settings } = input;
  await inTransaction(async (tx) => {
    const stored = await lockProvider(tx, viewer, { providerId, version });
    const fields = listChanges(stored, settings);
    if (fields.some(isIdentifying) && (await countIdentities(tx, providerId)) > 0) {
      throw new DomainError("invalid", "providerInUse");
    }
    if (clientSecret) fields.push("clientSecret");
    if (fields.length === 0) return;
    await updateProvider(tx, viewer, stored, {
      ...settings,
      ...(clientSecret && { clientSecret: encrypt(clientSecret, secretPlace(providerId)) }),
    });
    await recordAudit(tx, viewer, subject("provider.changed", providerId, { fields }));
  });
}

/** Lets people sign in through it, or no more. Who is signed in stays so: sessions are ended apart. */
export async function switchProvider(viewer: Viewer, step: ProviderStep, isActive: boolean): Promise<void> {
  requirePermission(canManageProviders(viewer), viewer);
  requireFreshProof(viewer);
  await inTransaction(async (tx) => {
    const stored = await lockProvider(tx, viewer, step);
    if (stored.isActive === isActive) return;
    await updateProvider(tx, viewer, stored, { isActive });
    const action = isActive ? "provider.switchedOn" : "provider.switchedOff";
    await recordAudit(tx, viewer, subject(action, step.providerId));
  });
}

/** Each try makes this server ask another. */
const testLimit = { name: "provider-test", tries: 30, seconds: 10 * 60 };

/** Asks the provider about itself, as a sign-in does. Refuses (invalid) with what is wrong, in a sentence. */
export async function testProvider(viewer: Viewer, providerId: string): Promise<void> {
  const provider = await getProvider(viewer, providerId);
  if (!provider) throw new DomainError("not-found", "notFound");
  await countTry(testLimit, viewer.user?.id ?? "");
  try {
    await requireKeys(await discover(provider.issuer));
  } catch (error) {
    if (!(error instanceof DiscoveryError)) throw error;
    throw new DomainError("invalid", toSentence(error), error.detail || undefined);
  }
}

function toSentence({ reason, detail }: DiscoveryError): ErrorKey {
  const key = `${reason[0]?.toUpperCase()}${reason.slice(1)}` as Capitalize<typeof reason>;
  return reason === "unreachable" && detail === "ENOTFOUND" ? "discoveryUnknownName" : `discovery${key}`;
}

function requireAllowed(issuer: string): void {
  try {
    outbound().check(issuer);
  } catch {
    throw new DomainError("invalid", "discoveryAddress");
  }
}

/** Else somebody of the demonstration makes an account in the name of a person who exists. */
function requireInvented(viewer: Viewer, { mailDomains }: { mailDomains: string[] }): void {
  if (isDemo(viewer) && !mailDomains.every(isInventedDomain)) throw new DomainError("invalid", "demoDomain");
}

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
} satisfies Prisma.IdentityProviderSelect;

type Stored = Prisma.IdentityProviderGetPayload<{ select: typeof columns }>;

/** Waits for whoever changes it or signs in for the first time, and refuses (conflict) what was read before them. */
async function lockProvider(
  tx: Transaction,
  viewer: Viewer,
  { providerId, version }: ProviderStep,
): Promise<Stored> {
  await tx.$queryRaw(
    Prisma.sql`SELECT 1 FROM "IdentityProvider" WHERE "id" = ${providerId}::uuid FOR UPDATE`,
  );
  const stored = await tx.identityProvider.findUnique({
    where: { id: providerId },
    select: { ...columns, version: true },
  });
  if (!stored || !canManageProvider(viewer, stored)) throw new DomainError("not-found", "notFound");
  if (stored.version !== version) throw new DomainError("conflict", "conflict");
  return stored;
}

const changeable = [
  "label",
  "issuer",
  "clientId",
  "tenantId",
  "mailDomains",
  "trustsSecondFactor",
  "secondFactorAcr",
] as const;
type Field = (typeof changeable)[number] | "clientSecret";

const isIdentifying = (field: Field) => field === "issuer" || field === "clientId" || field === "tenantId";

function listChanges(stored: Stored, settings: Pick<Stored, (typeof changeable)[number]>): Field[] {
  return changeable.filter((field) => String(stored[field] ?? "") !== String(settings[field] ?? ""));
}

async function countIdentities(tx: Transaction, providerId: string): Promise<number> {
  return tx.account.count({ where: { provider: providerId } });
}

async function updateProvider(
  tx: Transaction,
  viewer: Viewer,
  stored: Stored,
  data: Prisma.IdentityProviderUncheckedUpdateInput,
): Promise<void> {
  await tx.identityProvider.update({
    where: { id: stored.id },
    // What a real administrator settles is no longer of the demonstration.
    data: {
      ...data,
      isDemo: stored.isDemo && isDemo(viewer),
      changedAt: new Date(),
      version: { increment: 1 },
    },
    select: { id: true },
  });
}

function subject(action: AuditAction, subjectId: string, detail: Prisma.InputJsonObject = {}) {
  return { action, subjectType: "IdentityProvider", subjectId, detail } as const;
}
