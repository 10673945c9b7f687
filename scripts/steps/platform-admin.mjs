// Lets the first administrator of the platform in: an invitation that no administrator had to send.
import { createHash, randomBytes } from "node:crypto";
import { Refusal } from "./report.mjs";

const addressPattern = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/**
 * Invites `address` as administrator of the platform, as a member of the organisation with this slug or
 * else of the gemeente with that mail domain. Gives the token of the link, which is kept nowhere.
 */
export async function invitePlatformAdmin(client, { address, slug }) {
  const email = (address ?? "").trim().toLowerCase();
  if (!addressPattern.test(email))
    throw new Refusal("Gebruik: npm run platform:admin -- naam@gemeente.nl [organisatie]");
  const organisation = await findOrganisation(client, { email, slug });
  const token = randomBytes(32).toString("hex");
  await client.query("BEGIN");
  try {
    await insertInvitation(client, { email, organisation, token });
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw error;
  }
  return { token, organisation: organisation.name };
}

async function findOrganisation(client, { email, slug }) {
  const domain = email.slice(email.lastIndexOf("@") + 1);
  const { rows } = await client.query(
    slug
      ? `SELECT "id", "name", "kind" FROM "Organisation" WHERE "slug" = $1`
      : `SELECT o."id", o."name", o."kind" FROM "Organisation" o JOIN "Gemeente" g ON g."organisationId" = o."id"
         WHERE g."emailDomain" = $1 AND g."validTo" IS NULL`,
    [slug ?? domain],
  );
  const [organisation] = rows;
  if (!organisation)
    throw new Refusal(
      slug
        ? `Er is geen organisatie "${slug}". Neem het laatste deel van haar adres, bijvoorbeeld "zwolle".`
        : `Geen gemeente heeft het maildomein ${domain}. Noem de organisatie erbij: npm run platform:admin -- ${email} zwolle`,
    );
  // The same rule as lib/memberships/rules.ts: a supplier governs nothing.
  if (organisation.kind === "LEVERANCIER")
    throw new Refusal(`${organisation.name} is een leverancier. Die kan het platform niet beheren.`);
  return organisation;
}

async function insertInvitation(client, { email, organisation, token }) {
  await client.query(
    `UPDATE "Invitation" SET "withdrawnAt" = now()
     WHERE "organisationId" = $1 AND "email" = $2 AND "acceptedAt" IS NULL AND "withdrawnAt" IS NULL`,
    [organisation.id, email],
  );
  const { rows } = await client.query(
    `INSERT INTO "Invitation" ("organisationId", "email", "roles", "tokenHash", "expiresAt")
     VALUES ($1, $2, '{MEMBER,PLATFORM_ADMIN}', $3, now() + interval '14 days') RETURNING "id"`,
    [organisation.id, email, createHash("sha256").update(token).digest("hex")],
  );
  await client.query(
    `INSERT INTO "AuditEvent" ("action", "subjectType", "subjectId", "organisationId", "detail")
     VALUES ('invitation.sent', 'Invitation', $1, $2, '{"roles": ["MEMBER", "PLATFORM_ADMIN"], "from": "commandLine"}')`,
    [rows[0].id, organisation.id],
  );
}
