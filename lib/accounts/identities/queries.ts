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
import { domainOf, isMailDomain, secretPlace } from "../providers/rules";
import { canLink, canSeeIdentities } from "./policy";

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
  const isMany = rows.length > mostShown;
  const shown = text || !isMany ? found : [];
  return { isMany, shown: shown.map(({ mailDomains: _, ...provider }) => provider).slice(0, 50) };
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

/**
 * Providers that the viewer may tie to their account: of an organisation they act for, or that speaks for
 * the domain of their address. Suggestions: what comes in is judged at the callback.
 */
export async function listLinkable(viewer: Viewer) {
  if (!canSeeIdentities(viewer)) return [];
  const { email, accounts } = await database().user.findUniqueOrThrow({
    where: { id: viewer.user.id },
    select: { email: true, accounts: { select: { provider: true } } },
  });
  const own = viewer.organisations.map(({ id }) => id);
  const suits = [{ organisationId: { in: own } }, { mailDomains: { has: domainOf(email) ?? "" } }];
  const providers = await database().identityProvider.findMany({
    where: { ...openProviders(), OR: suits },
    relationLoadStrategy: "join",
    select: { id: true, label: true, isDemo: true, organisation: { select: { name: true } } },
    orderBy: [{ organisation: { name: "asc" } }, { label: "asc" }],
  });
  const isTied = (id: string) => accounts.some(({ provider }) => provider === id);
  return providers.filter((provider) => canLink(viewer, provider) && !isTied(provider.id));
}

export type Linkable = Awaited<ReturnType<typeof listLinkable>>[number];
