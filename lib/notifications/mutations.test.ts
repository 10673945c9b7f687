import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { startMailSink, takeMail } from "@/e2e/mail-sink";
import { database, inTransaction } from "@/lib/core/db";
import { freePort } from "@/scripts/steps/postgres.mjs";
import { deliverMails, forgetMails, queueMail } from "./mutations";

const folder = mkdtempSync(join(tmpdir(), "pluseen-mail-"));
let port = 0;
let stop: (() => Promise<void>) | null = null;
let sink: SMTPServer | null = null;

beforeAll(async () => {
  port = await freePort();
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "PlusEén <noreply@pluseen.test>";
});
const errors = vi.spyOn(console, "error").mockImplementation(() => {});
afterEach(async () => {
  await stop?.();
  stop = null;
  errors.mockClear();
  await database().outgoingMail.deleteMany();
});
afterAll(() => rmSync(folder, { recursive: true }));

const receive = async () => {
  stop = await startMailSink(port, folder);
};

/** A server that fails in its own way. */
async function failWith(options: ConstructorParameters<typeof SMTPServer>[0]) {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ["STARTTLS"], ...options });
  server.on("error", () => {});
  sink = server;
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  stop = () => new Promise((resolve) => server.close(() => resolve()));
}

const queue = (mail: { to: string; until?: Date }) =>
  inTransaction((tx) => queueMail(tx, { subject: "Uw inlogcode é", text: "Code: 123456\n", ...mail }));

const theMail = () =>
  database().outgoingMail.findFirstOrThrow({
    select: { id: true, subject: true, text: true, sentAt: true, attempts: true, nextAttemptAt: true },
  });

const makeDue = () => database().outgoingMail.updateMany({ data: { nextAttemptAt: new Date(0) } });

test("a mail is handed over once, readable, and its words are removed", async () => {
  await receive();
  await queue({ to: "jan@gemeente.test" });
  await Promise.all([deliverMails(), deliverMails(), deliverMails()]);
  await deliverMails();
  expect(takeMail(folder, "jan@gemeente.test")).toEqual({
    to: "jan@gemeente.test",
    subject: "Uw inlogcode é",
    text: expect.stringContaining("Code: 123456"),
  });
  expect(takeMail(folder, "jan@gemeente.test")).toBeNull();
  expect(await theMail()).toMatchObject({ subject: "", text: "", attempts: 1, sentAt: expect.any(Date) });
});

test("three processes at once hand over fifty mails, each once", async () => {
  await receive();
  for (let number = 0; number < 50; number++) await queue({ to: `p${number}@gemeente.test` });
  await Promise.all([deliverMails(), deliverMails(), deliverMails()]);
  for (let number = 0; number < 50; number++) {
    expect(takeMail(folder, `p${number}@gemeente.test`)).not.toBeNull();
    expect(takeMail(folder, `p${number}@gemeente.test`)).toBeNull();
  }
});

test("a change that fails sends no mail", async () => {
  await receive();
  const failing = inTransaction(async (tx) => {
    await queueMail(tx, { to: "nooit@gemeente.test", subject: "Nooit", text: "Nooit" });
    throw new Error("and yet not");
  });
  await expect(failing).rejects.toThrow("and yet not");
  await deliverMails();
  expect(takeMail(folder, "nooit@gemeente.test")).toBeNull();
});

test("a mail server that is away is tried again later, and nothing personal is logged", async () => {
  await queue({ to: "jan@gemeente.test" });
  await deliverMails();
  expect(await theMail()).toMatchObject({
    attempts: 1,
    sentAt: null,
    text: expect.stringContaining("123456"),
  });
  expect((await theMail()).nextAttemptAt?.getTime()).toBeGreaterThan(Date.now() + 3_000);
  await deliverMails();
  expect((await theMail()).attempts).toBe(1);
  const logged = errors.mock.calls.flat().join(" ");
  expect(logged).toContain("not delivered");
  expect(logged).not.toMatch(/jan@|123456|inlogcode/);
  await receive();
  await makeDue();
  await deliverMails();
  expect(takeMail(folder, "jan@gemeente.test")).not.toBeNull();
});

test.each([
  [450, true],
  [550, false],
])("an address that the server refuses with %i is tried again: %s", async (responseCode, isRetried) => {
  await failWith({
    onRcptTo: (_address, _session, done) => done(Object.assign(new Error("refused"), { responseCode })),
  });
  await queue({ to: "vol@gemeente.test" });
  await deliverMails();
  const { nextAttemptAt, text } = await theMail();
  expect(nextAttemptAt !== null).toBe(isRetried);
  expect(text !== "").toBe(isRetried);
});

test("a connection that is lost after the mail was handed over is not tried again: it may have arrived", async () => {
  await failWith({
    onData: (stream) => {
      stream.resume();
      stream.on("end", () => {
        for (const connection of sink?.connections ?? []) connection.close();
      });
    },
  });
  await queue({ to: "misschien@gemeente.test" });
  await deliverMails();
  expect(await theMail()).toMatchObject({ sentAt: null, nextAttemptAt: null, text: "" });
});

test("a mail that was taken and never finished is not sent again", async () => {
  await receive();
  await queue({ to: "jan@gemeente.test" });
  await database().outgoingMail.updateMany({ data: { nextAttemptAt: null, attempts: 1 } });
  await deliverMails();
  expect(takeMail(folder, "jan@gemeente.test")).toBeNull();
});

test("a mail that came too late, or is for an invented person, is not sent", async () => {
  await receive();
  await queue({ to: "laat@gemeente.test", until: new Date(Date.now() - 1000) });
  await queue({ to: "anna@voorbeeld.invalid" });
  await deliverMails();
  expect(takeMail(folder, "laat@gemeente.test")).toBeNull();
  expect(takeMail(folder, "anna@voorbeeld.invalid")).toBeNull();
  expect(await database().outgoingMail.count({ where: { text: "", sentAt: null } })).toBe(2);
});

test("an address cannot become two recipients", async () => {
  await receive();
  await queue({ to: "een@gemeente.test, twee@gemeente.test" });
  await deliverMails();
  expect(takeMail(folder, "een@gemeente.test")).toBeNull();
  expect(takeMail(folder, "twee@gemeente.test")).toBeNull();
});

test("the words go an hour after somebody tried, the mail itself after thirty days; what waits stays", async () => {
  await queue({ to: "wacht@gemeente.test" });
  await queue({ to: "mislukt@gemeente.test" });
  await queue({ to: "oud@gemeente.test" });
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  await database().outgoingMail.updateMany({ data: { createdAt: hoursAgo(2) } });
  await database().outgoingMail.updateMany({
    where: { to: "mislukt@gemeente.test" },
    data: { nextAttemptAt: null },
  });
  await database().outgoingMail.updateMany({
    where: { to: "oud@gemeente.test" },
    data: { createdAt: hoursAgo(24 * 31) },
  });
  await forgetMails();
  const left = await database().outgoingMail.findMany({
    select: { to: true, text: true },
    orderBy: { to: "desc" },
  });
  expect(left).toEqual([
    { to: "wacht@gemeente.test", text: "Code: 123456\n" },
    { to: "mislukt@gemeente.test", text: "" },
  ]);
});
