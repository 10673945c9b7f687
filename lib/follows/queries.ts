import "server-only";
import { visibleAdoptions } from "@/lib/adoptions/policy";
import { database } from "@/lib/core/db";
import type { Prisma } from "@/lib/core/generated/prisma/client";
import { Theme } from "@/lib/core/generated/prisma/enums";
import type { Person, Viewer } from "@/lib/core/roles";
import { toAddressWord } from "@/lib/core/text";
import type { FollowSubject } from "./schema";

type Follower = Viewer & { user: Person };

const columns = {
  theme: true,
  solution: { select: { id: true, slug: true, name: true, publication: true } },
  gemeente: { select: { organisationId: true, organisation: { select: { slug: true, name: true } } } },
} satisfies Prisma.FollowSelect;

/** What the viewer follows, by kind and name, and how they want to hear of it. Two statements. */
export async function getFollows({ user }: Follower) {
  const [rows, settings] = await Promise.all([
    database().follow.findMany({
      where: { userId: user.id },
      relationLoadStrategy: "join",
      select: columns,
      orderBy: { createdAt: "asc" },
    }),
    database().followSettings.findUnique({
      where: { userId: user.id },
      select: { frequency: true, seenAt: true },
    }),
  ]);
  return {
    solutions: rows.flatMap(({ solution }) => (solution?.publication === "PUBLISHED" ? solution : [])),
    themes: rows.flatMap(({ theme }) => theme ?? []),
    gemeenten: rows.flatMap(({ gemeente }) =>
      gemeente ? { id: gemeente.organisationId, ...gemeente.organisation } : [],
    ),
    frequency: settings?.frequency ?? "NEVER",
    seenAt: settings?.seenAt ?? new Date(0),
  };
}

export type Follows = Awaited<ReturnType<typeof getFollows>>;

/** Does the viewer follow this? */
export async function isFollowing({ user }: Follower, subject: FollowSubject): Promise<boolean> {
  return (await database().follow.count({ where: { userId: user.id, ...whichSubject(subject) } })) > 0;
}

/** A subject as a WHERE on follows. */
export function whichSubject({ kind, key }: FollowSubject): Prisma.FollowWhereInput {
  if (kind === "voorziening") return { solution: { slug: key } };
  if (kind === "gemeente") return { gemeente: { organisation: { slug: key } } };
  const theme = toTheme(key);
  return theme ? { theme } : { id: { in: [] } };
}

/** The theme that an address calls "sociaal-domein". */
export function toTheme(key: string): Theme | undefined {
  return Object.values(Theme).find((theme) => toAddressWord(theme) === key);
}

export type News = {
  at: Date;
  solution: { slug: string; name: string };
  isDemo: boolean;
} & (
  | { kind: "version"; number: number }
  | { kind: "adoption"; status: "COMMITTED" | "PILOT" | "IN_USE"; gemeente: { slug: string; name: string } }
);

type Question = {
  follows: Pick<Follows, "solutions" | "themes" | "gemeenten">;
  since: Date;
  until?: Date;
  take?: number;
};

/**
 * What happened since a moment with what is followed, newest first: texts that were published, and gemeenten
 * that decided to take part, try or use. Only what this viewer may see, and not what they did themselves.
 */
export async function listNews(viewer: Follower, question: Question): Promise<News[]> {
  const { follows, take = 50 } = question;
  if (follows.solutions.length + follows.themes.length + follows.gemeenten.length === 0) return [];
  const both = await Promise.all([listVersions(question, take), listSteps(viewer, question, take)]);
  return both
    .flat()
    .sort((one, other) => other.at.getTime() - one.at.getTime())
    .slice(0, take);
}

const during = ({ since, until }: Question) => ({ gt: since, ...(until && { lte: until }) });

function whichSolutions({ follows }: Question): Prisma.SolutionWhereInput {
  return { OR: [{ id: { in: follows.solutions.map(({ id }) => id) } }, { theme: { in: follows.themes } }] };
}

async function listVersions(question: Question, take: number): Promise<News[]> {
  const rows = await database().solutionVersion.findMany({
    where: {
      publication: "PUBLISHED",
      publishedAt: during(question),
      solution: { publication: "PUBLISHED", ...whichSolutions(question) },
    },
    relationLoadStrategy: "join",
    select: {
      ...{ number: true, publishedAt: true, isDemo: true },
      solution: { select: { slug: true, name: true } },
    },
    orderBy: { publishedAt: "desc" },
    take,
  });
  return rows.flatMap(({ publishedAt, ...row }) =>
    publishedAt ? { kind: "version", at: publishedAt, ...row } : [],
  );
}

const reached = ["COMMITTED", "PILOT", "IN_USE"] as const;

async function listSteps(viewer: Follower, question: Question, take: number): Promise<News[]> {
  const adoption: Prisma.AdoptionWhereInput = {
    status: { in: [...reached] },
    solution: { publication: "PUBLISHED" },
    OR: [
      { solution: whichSolutions(question) },
      { gemeenteId: { in: question.follows.gemeenten.map(({ id }) => id) } },
    ],
  };
  const rows = await database().adoptionEvent.findMany({
    where: {
      enteredAt: during(question),
      isCorrection: false,
      to: { in: [...reached] },
      OR: [{ enteredById: null }, { enteredById: { not: viewer.user.id } }],
      adoption: { AND: [adoption, visibleAdoptions(viewer)] },
    },
    relationLoadStrategy: "join",
    select: {
      ...{ to: true, enteredAt: true, isDemo: true },
      adoption: {
        select: {
          status: true,
          solution: { select: { slug: true, name: true } },
          gemeente: { select: { organisation: { select: { slug: true, name: true } } } },
        },
      },
    },
    orderBy: { enteredAt: "desc" },
    take,
  });
  return rows.flatMap(({ to, enteredAt, isDemo, adoption: { status, solution, gemeente } }) => {
    const now = reached.find((one) => one === to);
    // Earlier steps are not for everybody who may see the present one.
    if (!now || to !== status) return [];
    return {
      kind: "adoption",
      at: enteredAt,
      isDemo,
      status: now,
      solution,
      gemeente: gemeente.organisation,
    };
  });
}
