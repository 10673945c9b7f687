import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { query } from "./database";

export type RealPerson = { id: string; email: string };

/** Somebody who is no part of the demonstration, with these roles in one organisation; `database` of which site. */
export async function aPersonOf(slug: string, roles: string[], database?: string): Promise<RealPerson> {
  const email = `${randomBytes(6).toString("hex")}@gemeente.test`;
  const [row] = await query(
    `INSERT INTO "User" ("name", "email") VALUES ('Echte Collega', $1) RETURNING "id"`,
    [email],
    database,
  );
  const person = { id: String(row?.id), email };
  await query(
    `INSERT INTO "Membership" ("userId", "organisationId", "role")
     SELECT $1, "id", unnest($3::text[])::"Role" FROM "Organisation" WHERE "slug" = $2`,
    [person.id, slug, roles],
    database,
  );
  return person;
}

/** Signs this browser in as that person, as the last step of any sign-in does; returns the token. */
export async function openSession(
  context: BrowserContext,
  { id }: RealPerson,
  baseURL: string,
  database?: string,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const hash = createHash("sha256").update(token).digest("hex");
  await query(
    `INSERT INTO "Session" ("sessionToken", "userId", "expires") VALUES ($1, $2, now() + interval '1 day')`,
    [hash, id],
    database,
  );
  await context.addCookies([{ name: "next-auth.session-token", value: token, url: baseURL }]);
  return token;
}

/** Takes rights and sessions away; what the person did stays in the log, which nobody can change. */
export async function removePerson({ id }: RealPerson): Promise<void> {
  for (const table of ["Session", "Membership", "SecondFactor", "RecoveryCode"]) {
    await query(`DELETE FROM "${table}" WHERE "userId" = $1`, [id]);
  }
  await query(`DELETE FROM "OutgoingMail" WHERE "to" = (SELECT "email" FROM "User" WHERE "id" = $1)`, [id]);
}
