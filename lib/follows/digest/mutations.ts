import "server-only";
import { createTranslator } from "next-intl";
import { database, inTransaction } from "@/lib/core/db";
import { env } from "@/lib/core/env";
import type { DigestFrequency } from "@/lib/core/generated/prisma/enums";
import { queueMail } from "@/lib/notifications/mutations";
import { type FreshSearch, listFreshSearches } from "@/lib/search/saved/queries";
import { messages } from "@/messages";
import { stopCode } from "../mutations";
import { getFollows, listNews, type News } from "../queries";
import { toReader } from "../rules";

/** In a longer mail nobody reads on; the page has the rest. */
const mostInMail = 20;

/** A change that began earlier than this is readable by now, in milliseconds. */
const settled = 30_000;

/**
 * Mails everybody with this frequency what is new in what they follow and in what their saved searches
 * find; who has no news gets no mail.
 * May be done by several processes at once and be cut off: the moment of the last mail moves in the
 * transaction that queues the next. People of the demonstration are mailed nothing.
 */
export async function sendDigests(
  frequency: Exclude<DigestFrequency, "NEVER">,
  until = new Date(Date.now() - settled),
): Promise<void> {
  const rows = await database().followSettings.findMany({
    where: { frequency, mailedAt: { lt: until }, user: { isDemo: false, disabledAt: null, erasedAt: null } },
    relationLoadStrategy: "join",
    select: receiver,
    orderBy: { userId: "asc" },
  });
  for (const row of rows) await sendDigest(row, until);
}

const receiver = {
  mailedAt: true,
  user: {
    select: {
      ...{ id: true, name: true, email: true, isDemo: true, activeOrganisationId: true },
      memberships: {
        where: { disabledAt: null },
        select: { organisation: { select: { id: true, slug: true, name: true, kind: true } } },
        orderBy: { createdAt: "asc" },
      },
    },
  },
} as const;

type Receiver = {
  mailedAt: Date;
  user: {
    id: string;
    name: string | null;
    email: string;
    isDemo: boolean;
    activeOrganisationId: string | null;
    memberships: { organisation: Parameters<typeof toReader>[0]["organisations"][number] }[];
  };
};

async function sendDigest({ mailedAt, user: row }: Receiver, until: Date): Promise<void> {
  const { email, activeOrganisationId, memberships, ...user } = row;
  const organisations = memberships.map(({ organisation }) => organisation);
  const reader = { ...toReader({ user, activeOrganisationId, organisations }), user };
  const period = { since: mailedAt, until };
  const [news, searches] = await Promise.all([
    getFollows(reader).then((follows) => listNews(reader, { follows, ...period })),
    listFreshSearches(reader, period),
  ]);
  if (news.length + searches.length === 0) return;
  await inTransaction(async (tx) => {
    const { count } = await tx.followSettings.updateMany({
      where: { userId: user.id, mailedAt, frequency: { not: "NEVER" } },
      data: { mailedAt: until },
    });
    // Another process was first, or they stopped a moment ago.
    if (count === 1) await queueMail(tx, { to: email, ...write(user.id, news, searches) });
  });
}

/** In Dutch: nobody has told which language they read. */
function write(userId: string, news: News[], searches: FreshSearch[]): { subject: string; text: string } {
  const count = news.length + searches.length;
  const stop = `${site()}/afmelden?wie=${userId}&code=${stopCode(userId)}`;
  const paragraphs = [
    ...writeNews(news),
    ...writeSearches(searches),
    `${t("mail.page")}\n${site()}/account/volgen`,
    `${t("mail.stop")}\n${stop}`,
  ];
  return {
    subject: t(searches.length > 0 ? "mail.subjectWithSearches" : "mail.subject", { count }),
    text: `${paragraphs.join("\n\n")}\n`,
  };
}

const t = createTranslator({ locale: "nl", messages: messages.nl, namespace: "follows" });
const site = () => `${env().NEXTAUTH_URL}/nl`;

function writeNews(news: News[]): string[] {
  if (news.length === 0) return [];
  const lines = news.slice(0, mostInMail).map((item) => {
    const sentence =
      item.kind === "version"
        ? t("news.version", { solution: item.solution.name })
        : t(`news.${item.status}`, { solution: item.solution.name, gemeente: item.gemeente.name });
    return `- ${sentence}${item.isDemo ? ` (${t("fictitious")})` : ""}\n  ${site()}/voorzieningen/${item.solution.slug}`;
  });
  const more = news.length - lines.length;
  return [t("mail.opening"), ...lines, ...(more > 0 ? [t("mail.more", { count: more })] : [])];
}

function writeSearches(searches: FreshSearch[]): string[] {
  if (searches.length === 0) return [];
  const lines = searches.map(
    ({ name, count, path }) => `- ${t("mail.search", { name, count })}\n  ${site()}${path}`,
  );
  return [t("mail.searches"), ...lines];
}
