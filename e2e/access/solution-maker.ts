import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { today } from "@/lib/core/dates";
import { Maker } from "./maker";
import type { Person } from "./people";
import { type Thing, unknown } from "./things";

export type SolutionOptions = { publication?: string; obligation?: string; edit?: string; writer?: string };

/** Makes solutions, and what gemeenten do with them; `files` is the folder where files are kept, if any are. */
export class SolutionMaker extends Maker {
  private count = 0;

  constructor(
    db: pg.Client,
    people: Person[],
    private readonly files?: string,
  ) {
    super(db, people);
  }

  async solution(kind: string, owner: string, options: SolutionOptions): Promise<Thing> {
    const { publication = "PUBLISHED", obligation = "VOLUNTARY", edit, writer } = options;
    const name = `Proefvoorziening ${++this.count}`;
    const slug = `proefvoorziening-${this.count}`;
    const text = content(name, obligation);
    const [row] = await this.insert(
      `INSERT INTO "Solution" ("slug", "name", "summary", "description", "audience", "kind", "theme", "phase",
         "obligation", "priceModel", "publication", "version", "participationPublic", "providerId", "isDemo", "publishedAt")
       SELECT $1, $2, $3, $4, $5, 'COMPONENT', 'DIENSTVERLENING', 'PILOT', $6::"Obligation", 'FREE', $7::text::"Publication", 2, true, "id", true,
         CASE WHEN $7::text = 'PUBLISHED' THEN now() END
       FROM "Organisation" WHERE "slug" = $8 RETURNING "id"`,
      [slug, name, text.summary, text.description, text.audience, obligation, publication, owner],
    );
    const id = row?.id ?? "";
    if (publication === "PUBLISHED") await this.version(id, 1, "PUBLISHED", text);
    const number = publication === "PUBLISHED" ? 2 : 1;
    const changed = { ...text, description: `${text.description} Nieuw.` };
    if (edit) await this.version(id, number, edit, changed, writer);
    const thing = { name: `${kind} of ${owner}`, owner, id, slug, number: String(edit ? number : 1) };
    return { ...thing, version: "2", ...(writer ? { person: writer } : {}) };
  }

  private async version(id: string, number: number, publication: string, text: object, writer?: string) {
    const writerId = this.userId(writer);
    await this.insert(
      `INSERT INTO "SolutionVersion" ("solutionId", "number", "publication", "content", "authorId", "writerIds", "isDemo", "publishedAt")
       VALUES ($1, $2, $3::text::"Publication", $4, $5, $6, true, CASE WHEN $3::text = 'PUBLISHED' THEN now() END) RETURNING "id"`,
      [id, number, publication, text, writerId, writerId ? [writerId] : []],
    );
  }

  async adoption(gemeente: string, solution: Thing): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "Adoption" ("gemeenteId", "solutionId", "status", "since", "interestedOn", "contactName", "isDemo")
       SELECT "id", $1, 'EXPLORING', '2026-02-01', '2026-01-01', 'Contactpersoon', true
       FROM "Organisation" WHERE "slug" = $2 RETURNING "id"`,
      [solution.id, gemeente],
    );
    const id = row?.id ?? "";
    await this.event(id, 1, null, "INTERESTED", "2026-01-01");
    await this.event(id, 2, "INTERESTED", "EXPLORING", "2026-02-01");
    return { ...unknown(`the adoption of ${gemeente}`, gemeente), id, slug: solution.slug };
  }

  /** With a number of its own per gemeente: the page of another is then not there. */
  async task(adoption: Thing, position: number): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "AdoptionTask" ("adoptionId", "position", "label", "isOwn", "isDemo")
       VALUES ($1, $2, 'Koppeling aanvragen', true, true) RETURNING "id"`,
      [adoption.id, position],
    );
    return { ...adoption, name: `a task of ${adoption.owner}`, id: row?.id ?? "", number: String(position) };
  }

  async document(adoption: Thing, visibility: string): Promise<Thing> {
    const [file] = await this.insert(`INSERT INTO "StoredFile" DEFAULT VALUES RETURNING "id"`, []);
    const fileId = file?.id ?? "";
    if (this.files) {
      const folder = join(this.files, fileId.slice(0, 2));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, fileId), "%PDF-1.7");
    }
    const [row] = await this.insert(
      `INSERT INTO "AdoptionDocument" ("adoptionId", "fileId", "kind", "title", "datedOn", "visibility", "format", "bytes", "digest", "isDemo")
       VALUES ($1, $2, 'COLLEGE_DECISION', 'Besluit', '2026-01-01', $3::text::"DocumentVisibility", 'pdf', 8, repeat('0', 64), true) RETURNING "id"`,
      [adoption.id, fileId, visibility],
    );
    return { ...adoption, name: `a document of ${adoption.owner} for ${visibility}`, id: row?.id ?? "" };
  }

  private event(id: string | undefined, position: number, from: string | null, to: string, day: string) {
    return this.insert(
      `INSERT INTO "AdoptionEvent" ("adoptionId", "position", "from", "to", "occurredOn", "isDemo")
       VALUES ($1, $2, $3, $4, $5, true) RETURNING "id"`,
      [id, position, from, to, day],
    );
  }

  /** Waits for a second person: another manager than the one who wrote it. */
  async decision(gemeente: string, solution: Thing, adoption: Thing, writer: string): Promise<Thing> {
    const reason = "Dit past niet bij onze inrichting.";
    const step = { to: "DECLINED", occurredOn: today(), reason, nextOn: "2099-01-01" };
    const [row] = await this.insert(
      `INSERT INTO "AdoptionProposal" ("origin", "gemeenteId", "solutionId", "adoptionId", "to", "step", "proposedById", "isDemo")
       SELECT 'SECOND_PERSON', "id", $1, $2, 'DECLINED', $3, $4, true FROM "Organisation" WHERE "slug" = $5 RETURNING "id"`,
      [solution.id, adoption.id, step, this.userId(writer), gemeente],
    );
    return { ...unknown(`the decision of ${gemeente}`, gemeente), id: row?.id ?? "", person: writer };
  }

  async fact(gemeente: string, solution: Thing): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "AdoptionProposal" ("origin", "gemeenteId", "solutionId", "to", "isDemo")
       SELECT 'PUBLIC_SOURCE', "id", $1, 'IN_USE', true FROM "Organisation" WHERE "slug" = $2 RETURNING "id"`,
      [solution.id, gemeente],
    );
    return { ...unknown(`the fact about ${gemeente}`, gemeente), id: row?.id ?? "" };
  }

  /** Belongs to the provider: whose it is to answer. */
  async review(gemeente: string, solution: Thing): Promise<Thing> {
    const [row] = await this.insert(
      `INSERT INTO "Review" ("gemeenteId", "solutionId", "kind", "isOfficial", "addedValue", "score", "writtenOn", "isDemo")
       SELECT "id", $1, 'EXPECTATION', true, 4, 4, current_date, true FROM "Organisation" WHERE "slug" = $2 RETURNING "id"`,
      [solution.id, gemeente],
    );
    const thing = unknown(`a review of a solution of ${solution.owner}`, solution.owner);
    return { ...thing, id: row?.id ?? "", slug: solution.slug };
  }
}

/** All that a version of a solution holds. */
export function content(name: string, obligation = "VOLUNTARY") {
  return {
    name,
    summary: "Een voorziening om rechten mee te beproeven.",
    description: "Beschrijving.",
    audience: "Gemeenten.",
    sideEffects: "",
    kind: "COMPONENT",
    theme: "DIENSTVERLENING",
    keywords: [],
    layer: null,
    phase: "PILOT",
    phaseReason: null,
    obligation,
    homepage: null,
    repository: null,
    licence: null,
    legalBasis: null,
    standards: [],
    priceModel: "FREE",
    participationPublic: true,
    links: [],
  };
}
