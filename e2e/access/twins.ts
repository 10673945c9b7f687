import type pg from "pg";

/** How the viewer is kept from knowing who takes part. */
export type Secrecy = "hidden" | "discreet" | "open";

type Twin = { slug: string; isPublic: boolean; users: [gemeente: string, status: string, isHidden?: true][] };

// Of hidden adoptions not even a number may tell whose they are, so there only one of the two has them.
// Elsewhere numbers are for everybody: there each has one, so that only the names can change places.
const twins: Twin[] = [
  { slug: "hidden-alone", isPublic: true, users: [["zwolle", "IN_USE", true]] },
  {
    slug: "hidden-two",
    isPublic: true,
    users: [
      ["zwolle", "IN_USE", true],
      ["utrecht", "IN_USE"],
    ],
  },
  {
    slug: "hidden-among",
    isPublic: true,
    users: [
      ["zwolle", "IN_USE", true],
      ["utrecht", "IN_USE"],
      ["amersfoort", "IN_USE"],
      ["enschede", "IN_USE"],
    ],
  },
  { slug: "hidden-road", isPublic: true, users: [["zwolle", "CONNECTING", true]] },
  { slug: "hidden-stopped", isPublic: true, users: [["zwolle", "DECLINED", true]] },
  { slug: "discreet-one", isPublic: false, users: [["zwolle", "IN_USE"]] },
  { slug: "discreet-other", isPublic: false, users: [["deventer", "IN_USE"]] },
  { slug: "discreet-road", isPublic: true, users: [["zwolle", "EXPLORING"]] },
  { slug: "discreet-other-road", isPublic: true, users: [["deventer", "EXPLORING"]] },
  {
    slug: "open-one",
    isPublic: true,
    users: [
      ["zwolle", "IN_USE"],
      ["utrecht", "IN_USE"],
    ],
  },
  {
    slug: "open-other",
    isPublic: true,
    users: [
      ["deventer", "IN_USE"],
      ["utrecht", "IN_USE"],
    ],
  },
];

/** Makes the solutions and adoptions; both gemeenten are made of one size, so that no sum tells them apart. */
export async function makeTwins(db: pg.Client): Promise<void> {
  await growDeventer(db);
  for (const { slug, isPublic, users } of twins) {
    await db.query(
      `INSERT INTO "Solution" ("slug", "name", "summary", "kind", "theme", "phase", "priceModel", "publication",
         "participationPublic", "providerId", "isDemo", "publishedAt", "version")
       SELECT $1, 'Tweeling ' || $1, 'Een voorziening met een geheim.', 'COMPONENT', 'DEMOCRATIE', 'MANAGED', 'FREE',
         'PUBLISHED', $2, "id", true, now(), 2 FROM "Organisation" WHERE "slug" = 'dimpact'`,
      [slug, isPublic],
    );
    for (const [gemeente, status, isHidden = false] of users)
      await adopt(db, slug, { gemeente, status, isHidden });
  }
  await recount(db, "%");
}

/** As many people live in Deventer as in Zwolle, in each year. */
async function growDeventer(db: pg.Client): Promise<void> {
  const pair = `"Organisation" z, "Organisation" d WHERE z."slug" = 'zwolle' AND d."slug" = 'deventer'`;
  await db.query(
    `UPDATE "Gemeente" g SET "inhabitants" = like_this."inhabitants" FROM "Gemeente" like_this, ${pair}
     AND g."organisationId" = d."id" AND like_this."organisationId" = z."id"`,
  );
  await db.query(
    `UPDATE "GemeenteYear" g SET "inhabitants" = like_this."inhabitants" FROM "GemeenteYear" like_this, ${pair}
     AND g."gemeenteId" = d."id" AND like_this."gemeenteId" = z."id" AND g."year" = like_this."year"`,
  );
}

async function adopt(
  db: pg.Client,
  slug: string,
  use: { gemeente: string; status: string; isHidden: boolean },
) {
  await db.query(
    `WITH made AS (
       INSERT INTO "Adoption" ("gemeenteId", "solutionId", "status", "since", "interestedOn", "inUseOn", "isHidden", "isDemo")
       SELECT o."id", s."id", $3::text::"AdoptionStatus", '2026-03-01', '2026-03-01', CASE WHEN $3::text = 'IN_USE' THEN date '2026-03-01' END, $4, true
       FROM "Organisation" o, "Solution" s WHERE o."slug" = $2 AND s."slug" = $1 RETURNING "id")
     INSERT INTO "AdoptionEvent" ("adoptionId", "position", "to", "occurredOn", "isDemo")
     SELECT "id", 1, $3::text::"AdoptionStatus", '2026-03-01', true FROM made`,
    [slug, use.gemeente, use.status, use.isHidden],
  );
}

/** Zwolle and Deventer, in one province and of one size class, change places in these adoptions. */
export async function swapTwins(db: pg.Client, secrecy: Secrecy): Promise<void> {
  await db.query(
    `WITH pair AS (SELECT z."id" AS zwolle, d."id" AS deventer FROM "Organisation" z, "Organisation" d
       WHERE z."slug" = 'zwolle' AND d."slug" = 'deventer')
     UPDATE "Adoption" a SET "gemeenteId" = CASE WHEN a."gemeenteId" = zwolle THEN deventer ELSE zwolle END
     FROM pair, "Solution" s
     WHERE s."id" = a."solutionId" AND s."slug" LIKE $1 AND a."gemeenteId" IN (zwolle, deventer)`,
    [`${secrecy}-%`],
  );
  await recount(db, `${secrecy}-%`);
}

async function recount(db: pg.Client, slugs: string): Promise<void> {
  await db.query(`SELECT recount_solution("id") FROM "Solution" WHERE "slug" LIKE $1`, [slugs]);
  await db.query(`SELECT recount_gemeente("organisationId") FROM "Gemeente"`);
}

/** Addresses where the twins show. */
export const twinAddresses = [
  ...twins.flatMap(({ slug }) => [
    `/nl/voorzieningen/${slug}`,
    `/nl/voorzieningen/${slug}/deelnemers`,
    `/nl/voorzieningen/${slug}/oordelen`,
    `/api/v1/voorzieningen/${slug}`,
  ]),
  ...["zwolle", "deventer"].map((slug) => `/nl/gemeenten/${slug}`),
  "/nl/voorzieningen?thema=democratie",
  "/nl/vergelijken?v=hidden-alone&v=hidden-among&v=discreet-one",
  "/api/vergelijking?v=hidden-alone&v=hidden-among&v=open-one",
];
