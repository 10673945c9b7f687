import { type AuditAction, type AuditSubject, auditActions, auditSubjects } from "./schema";

const longestPath = 200;

/** The page that a request came from, without site, language and question: "/mijn/open-zaak/stap". */
export function toPagePath(referrer: string | null): string {
  if (!referrer || !URL.canParse(referrer)) return "/";
  const path = new URL(referrer).pathname.replace(/^\/(nl|en)(?=\/|$)/, "");
  return path.slice(0, longestPath) || "/";
}

/** The action that a row tells of; null for one that this version does not know any more. */
export function toAuditAction(value: string): AuditAction | null {
  return auditActions.find((action) => action === value) ?? null;
}

export function toAuditSubject(value: string): AuditSubject | null {
  return auditSubjects.find((subject) => subject === value) ?? null;
}

/** A place in the log, newest first: the moment of a row in milliseconds, and its id. */
export type LogPlace = { at: number; id: bigint };

/** The place as it stands in an address: "1795878034839-52". */
export function toPlaceWord({ at, id }: { at: Date; id: bigint }): string {
  return `${at.getTime()}-${id}`;
}

export function fromPlaceWord(word: string): LogPlace | null {
  const [, at, id] = /^(\d{1,14})-(\d{1,18})$/.exec(word) ?? [];
  return at && id ? { at: Number(at), id: BigInt(id) } : null;
}
