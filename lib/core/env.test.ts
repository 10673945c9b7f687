import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { judgeEnvironment } from "./env";
import { blockedPorts } from "./ports";

const secret = randomBytes(32).toString("hex");
const local = {
  DATABASE_URL: "postgresql://u:p@localhost:5432/pluseen",
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: "http://localhost:3000",
};
const online = {
  ...local,
  NEXTAUTH_URL: "https://pluseen.voorbeeld.nl",
  TRUSTED_PROXIES: "1",
  SECURITY_CONTACT: "mailto:security@voorbeeld.nl",
};

test("on the own machine three variables are enough", () => {
  expect(judgeEnvironment(local)).toMatchObject({
    values: { PORT: 3000, TRUSTED_PROXIES: 0, LOG_LEVEL: "info", DRAIN_SECONDS: 0 },
    faults: [],
  });
});

test("a site that others visit says how many proxies stand in front, and where faults are reported", () => {
  expect(judgeEnvironment(online).faults).toEqual([]);
  const { faults } = judgeEnvironment({ ...local, NEXTAUTH_URL: "https://pluseen.voorbeeld.nl" });
  expect(faults).toEqual([
    expect.stringContaining("TRUSTED_PROXIES ontbreekt"),
    expect.stringContaining("SECURITY_CONTACT ontbreekt"),
  ]);
});

test("everything that is missing or wrong is said at once, a sentence each", () => {
  const { faults } = judgeEnvironment({
    ...online,
    DATABASE_URL: "mysql://server/pluseen",
    NEXTAUTH_SECRET: "kort",
    NEXTAUTH_URL: "http://pluseen.voorbeeld.nl",
    PORT: "70000",
    TRUSTED_PROXIES: "een",
    SECURITY_CONTACT: "",
    LOG_LEVEL: "luid",
  });
  for (const name of Object.keys(online))
    expect(faults.filter((fault) => fault.includes(name))).toHaveLength(1);
  for (const name of ["PORT", "LOG_LEVEL"]) expect(faults.join("\n")).toContain(name);
  expect(faults).toHaveLength(7);
});

test("a port that no browser opens is refused at the start, with its number", () => {
  for (const port of [4190, 6000, 6666]) {
    expect(judgeEnvironment({ ...local, PORT: `${port}` }).faults).toEqual([
      expect.stringContaining(`PORT is ${port}: geen browser opent`),
    ]);
  }
  expect(judgeEnvironment({ ...local, PORT: "4191" }).faults).toEqual([]);
});

test("the fetch of Node opens none of these ports either", async () => {
  for (const port of blockedPorts) {
    const trouble = await fetch(`http://127.0.0.1:${port}/`).catch((error) => error.cause?.message);
    expect(trouble, `${port}`).toBe("bad port");
  }
});

test.each([
  ["", "ontbreekt"],
  ["a".repeat(40), "te raden"],
  ["change-me-change-me-change-me-change-me-9f3", "te raden"],
  ["mijn-geheim-van-minstens-32-tekens-lang-0987", "te raden"],
  ["0123456789abcdef0123456789abcde", "korter dan 32"],
])("the secret %j is refused: %s", (value, reason) => {
  expect(judgeEnvironment({ ...local, NEXTAUTH_SECRET: value }).faults.join()).toContain(reason);
});

test("the key that seals must be as hard to guess", () => {
  expect(judgeEnvironment({ ...local, ENCRYPTION_KEY: "k".repeat(32) }).faults.join()).toContain("te raden");
});

test.each([
  ["http://pluseen.nl", "https"],
  ["http://localhost.pluseen.nl", "https"],
  ["https://pluseen.nl/pad", "zonder pad"],
  ["https://naam:woord@pluseen.nl", "zonder pad"],
  ["ftp://pluseen.nl", "geen adres"],
  ["pluseen.nl", "geen adres"],
])("the address %s is refused: %s", (value, reason) => {
  expect(judgeEnvironment({ ...online, NEXTAUTH_URL: value }).faults.join()).toContain(reason);
});

test.each(["security@voorbeeld.nl", "http://voorbeeld.nl", "mailto:", "https://a b"])(
  "%s is no place to report a fault",
  (value) => {
    expect(judgeEnvironment({ ...online, SECURITY_CONTACT: value }).faults).toHaveLength(1);
  },
);

test.each([
  [{ SMTP_URL: "smtps://u:p@mail.gemeente.nl:465", MAIL_FROM: "PlusEén <noreply@gemeente.nl>" }, []],
  [{ SMTP_URL: "smtp://mail.gemeente.nl", MAIL_FROM: "noreply@gemeente.nl" }, []],
  [{ SMTP_URL: "smtp://mail.gemeente.nl" }, ["MAIL_FROM ontbreekt"]],
  [{ SMTP_URL: "mail.gemeente.nl", MAIL_FROM: "noreply@gemeente.nl" }, ["SMTP_URL is geen adres"]],
  [{ MAIL_FROM: "PlusEén noreply" }, ["MAIL_FROM is geen mailadres"]],
])("the mail server of %j is judged", (mail, expected) => {
  const { faults } = judgeEnvironment({ ...local, ...mail });
  expect(faults).toEqual(expected.map((fault) => expect.stringContaining(fault)));
});

const storage = {
  FILES_S3_ENDPOINT: "https://s3.gemeente.nl",
  FILES_S3_BUCKET: "pluseen-documenten",
  FILES_S3_ACCESS_KEY_ID: "sleutel",
  FILES_S3_SECRET_ACCESS_KEY: "een lang geheim",
};

test("storage for files is named whole or not at all, a sentence for each part that is missing", () => {
  expect(judgeEnvironment({ ...local, ...storage }).faults).toEqual([]);
  for (const name of Object.keys(storage)) {
    const { faults } = judgeEnvironment({ ...local, ...storage, [name]: "" });
    expect(faults).toEqual([expect.stringContaining(`${name} ontbreekt`)]);
  }
  expect(judgeEnvironment({ ...local, FILES_S3_REGION: "eu-west-1" }).faults).toHaveLength(4);
});

test.each([
  ["FILES_S3_ENDPOINT", "http://s3.gemeente.nl", "https"],
  ["FILES_S3_ENDPOINT", "https://naam:geheim@s3.gemeente.nl", "wachtwoord"],
  ["FILES_S3_ENDPOINT", "s3.gemeente.nl", "geen adres"],
  ["FILES_S3_BUCKET", "../elders", "geen naam"],
  ["FILES_S3_REGION", "eu west", "geen naam"],
])("%s=%s is refused: %s", (name, value, reason) => {
  const { faults } = judgeEnvironment({ ...local, ...storage, [name]: value });
  expect(faults).toEqual([expect.stringContaining(reason)]);
  expect(faults.join()).not.toContain("geheim@");
});
