import { PrismaPg } from "@prisma/adapter-pg";
import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { PrismaClient } from "@/lib/core/generated/prisma/client";
import { readViewer } from "@/lib/core/viewer";
import { forgetSignIns, repeatRequest, requestSignIn, signInByCode, signInByLink } from "./mutations";
import { getAskedAddress, getLinkAddress } from "./queries";

process.env.SMTP_URL = "smtp://127.0.0.1:1";
process.env.MAIL_FROM = "noreply@pluseen.test";
const origin = { address: "192.0.2.0/24", requestId: "r1", device: "Firefox/Windows" };

let count = 0;
const newAddress = () => `persoon${count++}@gemeente.test`;

beforeEach(() => database().outgoingMail.deleteMany());

/** Asks for a code and reads the mail that waits. */
async function ask(email: string, next = "") {
  const { token: browser } = await requestSignIn({ email, next, locale: "nl", origin });
  return { browser, ...(await readNewest(email)) };
}

async function readNewest(to: string) {
  const { text, subject, until } = await database().outgoingMail.findFirstOrThrow({
    where: { to },
    orderBy: { createdAt: "desc" },
    select: { text: true, subject: true, until: true },
  });
  const code = /is: (\d{3} \d{3})/.exec(text)?.[1]?.replace(" ", "") ?? "";
  const link = /token=([\w-]+)/.exec(text)?.[1] ?? "";
  return { code, link, text, subject, until };
}

const wrong = (code: string) => (code === "000000" ? "000001" : "000000");

const statusOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "in",
    (error) => error.key,
  );

const makeOver = (email: string) =>
  database().signInRequest.update({ where: { email }, data: { expires: new Date(Date.now() - 1) } });

const findUser = (email: string) =>
  database().user.findUnique({
    where: { email },
    select: { id: true, name: true, emailVerified: true, memberships: true },
  });

test("a first sign-in makes an account without any right, and leaves two traces", async () => {
  const email = newAddress();
  const { browser, code } = await ask(email, "/mijn");
  expect(await findUser(email)).toBeNull();
  const { session, next } = await signInByCode(browser, code, origin);
  const user = await findUser(email);
  expect(user).toMatchObject({ memberships: [], emailVerified: expect.any(Date) });
  expect(await readViewer(session.token)).toMatchObject({
    user: { id: user?.id, isDemo: false },
    organisation: null,
    roles: [],
  });
  expect(next).toBe("/mijn");
  const traces = await database().auditEvent.findMany({
    where: { actorId: user?.id ?? "" },
    select: { action: true, detail: true },
    orderBy: { id: "asc" },
  });
  expect(traces).toEqual([
    { action: "user.created", detail: {} },
    { action: "session.started", detail: { method: "mail" } },
  ]);
});

test("the mail tells the code, the link to a page, how long they work, and who asked", async () => {
  const { text, subject, code, link, until } = await ask(newAddress());
  expect(code).toMatch(/^\d{6}$/);
  expect(subject).toContain(`${code.slice(0, 3)} ${code.slice(3)}`);
  expect(text).toContain(`http://localhost:3000/nl/inloggen/bevestigen?token=${link}`);
  expect(text).toContain("10 minuten");
  expect(text).toContain("Firefox op Windows");
  expect(until?.getTime()).toBeLessThanOrEqual(Date.now() + 600_000);
});

test("the database knows neither the code, nor the link, nor the browser", async () => {
  const email = newAddress();
  const { browser, code, link } = await ask(email);
  const { id: _, ...kept } = await database().signInRequest.findUniqueOrThrow({ where: { email } });
  const text = JSON.stringify(kept);
  for (const secret of [browser, code, link]) expect(text).not.toContain(secret);
});

test("a code works once, and its link not after it; nor the other way round", async () => {
  const first = await ask(newAddress());
  await signInByCode(first.browser, first.code, origin);
  expect(await statusOf(signInByCode(first.browser, first.code, origin))).toBe("signInCodeOver");
  expect(await statusOf(signInByLink(first.link, origin))).toBe("signInLinkOver");
  const second = await ask(newAddress());
  await signInByLink(second.link, origin);
  expect(await statusOf(signInByLink(second.link, origin))).toBe("signInLinkOver");
  expect(await statusOf(signInByCode(second.browser, second.code, origin))).toBe("signInCodeOver");
});

test("of twenty at the same moment one signs in, with the code and with the link", async () => {
  const { browser, code } = await ask(newAddress());
  const codes = await Promise.all(
    Array.from({ length: 5 }, () => statusOf(signInByCode(browser, code, origin))),
  );
  expect(codes.filter((status) => status === "in")).toHaveLength(1);
  const { link } = await ask(newAddress());
  const links = await Promise.all(Array.from({ length: 15 }, () => statusOf(signInByLink(link, origin))));
  expect(links.filter((status) => status === "in")).toHaveLength(1);
});

test("five wrong codes void it, also when they come at the same moment; the link still works", async () => {
  const email = newAddress();
  const { browser, code, link } = await ask(email);
  const statuses = await Promise.all(
    Array.from({ length: 5 }, () => statusOf(signInByCode(browser, wrong(code), origin))),
  );
  expect(statuses.sort()).toEqual([
    "signInCodeVoid",
    "signInCodeWrong",
    "signInCodeWrong",
    "signInCodeWrong",
    "signInCodeWrong",
  ]);
  expect(await statusOf(signInByCode(browser, code, origin))).toBe("signInCodeOver");
  expect(await database().auditEvent.count({ where: { action: "session.refused" } })).toBe(5);
  expect(await statusOf(signInByLink(link, origin))).toBe("in");
});

test("a wrong code says how many tries are left", async () => {
  const { browser, code } = await ask(newAddress());
  await expect(signInByCode(browser, wrong(code), origin)).rejects.toMatchObject({
    key: "signInCodeWrong",
    detail: "4",
  });
  expect(await statusOf(signInByCode(browser, code, origin))).toBe("in");
});

test("ten wrong codes for one address in an hour are the last, whichever requests they belong to", async () => {
  const email = newAddress();
  for (const _ of [1, 2]) {
    const { browser, code } = await ask(email);
    for (let number = 0; number < 5; number++) await statusOf(signInByCode(browser, wrong(code), origin));
  }
  const { browser, code, link } = await ask(email);
  await expect(signInByCode(browser, code, origin)).rejects.toMatchObject({
    code: "too-many",
    key: "tooManyCodes",
    detail: "60",
  });
  expect(await statusOf(signInByLink(link, origin))).toBe("in");
});

test("a right code wipes out the wrong ones before it", async () => {
  const email = newAddress();
  for (let round = 0; round < 4; round++) {
    const { browser, code } = await ask(email);
    for (let number = 0; number < 4; number++) await statusOf(signInByCode(browser, wrong(code), origin));
    expect(await statusOf(signInByCode(browser, code, origin))).toBe("in");
  }
});

test("after ten minutes neither code nor link works", async () => {
  const email = newAddress();
  const { browser, code, link } = await ask(email);
  await makeOver(email);
  expect(await statusOf(signInByCode(browser, code, origin))).toBe("signInCodeOver");
  expect(await statusOf(signInByLink(link, origin))).toBe("signInLinkOver");
  expect(await getAskedAddress(browser)).toBeNull();
  expect(await getLinkAddress(link)).toBeNull();
});

test("a new request voids what was sent before, in every browser", async () => {
  const email = newAddress();
  const first = await ask(email);
  const second = await ask(email);
  expect(await statusOf(signInByCode(first.browser, first.code, origin))).toBe("signInCodeOver");
  expect(await statusOf(signInByLink(first.link, origin))).toBe("signInLinkOver");
  expect(await statusOf(signInByCode(second.browser, second.code, origin))).toBe("in");
});

test("asking again from the page sends another mail to the same address", async () => {
  const email = newAddress();
  const first = await ask(email, "/mijn");
  const { token } = await repeatRequest(first.browser, { locale: "nl", origin });
  expect(await statusOf(signInByCode(first.browser, first.code, origin))).toBe("signInCodeOver");
  const { code } = await readNewest(email);
  expect(await statusOf(signInByCode(token, code, origin))).toBe("in");
  expect(await statusOf(repeatRequest("x".repeat(43), { locale: "nl", origin }))).toBe("signInCodeOver");
});

test("a code is of no use in another browser, even to whoever reads the mail", async () => {
  const victim = await ask(newAddress());
  const thief = await ask(newAddress());
  expect(await statusOf(signInByCode(thief.browser, victim.code, origin))).toMatch(/^signInCodeWrong$|^in$/);
  expect(await statusOf(signInByCode("y".repeat(43), victim.code, origin))).toBe("signInCodeOver");
});

test("looking at the page of a link, as scanners do, does not use it up", async () => {
  const email = newAddress();
  const { link } = await ask(email);
  for (let visit = 0; visit < 10; visit++) expect(await getLinkAddress(link)).toBe(email);
  expect(await statusOf(signInByLink(link, origin))).toBe("in");
});

test.each([undefined, "", "x", ["a".repeat(43)], "a".repeat(43), "'; DROP TABLE", "\0".repeat(43)])(
  "%j is nobody's link",
  async (token) => {
    expect(await getLinkAddress(token)).toBeNull();
  },
);

test("a disabled account gets the same mail, and no session: only its owner learns that", async () => {
  const email = newAddress();
  await database().user.create({ data: { email, disabledAt: new Date() } });
  const { browser, code } = await ask(email);
  expect(await statusOf(signInByCode(browser, code, origin))).toBe("accountDisabled");
  const { link } = await ask(email);
  expect(await statusOf(signInByLink(link, origin))).toBe("accountDisabled");
  expect(await database().session.count({ where: { user: { email } } })).toBe(0);
});

test("five mails a quarter of an hour to one address, then a wait; others are not in its way", async () => {
  const email = newAddress();
  for (let number = 0; number < 5; number++) await ask(email);
  await expect(requestSignIn({ email, next: "", locale: "nl", origin })).rejects.toMatchObject({
    code: "too-many",
    key: "tooManyMails",
    detail: "15",
  });
  expect(await database().outgoingMail.count({ where: { to: email } })).toBe(5);
  await ask(newAddress());
});

test("what is over is forgotten; what is not, stays", async () => {
  const [over, open] = [newAddress(), newAddress()];
  await ask(over);
  await ask(open);
  await makeOver(over);
  await forgetSignIns();
  expect(await database().signInRequest.count({ where: { email: { in: [over, open] } } })).toBe(1);
});

test("a known, an unknown and a disabled address cause the same statements", async () => {
  const [known, unknown, disabled] = [newAddress(), newAddress(), newAddress()];
  await database().user.create({ data: { email: known, name: "Bekend" } });
  await database().user.create({ data: { email: disabled, disabledAt: new Date() } });
  const statements = await recordStatements();
  const runs: string[][] = [];
  for (const email of [known, unknown, disabled]) {
    statements.length = 0;
    await requestSignIn({ email, next: "", locale: "nl", origin });
    runs.push([...statements]);
  }
  expect(runs[0]?.length).toBeGreaterThan(3);
  expect(runs[1]).toEqual(runs[0]);
  expect(runs[2]).toEqual(runs[0]);
  expect(runs.flat().join("\n")).not.toContain('"User"');
});

/** From here on every statement of this process is written down. */
async function recordStatements(): Promise<string[]> {
  const list: string[] = [];
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL ?? "" });
  const client = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  client.$on("query", ({ query }) => list.push(query));
  await database().$disconnect();
  (globalThis as { pluseenDatabase?: unknown }).pluseenDatabase = client;
  // Whether there is a demonstration is remembered for a moment: asked beforehand, it is not in the way.
  await requestSignIn({ email: newAddress(), next: "", locale: "nl", origin });
  return list;
}
