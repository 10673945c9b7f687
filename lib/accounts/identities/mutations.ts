import "server-only";
import { recordAudit, recordRefusal } from "@/lib/audit/mutations";
import { inTransaction, type Transaction } from "@/lib/core/db";
import { DomainError, type ErrorKey, requireFreshProof, requirePermission } from "@/lib/core/errors";
import { Prisma } from "@/lib/core/generated/prisma/client";
import type { Claims } from "@/lib/core/openid";
import { type Origin, type Person, type Viewer, type ViewerOrganisation, visitor } from "@/lib/core/roles";
import { requestMembershipAtSignIn } from "@/lib/memberships/mutations";
import { isProvenByProvider, type ProviderTrust } from "../second-factor/rules";
import { type NewSession, startSession } from "../sessions/mutations";
import { canLink, canSeeIdentities } from "./policy";
import { openProviders } from "./queries";
import { judgeAddress, judgeSubject, readName } from "./rules";

/** What a provider vouched for: claims that were judged by the protocol (lib/core/openid), not yet by us. */
type Vouched = { providerId: string; claims: Claims };

/**
 * Signs somebody in whom a provider vouched for, and returns their session. Who it is follows from the
 * provider and its `sub` alone. At first sight it makes an account without rights, and asks for membership.
 * Errors, each left in the log: not-found (switched off), invalid (what the claims miss, an address that an
 * account has already, a closed account).
 */
export async function signInByIdentity(
  { providerId, claims }: Vouched,
  origin: Origin | undefined,
): Promise<{ session: NewSession; isNew: boolean }> {
  return tracing(providerId, { ...visitor, ...(origin && { origin }) }, () =>
    inTransaction(async (tx) => {
      const provider = await findProvider(tx, providerId);
      const subject = requireSubject(claims, provider);
      const known = await findHolder(tx, providerId, subject);
      if (known?.disabledAt) throw new DomainError("invalid", "accountDisabled");
      const user = known ?? (await makeAccount(tx, { provider, subject, claims, origin }));
      const isProven = isProvenByProvider(claims, provider);
      const session = await startSession(tx, { user, origin, method: "openid", isProven });
      return { session, isNew: known === null };
    }),
  );
}

/**
 * Ties an identity to the account of the viewer, who just signed in at its provider: from then on both
 * ways lead to it. Errors: unauthenticated, forbidden (demonstration and real apart, no fresh proof),
 * not-found, conflict (it is tied to another account), invalid.
 */
export async function linkIdentity(viewer: Viewer, { providerId, claims }: Vouched): Promise<void> {
  await tracing(providerId, viewer, () =>
    inTransaction(async (tx) => {
      const provider = await findProvider(tx, providerId);
      requirePermission(canLink(viewer, provider), viewer);
      requireFreshProof(viewer);
      const subject = requireSubject(claims, provider);
      await lockProvider(tx, providerId);
      const holder = await findHolder(tx, providerId, subject);
      if (holder?.id === viewer.user.id) return;
      if (holder) throw new DomainError("conflict", "identityTaken");
      await tie(tx, viewer.user.id, { providerId, subject });
      await requestMembershipAtSignIn(tx, {
        userId: viewer.user.id,
        organisationId: provider.organisation.id,
      });
      await recordAudit(tx, viewer, {
        action: "identity.linked",
        subjectType: "User",
        subjectId: viewer.user.id,
        detail: { providerId },
      });
    }),
  );
}

/** Unties an identity of the viewer's own account: it leads there no more. Error: not-found for that of another. */
export async function unlinkIdentity(viewer: Viewer, { identityId }: { identityId: string }): Promise<void> {
  requirePermission(canSeeIdentities(viewer), viewer);
  requireFreshProof(viewer);
  const userId = viewer.user.id;
  await inTransaction(async (tx) => {
    const identity = await tx.account.findUnique({
      where: { id: identityId, userId },
      select: { provider: true },
    });
    if (!identity) throw new DomainError("not-found", "notFound");
    await tx.account.delete({ where: { id: identityId }, select: { id: true } });
    await recordAudit(tx, viewer, {
      action: "identity.unlinked",
      subjectType: "User",
      subjectId: userId,
      detail: { providerId: identity.provider },
    });
  });
}

/** Leaves the trace of a flow that gave no identity. */
export async function recordFailedFlow(providerId: string, key: ErrorKey, viewer: Viewer): Promise<void> {
  const subject = { subjectType: "IdentityProvider", subjectId: providerId } as const;
  await recordRefusal(viewer, { action: "session.refused", ...subject, detail: { refusal: key } });
}

async function tracing<T>(providerId: string, viewer: Viewer, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) await recordFailedFlow(providerId, error.key, viewer);
    throw error;
  }
}

type Provider = {
  id: string;
  tenantId: string | null;
  mailDomains: string[];
  isDemo: boolean;
  organisation: Pick<ViewerOrganisation, "id">;
} & ProviderTrust;

/** Read anew: what was switched off while somebody typed a password is off. */
async function findProvider(tx: Transaction, id: string): Promise<Provider> {
  const provider = await tx.identityProvider.findUnique({
    where: { id, ...openProviders() },
    select: {
      id: true,
      tenantId: true,
      mailDomains: true,
      isDemo: true,
      trustsSecondFactor: true,
      secondFactorAcr: true,
      organisation: { select: { id: true } },
    },
  });
  if (!provider) throw new DomainError("not-found", "providerOff");
  return provider;
}

function requireSubject(claims: Claims, provider: Provider): string {
  const judged = judgeSubject(claims, provider);
  if ("refusal" in judged) throw new DomainError("invalid", judged.refusal);
  return judged.subject;
}

type Holder = Person & { disabledAt: Date | null };

const holderColumns = { id: true, name: true, isDemo: true, disabledAt: true } satisfies Prisma.UserSelect;

async function findHolder(tx: Transaction, providerId: string, subject: string): Promise<Holder | null> {
  const identity = await tx.account.findUnique({
    where: { provider_providerAccountId: { provider: providerId, providerAccountId: subject } },
    select: { user: { select: holderColumns } },
  });
  return identity?.user ?? null;
}

/** Two browsers that sign in at once for the first time wait for each other here. */
async function lockProvider(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT 1 FROM "IdentityProvider" WHERE "id" = ${id}::uuid FOR UPDATE`);
}

type Newcomer = { provider: Provider; subject: string; claims: Claims; origin: Origin | undefined };

/**
 * An account without a role anywhere. An address that an account has already is never taken over: its
 * owner signs in there, and ties this identity to it.
 */
async function makeAccount(
  tx: Transaction,
  { provider, subject, claims, origin }: Newcomer,
): Promise<Holder> {
  const address = judgeAddress(claims, provider);
  if ("refusal" in address) throw new DomainError("invalid", address.refusal);
  await lockProvider(tx, provider.id);
  const meanwhile = await findHolder(tx, provider.id, subject);
  if (meanwhile) return meanwhile;
  const [user] = await tx.user.createManyAndReturn({
    data: {
      email: address.email,
      emailVerified: address.isConfirmed ? new Date() : null,
      name: readName(claims),
      isDemo: provider.isDemo,
    },
    skipDuplicates: true,
    select: holderColumns,
  });
  if (!user) throw new DomainError("conflict", "identityAddressTaken");
  await tie(tx, user.id, { providerId: provider.id, subject });
  await requestMembershipAtSignIn(tx, { userId: user.id, organisationId: provider.organisation.id });
  const viewer = { ...visitor, user, ...(origin && { origin }) };
  await recordAudit(tx, viewer, {
    action: "user.created",
    subjectType: "User",
    subjectId: user.id,
    detail: { providerId: provider.id },
  });
  return user;
}

async function tie(
  tx: Transaction,
  userId: string,
  { providerId, subject }: { providerId: string; subject: string },
): Promise<void> {
  await tx.account.create({
    data: { userId, type: "oauth", provider: providerId, providerAccountId: subject },
    select: { id: true },
  });
}
