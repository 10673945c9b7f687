import { createHash } from "node:crypto";
import type pg from "pg";
import { inventedContent } from "@/lib/adoptions/documents/invented/rules";
import { uuidOf } from "./random";

// gemeente | solution | kind | title | visibility; none of Zwolle, where journeys begin without any
const table = `
  utrecht|open-zaak|COLLEGE_DECISION|Collegebesluit Open Zaak|OWN
  utrecht|kiss|AGREEMENT|Overeenkomst KISS|PROVIDER
  sudwest-fryslan|open-zaak|COLLEGE_DECISION|Collegebesluit Open Zaak|GEMEENTEN
  sudwest-fryslan|zaakbrug|STATEMENT|Verklaring van deelname Zaakbrug|OWN`;

const documents = table
  .trim()
  .split("\n")
  .map((line) => {
    const [gemeente = "", solution = "", kind = "", title = "", visibility = ""] = line.trim().split("|");
    const id = uuidOf(`document ${gemeente} ${solution}`);
    return { id, fileId: inventedFileOf(gemeente, solution), gemeente, solution, kind, title, visibility };
  });

function inventedFileOf(gemeente: string, solution: string): string {
  return uuidOf(`file ${gemeente} ${solution}`);
}

/** The ids of files that were never written: what they would hold is made when the document is opened. */
export const inventedFiles = documents.map(({ fileId }) => fileId);

/** A few documents of decisions, kept by the manager of the gemeente. */
export async function insertDocuments(client: pg.Client): Promise<void> {
  const content = inventedContent();
  const digest = createHash("sha256").update(content).digest("hex");
  await client.query(
    `INSERT INTO "StoredFile" ("id", "createdAt") SELECT unnest($1::uuid[]), '2026-11-20T09:00Z' ON CONFLICT DO NOTHING`,
    [inventedFiles],
  );
  await client.query(
    `INSERT INTO "AdoptionDocument" ("id", "adoptionId", "fileId", "kind", "title", "datedOn", "visibility", "format",
       "bytes", "digest", "addedById", "createdAt", "isDemo")
     SELECT r.id, a."id", r."fileId", r.kind::"DocumentKind", r.title, coalesce(a."committedOn", a."since"),
       r.visibility::"DocumentVisibility", 'pdf', $2, $3,
       (SELECT min(u."id"::text)::uuid FROM "User" u JOIN "Membership" m ON m."userId" = u."id"
        WHERE m."organisationId" = a."gemeenteId" AND m."role" = 'MANAGER' AND u."isDemo"),
       '2026-11-20T09:00Z', true
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, "fileId" uuid, gemeente text, solution text, kind text,
       title text, visibility text)
     JOIN "Organisation" g ON g."slug" = r.gemeente JOIN "Solution" s ON s."slug" = r.solution
     JOIN "Adoption" a ON a."gemeenteId" = g."id" AND a."solutionId" = s."id" AND a."isDemo"
       AND a."cycle" = (SELECT max(x."cycle") FROM "Adoption" x
         WHERE x."gemeenteId" = g."id" AND x."solutionId" = s."id")
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(documents), content.length, digest],
  );
  // Of an adoption that is somebody real's there is nothing to invent.
  await client.query(
    `DELETE FROM "StoredFile" f WHERE f."id" = ANY($1::uuid[])
    AND NOT EXISTS (SELECT FROM "AdoptionDocument" d WHERE d."fileId" = f."id")`,
    [inventedFiles],
  );
}
