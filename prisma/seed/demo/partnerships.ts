import type pg from "pg";
import { partners } from "./adoptions";

/** Gemeenten that, so the demonstration says, take part in Dimpact; nobody of the demonstration works there. */
const ofDimpact = ["assen", "hoogeveen", "emmen", "leeuwarden"];

/** Who takes part in which partnership, and what of Dimpact's they have through it. */
export async function insertPartnerships(client: pg.Client): Promise<void> {
  const members = [
    ...Object.entries(partners).map(([gemeente, organisation]) => ({ gemeente, organisation })),
    ...ofDimpact.map((gemeente) => ({ gemeente, organisation: "dimpact" })),
  ];
  await client.query(
    `INSERT INTO "PartnershipMember" ("organisationId", "gemeenteId", "isDemo", "createdAt")
     SELECT o."id", g."organisationId", true, '2026-11-20T09:00Z'
     FROM jsonb_to_recordset($1::jsonb) AS r(organisation text, gemeente text)
     JOIN "Organisation" o ON o."slug" = r.organisation
     JOIN "Organisation" named ON named."slug" = r.gemeente
     JOIN "Gemeente" g ON g."organisationId" = named."id" AND g."validTo" IS NULL
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(members)],
  );
  await client.query(
    `UPDATE "Adoption" a SET "viaId" = d."id"
     FROM "Organisation" d, "Solution" s, "Organisation" g
     WHERE d."slug" = 'dimpact' AND s."id" = a."solutionId" AND s."providerId" = d."id" AND g."id" = a."gemeenteId"
       AND g."slug" = ANY($1) AND a."isDemo" AND a."viaId" IS NULL AND a."status" IN ('CONNECTING', 'PILOT', 'IN_USE')`,
    [ofDimpact],
  );
}
