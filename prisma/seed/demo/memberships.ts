import { createHash } from "node:crypto";
import type pg from "pg";
import { personOf } from "./people";
import { uuidOf } from "./random";

/** A request that waits for the administrator of Zwolle; its address is known, so that a test finds it. */
export const requestOfFleur = uuidOf("request Fleur Assendorp");
/** One that waits for the platform: Almelo has no administrator. */
export const requestOfNadia = uuidOf("request Nadia Kromhout");

const requests = [
  {
    id: requestOfFleur,
    user: "Fleur Assendorp",
    organisation: "zwolle",
    role: "MEMBER",
    functionTitle: "Adviseur informatieveiligheid",
    message: "Ik werk sinds kort bij het team Informatieveiligheid en wil de gedeelde DPIA's lezen.",
    createdAt: "2026-11-19T08:40Z",
  },
  {
    id: uuidOf("request Tim Holtenbroek"),
    user: "Tim Holtenbroek",
    organisation: "zwolle",
    role: "MANAGER",
    functionTitle: "Projectleider Omgevingswet",
    message: "Ik neem de voorzieningen van de Omgevingswet over van Bram.",
    createdAt: "2026-11-20T13:05Z",
  },
  {
    id: requestOfNadia,
    user: "Nadia Kromhout",
    organisation: "almelo",
    role: "ORGANISATION_ADMIN",
    functionTitle: "Informatiemanager",
    message: "Namens de gemeente Almelo wil ik de beheerder worden. Bel gerust ons algemene nummer.",
    createdAt: "2026-11-20T09:30Z",
  },
];

// Nobody ever saw the token of these: they can be sent anew, not accepted.
const invitations = [
  { email: "wim.berkum@voorbeeld.invalid", roles: ["MEMBER"], createdAt: "2026-11-20T10:00Z" },
  {
    email: "joke.stadshagen@voorbeeld.invalid",
    roles: ["MEMBER", "MANAGER"],
    createdAt: "2026-10-12T10:00Z",
  },
].map((invitation) => ({
  ...invitation,
  id: uuidOf(`invitation ${invitation.email}`),
  tokenHash: createHash("sha256").update(`pluseen demo ${invitation.email}`).digest("hex"),
}));

/** Requests and invitations that wait, and a review of rights of more than a year ago. */
export async function insertMemberships(client: pg.Client): Promise<void> {
  await client.query(
    `INSERT INTO "MembershipRequest" ("id", "userId", "organisationId", "role", "functionTitle", "message", "createdAt", "isDemo")
     SELECT r.id, r."userId", o."id", r.role, r."functionTitle", r.message, r."createdAt", true
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "userId" uuid, organisation text, role "Role", "functionTitle" text,
       message text, "createdAt" timestamptz)
     JOIN "Organisation" o ON o."slug" = r.organisation
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(requests.map(({ user, ...request }) => ({ ...request, userId: personOf(user) })))],
  );
  await client.query(
    `INSERT INTO "Invitation" ("id", "organisationId", "email", "roles", "tokenHash", "createdAt", "expiresAt", "invitedById", "isDemo")
     SELECT r.id, o."id", r.email, ARRAY(SELECT jsonb_array_elements_text(r.roles))::"Role"[], r."tokenHash", r."createdAt",
       r."createdAt" + interval '14 days', $2, true
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, email text, roles jsonb, "tokenHash" text, "createdAt" timestamptz)
     JOIN "Organisation" o ON o."slug" = 'zwolle'
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(invitations), personOf("Henk Rietberg")],
  );
  await insertReview(client);
}

async function insertReview(client: pg.Client): Promise<void> {
  const id = uuidOf("review zwolle");
  await client.query(
    `INSERT INTO "RightsReview" ("id", "organisationId", "at", "reviewedById", "isDemo")
     SELECT $1, "id", '2025-10-14T09:00Z', $2, true FROM "Organisation" WHERE "slug" = 'zwolle'
     ON CONFLICT DO NOTHING`,
    [id, personOf("Henk Rietberg")],
  );
  await client.query(
    `INSERT INTO "RightsReviewLine" ("id", "reviewId", "userId", "roles", "isKept")
     SELECT md5(m."userId"::text || $1::text)::uuid, $1::uuid, m."userId", array_agg(m."role"), true
     FROM "Membership" m JOIN "Organisation" o ON o."id" = m."organisationId" AND o."slug" = 'zwolle'
     WHERE m."isDemo" GROUP BY m."userId"
     ON CONFLICT DO NOTHING`,
    [id],
  );
}
