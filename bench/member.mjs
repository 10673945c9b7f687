// Somebody of a gemeente who is signed in, for what visitors do not see.
import { createHash, randomBytes, randomUUID } from "node:crypto";

/** Adds a member of the gemeente; returns who it is, and the token of their session. */
export async function addMember(client, gemeenteId) {
  const token = randomBytes(32).toString("base64url");
  const { rows } = await client.query(
    `INSERT INTO "User" ("name", "email") VALUES ('Meting', $1) RETURNING "id"`,
    [`${randomUUID()}@meting.test`],
  );
  const userId = rows[0].id;
  await client.query(
    `INSERT INTO "Membership" ("userId", "organisationId", "role") VALUES ($1, $2, 'MEMBER')`,
    [userId, gemeenteId],
  );
  await client.query(
    `INSERT INTO "Session" ("sessionToken", "userId", "expires") VALUES ($1, $2, now() + interval '1 day')`,
    [createHash("sha256").update(token).digest("hex"), userId],
  );
  return { userId, token };
}

/** Runs `work` with the cookie of a member of the gemeente, who is gone afterwards. */
export async function asMember(client, slug, work) {
  const { rows } = await client.query(`SELECT "id" FROM "Organisation" WHERE "slug" = $1`, [slug]);
  const { userId, token } = await addMember(client, rows[0].id);
  try {
    return await work(`next-auth.session-token=${token}`);
  } finally {
    await client.query(`DELETE FROM "User" WHERE "id" = $1`, [userId]);
  }
}
