import "server-only";
import { z } from "zod";
import { database } from "@/lib/core/db";
import { decrypt } from "@/lib/core/encryption";
import { env } from "@/lib/core/env";
import { DomainError } from "@/lib/core/errors";
import { logError } from "@/lib/core/log";
import type { OpenIdProvider } from "@/lib/core/openid";
import type { Viewer } from "@/lib/core/roles";
import { fold } from "@/lib/core/text";
import { canSignInAsDemo } from "../policy";
import { isMailDomain, secretPlace } from "../providers/rules";
import { canSeeIdentities } from "./policy";

/** Providers that people may sign in through now: switched on, and of the demonstration only while that is open. */
export function openProviders() {
  return { isActive: true, ...(!canSignInAsDemo(env().PLUS1_DEMO) && { isDemo: false }) };
}

/**
 * The provider of a flow, its secret opened for this moment. Errors: not-found when it is not there or
 * switched off, invalid when its secret cannot be opened (another key, or a row that was tampered with).
 */
export async function openProvider(id: string): Promise<OpenIdProvider> {
  const isId = z.uuid().safeParse(id).success;
  const row =
    isId &&
    (await database().identityProvider.findUnique({
      where: { id, ...openProviders() },
      select: { id: true, issuer: true, clientId: true, clientSecret: true },
    }));
  if (!row) throw new DomainError("not-found", "providerOff");
  try {
    return { ...row, clientSecret: decrypt(row.clientSecret, secretPlace(id)) };
  } catch (error) {
    logError(error);
    throw new DomainError("invalid", "flowSettings");
  }
}

/** More than fit on a page are found by name. */
export const mostShown = 12;

/**
 * The organisations whose people can sign in through their own provider, for anybody: all while they
 * are few, else those of which the name or a mail domain is `text`. What is found gives no rights.
 */
export async function listSignInProviders(text: string) {
  const rows = await database().identityProvider.findMany({
    where: openProviders(),
    relationLoadStrategy: "join",
    select: {
      id: true,
      label: true,
      isDemo: true,
      mailDomains: true,
      organisation: { select: { name: true } },
    },
    orderBy: [{ organisation: { name: "asc" } }, { label: "asc" }],
  });
  const found = rows.filter(({ organisation, mailDomains }) =>
    isMailDomain(text) ? mailDomains.includes(text) : fold(organisation.name).includes(fold(text)),
  );
  const shown = text || rows.length <= mostShown ? found : [];
  return { total: rows.length, shown: shown.map(({ mailDomains: _, ...provider }) => provider).slice(0, 50) };
}

export type SignInProviders = Awaited<ReturnType<typeof listSignInProviders>>;

/** The identities that the viewer's own account is tied to. */
export async function listOwnIdentities(viewer: Viewer) {
  if (!canSeeIdentities(viewer)) return [];
  const accounts = await database().account.findMany({
    where: { userId: viewer.user.id },
    select: { id: true, provider: true },
  });
  const providers = await database().identityProvider.findMany({
    where: { id: { in: accounts.map(({ provider }) => provider) } },
    relationLoadStrategy: "join",
    select: { id: true, label: true, isActive: true, organisation: { select: { name: true } } },
    orderBy: [{ organisation: { name: "asc" } }, { label: "asc" }],
  });
  return providers.flatMap(({ id, ...provider }) =>
    accounts.filter((account) => account.provider === id).map((account) => ({ ...provider, id: account.id })),
  );
}

export type OwnIdentity = Awaited<ReturnType<typeof listOwnIdentities>>[number];
