import { beforeAll, beforeEach, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { saveSearch } from "@/lib/search/saved/mutations";
import { chooseFrequency, follow, stopCode } from "../mutations";
import { sendDigests } from "./mutations";

const parking = { name: "Parkeren", waar: "voorzieningen", query: "q=parkeren" } as const;
const slug = "nationaal-parkeer-register";
/** The last mail, what is published next, and the next mail. */
const [mailed, between, until] = [1, 2, 3].map((minute) => new Date(Date.now() + minute * 60_000)) as [
  Date,
  Date,
  Date,
];

/** Somebody of Zwolle who is no part of the demonstration, so that mail comes. */
let real: Member;

beforeAll(async () => {
  const { organisation } = await findDemoPerson("zwolle", "MEMBER");
  const user = await database().user.create({
    data: {
      name: "Zoeker",
      email: "zoeker@zwolle.example",
      memberships: { create: { organisationId: organisation.id, role: "MEMBER" } },
    },
    select: { id: true, name: true, isDemo: true },
  });
  real = { user, organisation, roles: ["MEMBER"], organisations: [organisation] };
});

beforeEach(async () => {
  await database().savedSearch.deleteMany();
  await database().follow.deleteMany();
  await database().outgoingMail.deleteMany();
  await database().solution.update({ where: { slug }, data: { publishedAt: new Date(0) } });
  await chooseFrequency(real, "DAILY");
  await database().followSettings.updateMany({ data: { mailedAt: mailed } });
});

const publish = (at: Date, publication: "PUBLISHED" | "DRAFT" = "PUBLISHED") =>
  database().solution.update({ where: { slug }, data: { publishedAt: at, publication } });

async function listMails() {
  return database().outgoingMail.findMany({ select: { to: true, subject: true, text: true } });
}

test("what a saved search newly finds is mailed once, with its page, and a way out", async () => {
  await saveSearch(real, parking);
  await saveSearch(real, { ...parking, name: "Iets anders", query: "q=burgerzaken" });
  await publish(between);
  await Promise.all([sendDigests("DAILY", until), sendDigests("DAILY", until)]);
  await sendDigests("DAILY", new Date(until.getTime() + 1_000));
  const [mail, ...more] = await listMails();
  expect([mail?.to, mail?.subject, more]).toEqual([
    "zoeker@zwolle.example",
    "1 bericht over wat u volgt en zoekt",
    [],
  ]);
  expect(mail?.text).toContain("1 nieuw resultaat voor uw zoekopdracht “Parkeren”");
  expect(mail?.text).toContain("/nl/voorzieningen?q=parkeren&sort=nieuw");
  expect(mail?.text).not.toContain("Iets anders");
  expect(mail?.text).not.toContain("wat u volgt:");
  expect(mail?.text).toContain(`/nl/afmelden?wie=${real.user.id}&code=${stopCode(real.user.id)}`);
});

test("what is not published, came before the last mail, comes later or was seen is not mailed", async () => {
  await saveSearch(real, parking);
  for (const moment of [new Date(mailed.getTime() - 1), new Date(until.getTime() + 1)]) {
    await publish(moment);
    await sendDigests("DAILY", until);
  }
  await publish(between, "DRAFT");
  await sendDigests("DAILY", until);
  await publish(between);
  await database().savedSearch.updateMany({ data: { seenAt: between } });
  await sendDigests("DAILY", until);
  expect(await listMails()).toEqual([]);
});

test("a view of the portfolio and the search of another give no mail", async () => {
  await saveSearch(real, { name: "Op weg", waar: "mijn", query: "stand=op-weg" });
  await saveSearch(await findDemoPerson("utrecht", "MEMBER"), parking);
  await publish(between);
  await sendDigests("DAILY", until);
  expect(await listMails()).toEqual([]);
});

test("what is followed and what is searched come in one mail", async () => {
  await saveSearch(real, parking);
  await follow(real, { kind: "voorziening", key: slug });
  await publish(between);
  const { id: solutionId } = await database().solution.findUniqueOrThrow({
    where: { slug },
    select: { id: true },
  });
  await database().solutionVersion.updateMany({
    where: { solutionId, publication: "PUBLISHED" },
    data: { publishedAt: between },
  });
  await sendDigests("DAILY", until);
  const [mail, ...more] = await listMails();
  expect(more).toEqual([]);
  expect(mail?.subject).toMatch(/berichten over wat u volgt en zoekt$/);
  expect(mail?.text).toContain("heeft een nieuwe tekst");
  expect(mail?.text).toContain("voor uw zoekopdracht “Parkeren”");
});
