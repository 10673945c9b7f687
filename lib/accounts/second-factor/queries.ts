import "server-only";
import { database } from "@/lib/core/db";
import { decrypt } from "@/lib/core/encryption";
import type { Viewer } from "@/lib/core/roles";
import { readQuestion } from "./pending/mutations";
import { canHaveSecondFactor } from "./policy";
import { pendingPlace } from "./setup/mutations";

/** The second factors of the viewer and how many recovery codes are left; nothing for who can have none. */
export async function getSecondFactors(viewer: Viewer) {
  if (!canHaveSecondFactor(viewer)) return { factors: [], recoveryCodesLeft: 0 };
  const { secondFactors: factors, recoveryCodes } = await database().user.findUniqueOrThrow({
    where: { id: viewer.user.id },
    relationLoadStrategy: "join",
    select: {
      secondFactors: {
        select: { id: true, kind: true, name: true, createdAt: true, lastUsedAt: true },
        orderBy: { createdAt: "asc" },
      },
      recoveryCodes: { where: { usedAt: null }, select: { id: true } },
    },
  });
  return { factors, recoveryCodesLeft: recoveryCodes.length };
}

export type OwnFactor = Awaited<ReturnType<typeof getSecondFactors>>["factors"][number];

/** The secret of the app that this session is adding, with the address of its owner; null when none waits. */
export async function getWaitingSecret(viewer: Viewer, now = new Date()) {
  if (!canHaveSecondFactor(viewer)) return null;
  const { sessionId, user } = viewer;
  const sealed = await readQuestion(database(), { sessionId, purpose: "ADD_TOTP" }, now);
  if (!sealed) return null;
  const { email } = await database().user.findUniqueOrThrow({
    where: { id: user.id },
    select: { email: true },
  });
  return { secret: decrypt(sealed, pendingPlace(sessionId)), account: email };
}
