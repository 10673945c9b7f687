import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

export type Role =
  | "MEMBER"
  | "MANAGER"
  | "COORDINATOR"
  | "ORGANISATION_ADMIN"
  | "MODERATOR"
  | "PLATFORM_ADMIN";
type Seat = readonly [organisation: string, ...roles: Role[]];

/** Who looks. The facts are stated here, not read from the code that is under test. */
export type Person = {
  name: string;
  /** Does the session count? Otherwise this person must be treated as a visitor. */
  isSignedIn: boolean;
  /** Which organisation they act for, and with which roles that count. */
  organisation: string | null;
  roles: readonly Role[];
  /** Every organisation they belong to. */
  organisations: readonly string[];
  /** Where their membership was suspended. */
  suspendedIn: readonly string[];
  userId: string | null;
  cookie: string | null;
  /** Not of the demonstration. */
  isReal: boolean;
  /** Is there a row of this session, counting or not? */
  hasSession: boolean;
};

type Twist =
  | "real, without a second factor"
  | "real, with a second factor"
  | "disabled"
  | "membership ended"
  | "session expired"
  | "session idle"
  | "token unknown";

type Sketch = { seats: readonly Seat[]; twist?: Twist; counts?: readonly Role[]; signedOut?: true };

// Roles that count are those of the first seat, unless `counts` says which are left of them.
const sketches: Record<string, Sketch> = {
  "somebody without a membership": { seats: [], twist: "real, with a second factor" },
  "a newcomer of the demonstration": { seats: [] },
  "a member of Zwolle": { seats: [["zwolle", "MEMBER"]] },
  "a manager of Zwolle": { seats: [["zwolle", "MANAGER"]] },
  "another manager of Zwolle": { seats: [["zwolle", "MANAGER"]], twist: "real, with a second factor" },
  "the admin of Zwolle": { seats: [["zwolle", "ORGANISATION_ADMIN"]] },
  "another admin of Zwolle": {
    seats: [["zwolle", "ORGANISATION_ADMIN"]],
    twist: "real, with a second factor",
  },
  "a member of Utrecht": { seats: [["utrecht", "MEMBER"]] },
  "a manager of Utrecht": { seats: [["utrecht", "MANAGER"]] },
  "the admin of Utrecht": { seats: [["utrecht", "ORGANISATION_ADMIN"]] },
  "another admin of Utrecht": { seats: [["utrecht", "ORGANISATION_ADMIN"]] },
  "a coordinator of Dimpact": { seats: [["dimpact", "COORDINATOR"]] },
  "another coordinator of Dimpact": {
    seats: [["dimpact", "COORDINATOR"]],
    twist: "real, with a second factor",
  },
  "a manager of Dimpact": { seats: [["dimpact", "MANAGER"]] },
  "a coordinator of VNG Realisatie": { seats: [["vng-realisatie", "COORDINATOR"]] },
  "another coordinator of VNG Realisatie": { seats: [["vng-realisatie", "COORDINATOR"]] },
  "a moderator": { seats: [["vng-realisatie", "MODERATOR"]] },
  "a platform admin": { seats: [["vng-realisatie", "PLATFORM_ADMIN"]] },
  "another platform admin": {
    seats: [["vng-realisatie", "PLATFORM_ADMIN"]],
    twist: "real, with a second factor",
  },
  "a member of supplier Maykin": { seats: [["maykin", "MEMBER"]] },
  "a coordinator of supplier Maykin": { seats: [["maykin", "COORDINATOR"]] },
  "a manager of supplier Maykin": { seats: [["maykin", "MANAGER"]] },
  "a manager of Zwolle now acting for Utrecht": {
    seats: [
      ["utrecht", "MEMBER"],
      ["zwolle", "MANAGER", "ORGANISATION_ADMIN"],
    ],
  },
  "a manager of Zwolle without a second factor": {
    seats: [["zwolle", "MANAGER", "MEMBER"]],
    twist: "real, without a second factor",
    counts: ["MEMBER"],
  },
  "a coordinator of Dimpact without a second factor": {
    seats: [["dimpact", "COORDINATOR"]],
    twist: "real, without a second factor",
    counts: ["MEMBER"],
  },
  "a platform admin without a second factor": {
    seats: [["vng-realisatie", "PLATFORM_ADMIN", "MODERATOR"]],
    twist: "real, without a second factor",
    counts: ["MEMBER"],
  },
  "a manager of Zwolle whose membership ended": {
    seats: [["zwolle", "MANAGER"]],
    twist: "membership ended",
    counts: [],
  },
  "a disabled manager of Zwolle": { seats: [["zwolle", "MANAGER"]], twist: "disabled", signedOut: true },
  "a manager of Zwolle with an expired session": {
    seats: [["zwolle", "MANAGER"]],
    twist: "session expired",
    signedOut: true,
  },
  "a manager of Zwolle with an idle session": {
    seats: [["zwolle", "MANAGER"]],
    twist: "session idle",
    signedOut: true,
  },
  "somebody with a made-up token": { seats: [], twist: "token unknown", signedOut: true },
};

const visitor: Person = {
  name: "a visitor",
  isSignedIn: false,
  organisation: null,
  roles: [],
  organisations: [],
  suspendedIn: [],
  userId: null,
  cookie: null,
  isReal: false,
  hasSession: false,
};

/** The one person who has set up a second factor. */
export const factorHolder = "another manager of Zwolle";

/** Makes every kind of person, with a session of their own, straight in the database. */
export async function makePeople(db: pg.Client): Promise<Person[]> {
  const people = [visitor];
  for (const [name, sketch] of Object.entries(sketches)) people.push(await makePerson(db, name, sketch));
  return people;
}

async function makePerson(db: pg.Client, name: string, sketch: Sketch): Promise<Person> {
  const userId = await insertUser(db, name, sketch);
  const cookie = await insertSession(db, userId, sketch.twist);
  // Signed in elsewhere too, so that there is another session to end.
  await insertSession(db, userId, sketch.twist);
  const [organisation = null, ...roles] = sketch.seats[0] ?? [];
  const isOut = sketch.signedOut ?? false;
  const ended = sketch.twist === "membership ended";
  return {
    name,
    isSignedIn: !isOut,
    organisation: isOut || ended ? null : organisation,
    roles: isOut ? [] : (sketch.counts ?? roles),
    organisations: isOut || ended ? [] : sketch.seats.map(([slug]) => slug),
    suspendedIn: ended ? sketch.seats.map(([slug]) => slug) : [],
    userId,
    cookie,
    isReal: sketch.twist?.startsWith("real") ?? false,
    hasSession: sketch.twist !== "token unknown",
  };
}

async function insertUser(db: pg.Client, name: string, { seats, twist }: Sketch): Promise<string> {
  const id = randomUUID();
  const isDemo = !twist?.startsWith("real");
  await db.query(
    `INSERT INTO "User" ("id", "name", "email", "isDemo", "disabledAt", "activeOrganisationId")
     SELECT $1, $2, $3, $4, $5, (SELECT "id" FROM "Organisation" WHERE "slug" = $6)`,
    [
      id,
      name,
      `${id}@matrix.example`,
      isDemo,
      twist === "disabled" ? new Date() : null,
      seats[0]?.[0] ?? null,
    ],
  );
  for (const [slug, ...roles] of seats) {
    await db.query(
      `INSERT INTO "Membership" ("userId", "organisationId", "role", "isDemo", "disabledAt")
       SELECT $1, o."id", r::"Role", $4, $5 FROM "Organisation" o, unnest($3::text[]) r WHERE o."slug" = $2`,
      [id, slug, roles, isDemo, twist === "membership ended" ? new Date() : null],
    );
  }
  return id;
}

async function insertSession(db: pg.Client, userId: string, twist?: Twist): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const cookie = `next-auth.session-token=${token}`;
  if (twist === "token unknown") return cookie;
  await db.query(
    `INSERT INTO "Session" ("sessionToken", "userId", "expires", "lastSeenAt", "secondFactorAt")
     VALUES ($1, $2, now() + $3::interval, now() - $4::interval, $5)`,
    [
      createHash("sha256").update(token).digest("hex"),
      userId,
      twist === "session expired" ? "-1 minute" : "1 day",
      twist === "session idle" ? "9 hours" : "0",
      twist === "real, with a second factor" ? new Date() : null,
    ],
  );
  return cookie;
}
