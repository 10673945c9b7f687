import { expect, test } from "vitest";
import { mailAddress } from "@/lib/core/forms";
import { canReadOutbox } from "../outbox/policy";
import { canSignInByMail } from "./policy";
import { maskAddress, toLanding } from "./rules";
import { codeRequestSchema, linkSchema, typedCodeSchema } from "./schema";

test.each([
  ["jan@zwolle.nl", "jan@zwolle.nl"],
  ["  Jan.Jansen@Zwolle.NL ", "jan.jansen@zwolle.nl"],
  ["o'neill+proef@sub.gemeente-x.nl", "o'neill+proef@sub.gemeente-x.nl"],
  ["a@xn--gemente-cya.nl", "a@xn--gemente-cya.nl"],
])("%j is kept as %s", (typed, kept) => {
  expect(mailAddress.parse(typed)).toBe(kept);
});

test.each([
  "",
  "jan",
  "jan@",
  "@zwolle.nl",
  "jan@zwolle",
  "jan@@zwolle.nl",
  "jan@zwolle.nl@evil.example",
  "jan@zwolle.nl, piet@zwolle.nl",
  "jan@zwolle.nl;piet@zwolle.nl",
  "jan@zwolle.nl piet@zwolle.nl",
  "jan@zwolle.nl\r\nBcc: x@evil.example",
  "Jan <jan@zwolle.nl>",
  '"jan"@zwolle.nl',
  "jan@zwоlle.nl",
  "jan@zwolle.nⅼ",
  "jаn@zwolle.nl",
  "jan@gemeente\u3002nl",
  "jan＠zwolle.nl",
  "jan@zwolle.n\u212a",
  "\u212aim@zwolle.nl",
  "jan@-zwolle.nl",
  "jan@zwolle-.nl",
  "jan@zwolle..nl",
  "jan@.nl",
  "jan@127.0.0.1",
  "jan@[127.0.0.1]",
  "jan\0@zwolle.nl",
  `${"a".repeat(65)}@zwolle.nl`,
  `a@${"b".repeat(64)}.nl`,
  `a@${"b.".repeat(130)}nl`,
])("%j is no mail address", (typed) => {
  expect(mailAddress.safeParse(typed).success).toBe(false);
});

test.each([
  ["123456", "123456"],
  ["123 456", "123456"],
  [" 012-345 ", "012345"],
])("a code typed as %j is %s", (typed, code) => {
  expect(typedCodeSchema.parse({ code: typed })).toEqual({ code });
});

test.each(["", "12345", "1234567", "12345a", "١٢٣٤٥٦", "123456\0", "1".repeat(1000)])(
  "%j is no code",
  (code) => {
    expect(typedCodeSchema.safeParse({ code }).success).toBe(false);
  },
);

test("where to go afterwards is a path of this site or nothing", () => {
  const next = (value: string) => codeRequestSchema.parse({ email: "a@b.nl", next: value }).next;
  expect(next("/mijn/open-zaak")).toBe("/mijn/open-zaak");
  expect(next("//evil.example")).toBe("");
  expect(codeRequestSchema.parse({ email: "a@b.nl" }).next).toBe("");
});

test("only what we could have made is a token", () => {
  expect(linkSchema.safeParse({ token: "a".repeat(43) }).success).toBe(true);
  for (const token of ["", "a", "a".repeat(42), "a".repeat(44), `${"a".repeat(42)}=`, `${"a".repeat(42)}\n`])
    expect(linkSchema.safeParse({ token }).success).toBe(false);
});

test("a mask shows whose address it is to its owner, and to nobody else who", () => {
  expect(maskAddress("jan.jansen@zwolle.nl")).toBe("j•••@zwolle.nl");
  expect(maskAddress("j@zwolle.nl")).toBe("j•••@zwolle.nl");
});

const zwolle = { id: "1", slug: "zwolle", name: "Zwolle", kind: "GEMEENTE" } as const;

test("whoever belongs nowhere goes to ask for that, others back to where they were", () => {
  expect(toLanding({ organisations: [zwolle] }, "/mijn")).toBe("/mijn");
  expect(toLanding({ organisations: [zwolle] }, "")).toBe("");
  expect(toLanding({ organisations: [] }, "/mijn")).toBe("/account/lidmaatschap");
  expect(toLanding({ organisations: [] }, "")).toBe("/account/lidmaatschap");
  expect(toLanding({ organisations: [] }, "/account/uitnodiging/0a1b")).toBe("/account/uitnodiging/0a1b");
});

test("whoever has a role that waits goes by way of the second step", () => {
  const viewer = { organisations: [zwolle], withheldRoles: ["MANAGER" as const] };
  expect(toLanding(viewer, "/mijn")).toBe("/inloggen/tweede-factor?naar=%2Fmijn");
});

const local = { NEXTAUTH_URL: "http://localhost:3000" };

test.each([
  ["a demonstration on this machine without a mail server", local, true, true],
  ["the same, asked for", { ...local, PLUS1_DEMO: "1" as const }, true, true],
  ["one that was closed", { ...local, PLUS1_DEMO: "0" as const }, true, false],
  ["one whose demonstration was removed", local, false, false],
  ["one with a mail server", { ...local, SMTP_URL: "smtp://mail" }, true, false],
  ["one that others visit", { NEXTAUTH_URL: "https://pluseen.nl" }, true, false],
  ["one on a network", { NEXTAUTH_URL: "http://10.0.0.5:3000" }, true, false],
  ["one that looks local", { NEXTAUTH_URL: "http://localhost.evil.example" }, true, false],
])("the outbox of %s: open or not", (_, settings, hasDemo, expected) => {
  expect(canReadOutbox(settings, { hasDemo })).toBe(expected);
});

test("without a mail server and without an outbox nobody signs in by mail", () => {
  expect(canSignInByMail({ hasMailServer: false, hasOutbox: false })).toBe(false);
  expect(canSignInByMail({ hasMailServer: true, hasOutbox: false })).toBe(true);
  expect(canSignInByMail({ hasMailServer: false, hasOutbox: true })).toBe(true);
});
