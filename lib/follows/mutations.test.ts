import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { DomainError } from "@/lib/core/errors";
import { type Member, visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { sendDigests } from "./digest/mutations";
import { chooseFrequency, follow, markSeen, stopCode, stopMail, unfollow } from "./mutations";
import { getFollows, isFollowing, listNews } from "./queries";
import { mostFollowed } from "./schema";

const refusal = (code: DomainError["code"], key: string) => expect.objectContaining({ code, key });
const openZaak = { kind: "voorziening", key: "open-zaak" } as const;
const theme = { kind: "thema", key: "sociaal-domein" } as const;
const utrecht = { kind: "gemeente", key: "utrecht" } as const;

let mine: Member;
let supplier: Member;
/** Somebody of Zwolle who is no part of the demonstration, so that mail comes. */
let real: Member;

beforeAll(async () => {
  mine = await findDemoPerson("zwolle", "MEMBER");
  supplier = await findDemoPerson("maykin", "MEMBER");
  const { organisation } = mine;
  const user = await database().user.create({
    data: {
      name: "Volger",
      email: "volger@zwolle.example",
      memberships: { create: { organisationId: organisation.id, role: "MEMBER" } },
    },
    select: { id: true, name: true, isDemo: true },
  });
  real = { user, organisation, roles: ["MEMBER"], organisations: [organisation] };
});

beforeEach(async () => {
  await database().follow.deleteMany();
  await database().followSettings.deleteMany();
  await database().outgoingMail.deleteMany();
});

/** A step to use of a gemeente, entered at this moment. */
async function enterUse(gemeente: string, { isHidden = false, at = new Date() } = {}) {
  const found = await database().adoption.findFirstOrThrow({
    where: { gemeente: { organisation: { slug: gemeente } }, solution: { publication: "PUBLISHED" } },
    select: {
      id: true,
      solution: { select: { slug: true } },
      events: { select: { position: true, to: true }, orderBy: { position: "desc" }, take: 1 },
    },
    orderBy: { createdAt: "asc" },
  });
  await database().adoption.update({ where: { id: found.id }, data: { status: "IN_USE", isHidden } });
  const last = found.events[0];
  const position = (last?.position ?? 0) + 1;
  await database().adoptionEvent.create({
    data: {
      adoptionId: found.id,
      position,
      from: last?.to ?? null,
      to: "IN_USE",
      occurredOn: at,
      enteredAt: at,
      isDemo: true,
    },
  });
  return found.solution.slug;
}

const newsOf = async (viewer: Member, since: Date) =>
  listNews(viewer, { follows: await getFollows(viewer), since });

test("one follows something once, sees it in one's list, and stops", async () => {
  for (const subject of [openZaak, openZaak, theme, utrecht]) await follow(mine, subject);
  const { solutions, themes, gemeenten } = await getFollows(mine);
  expect([solutions.map(({ slug }) => slug), themes, gemeenten.map(({ slug }) => slug)]).toEqual([
    ["open-zaak"],
    ["SOCIAAL_DOMEIN"],
    ["utrecht"],
  ]);
  expect(await isFollowing(mine, openZaak)).toBe(true);
  expect(await isFollowing(supplier, openZaak)).toBe(false);
  await unfollow(mine, openZaak);
  await unfollow(mine, openZaak);
  expect(await isFollowing(mine, openZaak)).toBe(false);
});

test("two at once follow once, and each start and end is in the log once", async () => {
  const before = await database().auditEvent.count({ where: { action: { startsWith: "follow." } } });
  await Promise.all([1, 2, 3].map(() => follow(mine, theme)));
  expect(await database().follow.count()).toBe(1);
  await unfollow(mine, theme);
  await unfollow(mine, theme);
  const after = await database().auditEvent.count({ where: { action: { startsWith: "follow." } } });
  expect(after - before).toBe(2);
});

test("a visitor follows nothing, nobody what is not there, and nobody too much", async () => {
  await expect(follow(visitor, openZaak)).rejects.toEqual(refusal("unauthenticated", "unauthenticated"));
  for (const kind of ["voorziening", "thema", "gemeente"] as const) {
    await expect(follow(mine, { kind, key: "bestaat-niet" })).rejects.toEqual(
      refusal("not-found", "notFound"),
    );
  }
  const gemeenten = await database().gemeente.findMany({
    select: { organisationId: true },
    take: mostFollowed,
  });
  await database().follow.createMany({
    data: gemeenten.map(({ organisationId: gemeenteId }) => ({ userId: mine.user.id, gemeenteId })),
  });
  await expect(follow(mine, theme)).rejects.toEqual(refusal("conflict", "tooManyFollows"));
});

test("a draft cannot be followed, nor told from what does not exist", async () => {
  const draft = await database().solution.findFirstOrThrow({ select: { id: true, slug: true } });
  await database().solution.update({ where: { id: draft.id }, data: { publication: "DRAFT" } });
  await expect(follow(mine, { kind: "voorziening", key: draft.slug })).rejects.toEqual(
    refusal("not-found", "notFound"),
  );
  await database().solution.update({ where: { id: draft.id }, data: { publication: "PUBLISHED" } });
});

test("news is what one may see: not what a gemeente hides, and for a supplier no gemeente at all", async () => {
  const since = new Date(Date.now() - 1_000);
  const solution = await enterUse("utrecht");
  for (const viewer of [mine, supplier]) {
    await follow(viewer, utrecht);
    await follow(viewer, { kind: "voorziening", key: solution });
  }
  expect(await newsOf(mine, since)).toEqual([
    expect.objectContaining({
      ...{ kind: "adoption", status: "IN_USE", isDemo: true },
      gemeente: { slug: "utrecht", name: "Utrecht" },
    }),
  ]);
  expect(await newsOf(supplier, since)).toEqual([]);
  await enterUse("utrecht", { isHidden: true });
  expect(await newsOf(mine, since)).toEqual([]);
});

test("a mail goes to who wants it, once, with what they may see and a way out", async () => {
  await follow(real, utrecht);
  await follow(mine, utrecht);
  await chooseFrequency(real, "DAILY");
  await database().followSettings.updateMany({ data: { mailedAt: new Date(Date.now() - 1) } });
  await enterUse("utrecht");
  const until = new Date(Date.now() + 1_000);
  await sendDigests("WEEKLY", until);
  expect(await database().outgoingMail.count()).toBe(0);
  await Promise.all([sendDigests("DAILY", until), sendDigests("DAILY", until)]);
  await sendDigests("DAILY", new Date(until.getTime() + 1_000));
  const mails = await database().outgoingMail.findMany({ select: { to: true, text: true, subject: true } });
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ["volger@zwolle.example", "1 bericht over wat u volgt"],
  ]);
  expect(mails[0]?.text).toContain("Utrecht gebruikt");
  expect(mails[0]?.text).toContain("(fictief)");
  expect(mails[0]?.text).toContain(`/nl/afmelden?wie=${real.user.id}&code=${stopCode(real.user.id)}`);
});

test("without news no mail, and none to whoever may not sign in any more", async () => {
  await follow(real, utrecht);
  await chooseFrequency(real, "IMMEDIATELY");
  await database().followSettings.updateMany({ data: { mailedAt: new Date(Date.now() - 1) } });
  const until = new Date(Date.now() + 1_000);
  await sendDigests("IMMEDIATELY", new Date(until.getTime() - 1));
  await database().user.update({ where: { id: real.user.id }, data: { disabledAt: new Date() } });
  await enterUse("utrecht");
  await sendDigests("IMMEDIATELY", until);
  expect(await database().outgoingMail.count()).toBe(0);
  await database().user.update({ where: { id: real.user.id }, data: { disabledAt: null } });
});

test("the link of a mail ends the mail of its reader and of nobody else", async () => {
  await chooseFrequency(real, "WEEKLY");
  const { id: wie } = real.user;
  await expect(stopMail(visitor, { wie, code: stopCode(mine.user.id) })).rejects.toEqual(
    refusal("not-found", "notFound"),
  );
  expect((await getFollows(real)).frequency).toBe("WEEKLY");
  await stopMail(visitor, { wie, code: stopCode(wie) });
  await stopMail(visitor, { wie, code: stopCode(wie) });
  expect((await getFollows(real)).frequency).toBe("NEVER");
});

test("what was seen is not new any more", async () => {
  const moment = new Date();
  await markSeen(mine);
  expect((await getFollows(mine)).seenAt.getTime()).toBeGreaterThanOrEqual(moment.getTime());
});
