import "server-only";
import { database } from "@/lib/core/db";
import type { Messages } from "@/messages";
import type { SignedIn } from "./policy";
import { nameInstead } from "./rules";

// Everything about one person, without secrets and their hashes. Only ever about the viewer.

type Value = string | number | boolean | Date | null | Value[] | { [key: string]: Value };
export type DataRow = Record<string, Value>;
export type SectionName = keyof Messages["privacy"]["file"]["section"];
export type OwnData = Record<SectionName, DataRow[]>;

/** What the site keeps about the viewer, by section; for a file. */
export async function readOwnData({ user }: SignedIn): Promise<OwnData> {
  const { email, name, ...account } = await readAccount(user.id);
  const [own, work, log] = await Promise.all([
    readBelongings(user.id, email),
    readWork(user.id, name),
    readLog(user.id),
  ]);
  return { account: [{ name, email, ...account }], ...own, ...work, log };
}

async function readAccount(id: string) {
  const { activeOrganisation, ...account } = await database().user.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, name: true, email: true, emailVerified: true, image: true, functionTitle: true },
      ...{ createdAt: true, disabledAt: true, erasureAnnouncedAt: true },
      activeOrganisation: { select: { name: true } },
    },
  });
  return { ...account, actsFor: activeOrganisation?.name ?? null };
}

const organisation = { select: { name: true } } as const;
const decider = { select: { name: true } } as const;

async function readBelongings(userId: string, email: string) {
  const address = { equals: email, mode: "insensitive" } as const;
  const db = database();
  const [identities, sessions, secondFactors, memberships, rightsReviews, requests, invitations, mails] =
    await Promise.all([
      db.account.findMany({ where: { userId }, select: { provider: true, providerAccountId: true } }),
      db.session.findMany({
        where: { userId },
        select: {
          ...{ device: true, address: true, createdAt: true, lastSeenAt: true, expires: true },
          secondFactorAt: true,
        },
      }),
      db.secondFactor.findMany({
        where: { userId },
        select: { kind: true, name: true, createdAt: true, lastUsedAt: true },
      }),
      db.membership.findMany({
        where: { userId },
        select: { organisation, role: true, createdAt: true, disabledAt: true },
      }),
      db.rightsReviewLine.findMany({
        where: { userId },
        select: { review: { select: { at: true, organisation } }, roles: true, isKept: true },
      }),
      db.membershipRequest.findMany({
        // What others asked of the viewer is about them; the decision itself is in the log.
        where: { userId },
        select: {
          ...{ organisation, role: true, functionTitle: true, message: true, state: true },
          ...{ createdAt: true, decidedAt: true, decidedBy: decider, reason: true },
        },
      }),
      db.invitation.findMany({
        where: { OR: [{ email: address }, { acceptedById: userId }, { invitedById: userId }] },
        select: {
          ...{ organisation, roles: true, createdAt: true, expiresAt: true, acceptedAt: true },
          ...{ withdrawnAt: true, invitedBy: decider },
        },
      }),
      db.outgoingMail.findMany({
        where: { to: address },
        // The words may hold a code.
        select: { to: true, createdAt: true, sentAt: true },
      }),
    ]);
  return {
    ...{ identities, sessions, secondFactors, memberships, rightsReviews },
    ...{ requests, invitations, mails },
  };
}

const solution = { select: { name: true } } as const;
const adoption = {
  select: { solution, gemeente: { select: { organisation } } },
} as const;
const eventColumns = {
  ...{ adoption, from: true, to: true, occurredOn: true, enteredAt: true, reason: true, body: true },
  ...{ reference: true, data: true },
} as const;

async function readWork(userId: string, name: string | null) {
  const db = database();
  const named = (key: string) => ({ data: { path: [key], equals: name ?? "" } });
  const [steps, mentions, tasks, documents, proposals, reviews, texts, needs, savedSearches, follows] =
    await Promise.all([
      db.adoptionEvent.findMany({
        where: { OR: [{ enteredById: userId }, { confirmedById: userId }] },
        select: eventColumns,
        orderBy: { enteredAt: "asc" },
      }),
      name
        ? db.adoptionEvent.findMany({
            where: {
              OR: [named("contactName"), named("leadName")],
              // Elsewhere the same name is somebody else's.
              adoption: { gemeente: { organisation: { memberships: { some: { userId } } } } },
            },
            select: eventColumns,
            orderBy: { enteredAt: "asc" },
          })
        : [],
      db.adoptionTask.findMany({
        where: {
          OR: [
            { doneById: userId },
            {
              ownerName: { equals: name ?? "", mode: "insensitive" },
              adoption: { gemeente: { organisation: { memberships: { some: { userId } } } } },
            },
          ],
        },
        select: {
          adoption,
          label: true,
          ownerName: true,
          dueOn: true,
          doneOn: true,
          evidence: true,
          note: true,
        },
      }),
      db.adoptionDocument.findMany({
        where: { addedById: userId },
        select: { adoption, kind: true, title: true, datedOn: true, visibility: true, createdAt: true },
      }),
      db.adoptionProposal.findMany({
        where: { OR: [{ proposedById: userId }, { decidedById: userId }] },
        select: {
          ...{ solution, gemeente: { select: { organisation } }, origin: true, state: true, to: true },
          ...{ step: true, note: true, proposedAt: true, decidedAt: true, decisionReason: true },
        },
      }),
      db.review.findMany({
        where: { authorId: userId },
        select: {
          ...{ solution, gemeente: { select: { organisation } }, kind: true, isOfficial: true, score: true },
          ...{ recommend: true, tip: true, pitfall: true, reply: true, writtenOn: true },
        },
      }),
      db.solutionVersion.findMany({
        where: { OR: [{ authorId: userId }, { approverId: userId }, { writerIds: { has: userId } }] },
        select: {
          ...{ solution, number: true, publication: true, comment: true, createdAt: true, publishedAt: true },
          content: true,
        },
      }),
      db.need.findMany({
        where: { authorId: userId },
        select: {
          gemeente: { select: { organisation } },
          title: true,
          text: true,
          question: true,
          createdAt: true,
        },
      }),
      db.savedSearch.findMany({
        where: { userId },
        select: { name: true, query: true, seenAt: true, createdAt: true },
      }),
      db.follow.findMany({
        where: { userId },
        select: {
          ...{ solution, theme: true, gemeente: { select: { organisation } }, createdAt: true },
          user: { select: { followSettings: { select: { frequency: true, seenAt: true, mailedAt: true } } } },
        },
      }),
    ]);
  return {
    steps,
    named: mentions,
    tasks,
    documents,
    proposals,
    reviews,
    texts,
    needs,
    savedSearches,
    follows,
  } as Record<
    | "steps"
    | "named"
    | "tasks"
    | "documents"
    | "proposals"
    | "reviews"
    | "texts"
    | "needs"
    | "savedSearches"
    | "follows",
    DataRow[]
  >;
}

/** What the person did, and what was done to them. */
async function readLog(userId: string) {
  const rows = await database().auditEvent.findMany({
    where: { OR: [{ actorId: userId }, { subjectType: "User", subjectId: userId }] },
    select: {
      ...{ at: true, action: true, subjectType: true, subjectId: true, detail: true, result: true },
      ...{ address: true, requestId: true, organisation, actorId: true },
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return rows.map(({ actorId, ...row }) => ({ ...row, byMe: actorId === userId })) as DataRow[];
}

/** What the viewer confirms an erasure with, and what will stand where their name is. */
export async function getErasable({ user, organisation: actsFor }: SignedIn) {
  const { email } = await database().user.findUniqueOrThrow({
    where: { id: user.id },
    select: { email: true },
  });
  return { email, instead: nameInstead(actsFor) };
}
