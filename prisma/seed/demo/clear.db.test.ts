import { beforeAll, beforeEach, expect, test } from "vitest";
import { testDatabase } from "@/lib/core/testing/test-database";
import { clearDemo, loadDemo } from "../demo";
import { recountAll } from "../recount";
import { loadReference } from "../reference";
import { fingerprintTables } from "./testing/fingerprint-tables";

const { client } = await testDatabase({ seeded: false });

let reference: Record<string, string>;

beforeAll(async () => {
  await loadReference(client);
  reference = await fingerprintTables(client);
});

beforeEach(async () => {
  await loadDemo(client);
});

test("everything of the layer is marked fictitious", async () => {
  const { rows } = await client.query(`SELECT
    (SELECT count(*)::int FROM "Adoption" WHERE NOT "isDemo") AS adoptions,
    (SELECT count(*)::int FROM "AdoptionEvent" WHERE NOT "isDemo") AS events,
    (SELECT count(*)::int FROM "Review" WHERE NOT "isDemo") AS reviews,
    (SELECT count(*)::int FROM "User" WHERE NOT "isDemo") AS users,
    (SELECT count(*)::int FROM "Membership" WHERE NOT "isDemo") AS memberships,
    (SELECT count(*)::int FROM "MembershipRequest" WHERE NOT "isDemo") AS requests,
    (SELECT count(*)::int FROM "Invitation" WHERE NOT "isDemo") AS invitations,
    (SELECT count(*)::int FROM "RightsReview" WHERE NOT "isDemo") AS checks`);
  const none = { requests: 0, invitations: 0, checks: 0 };
  expect(rows[0]).toEqual({ adoptions: 0, events: 0, reviews: 0, users: 0, memberships: 0, ...none });
});

test("some gemeenten take part through a partnership, and some keep documents of a decision", async () => {
  const { rows } = await client.query(`SELECT
    (SELECT count(*)::int FROM "PartnershipMember" WHERE "isDemo") AS partners,
    (SELECT count(*)::int FROM "PartnershipMember" m JOIN "Organisation" o ON o."id" = m."organisationId"
      WHERE o."slug" = 'dimpact') AS "ofDimpact",
    (SELECT count(*)::int > 0 FROM "Adoption" a JOIN "Organisation" o ON o."id" = a."viaId"
      WHERE o."slug" = 'dimpact') AS "viaDimpact",
    (SELECT count(*)::int FROM "Adoption" a WHERE a."viaId" IS NOT NULL AND NOT EXISTS (SELECT FROM
      "PartnershipMember" m WHERE m."organisationId" = a."viaId" AND m."gemeenteId" = a."gemeenteId")) AS strangers,
    (SELECT count(*)::int FROM "AdoptionDocument" WHERE "isDemo" AND "addedById" IS NOT NULL) AS documents,
    (SELECT count(*)::int FROM "StoredFile") AS files`);
  expect(rows[0]).toEqual({
    ...{ partners: 14, ofDimpact: 4, viaDimpact: true, strangers: 0 },
    ...{ documents: 4, files: 4 },
  });
});

test("the layer is loaded once", async () => {
  const before = await fingerprintTables(client);
  expect(await loadDemo(client)).toBe(false);
  expect(await fingerprintTables(client)).toEqual(before);
});

test("recounting all agrees with recounting one by one", async () => {
  const before = await fingerprintTables(client);
  await client.query(`UPDATE "Solution" SET "inUseCount" = 0, "ratingSum" = 1`);
  await client.query(`UPDATE "Gemeente" SET "inUseCount" = 1`);
  await recountAll(client);
  expect(await fingerprintTables(client)).toEqual(before);
  await client.query(`SELECT recount_solution("id") FROM "Solution"`);
  await client.query(`SELECT recount_gemeente("organisationId") FROM "Gemeente"`);
  expect(await fingerprintTables(client)).toEqual(before);
});

test("clearing leaves exactly what the reference alone gives", async () => {
  // What people of the demonstration left behind by mail goes as well.
  await client.query(`INSERT INTO "OutgoingMail" ("to", "subject", "text")
    SELECT "email", 'Uitnodiging', 'Tekst' FROM "User" WHERE "isDemo" LIMIT 3`);
  await client.query(`INSERT INTO "SignInRequest" ("email", "codeHash", "linkHash", "browserHash", "next", "expires")
    SELECT "email", 'a', 'b', 'c', '', now() FROM "User" WHERE "isDemo" LIMIT 1`);
  expect(await fingerprintTables(client)).not.toEqual(reference);
  const { kept } = await clearDemo(client);
  expect(kept).toEqual([]);
  expect(await fingerprintTables(client)).toEqual(reference);
});
