import { today } from "@/lib/core/dates";
import { listBuiltActions } from "../entrances";
import type { Person } from "../people";
import type { Site } from "../site";
import { call, type Fields, outcomeOfAction } from "../visit";
import type { Dealer } from "./payloads";

/** One facility of which every text is a payload, with what was typed where. */
export type Sown = {
  slug: string;
  typed: { name: string; summary: string; description: string; audience: string };
};

const later = "2099-01-01";
const actions = new Map(listBuiltActions().map((action) => [action.name, action]));

/** Fills in every form of facilities, adoptions and oordelen with payloads, as the people who may. */
export class Sower {
  constructor(
    private readonly site: Site,
    private readonly people: Person[],
    private readonly dealer: Dealer,
  ) {}

  /** Writes, publishes, adopts and reviews facility number `row`. */
  async facility(row: number): Promise<Sown> {
    const { slug, id, typed } = await this.publish(row);
    await this.adopt(row, id);
    await this.review(row, slug);
    return { slug, typed };
  }

  private async publish(row: number) {
    const deal = (field: number, limit: number) => this.dealer.deal(row, field, limit);
    const first = {
      name: `Proef ${row} ${deal(0, 100)}`,
      summary: `Samenvatting van proef ${row}: ${deal(1, 250)}`,
      audience: deal(2, 500),
      ...{ kind: "COMPONENT", theme: "DIENSTVERLENING", phase: "PILOT" },
    };
    const text = {
      ...first,
      description: deal(3, 5000),
      ...{ sideEffects: deal(4, 2000), keywords: deal(5, 60), phaseReason: deal(6, 500) },
      ...{ licence: deal(7, 80), legalBasis: deal(8, 300), standards: deal(9, 60) },
      links: `${toLine(deal(10, 100))} | https://voorbeeld.example/${row}`,
      ...{ obligation: "VOLUNTARY", priceModel: "FREE", participationPublic: "on" },
    };
    const to = await this.act("a coordinator of Dimpact", "solutions/createSolutionAction", first);
    const slug = to.split("/")[3] ?? "";
    const { rows } = await this.site.db.query(`SELECT "id" FROM "Solution" WHERE "slug" = $1`, [slug]);
    const id: string = rows[0]?.id;
    await this.act("a coordinator of Dimpact", "solutions/saveDraftAction", {
      ...text,
      ...{ solutionId: id, revision: "1", version: "2" },
    });
    const step = { solutionId: id, revision: "2" };
    await this.act("a coordinator of Dimpact", "solutions/submitForReviewAction", step);
    if (row % 3 === 0) {
      const comment = `Vul aan: ${deal(11, 1000)}`;
      await this.act("a moderator", "solutions/requestChangesAction", { ...step, comment });
      await this.act("a coordinator of Dimpact", "solutions/submitForReviewAction", step);
    }
    const published = await this.act("another coordinator of Dimpact", "solutions/publishAction", step);
    return { slug: /beheer\/([^?]+)/.exec(published)?.[1] ?? "", id, typed: text };
  }

  private async adopt(row: number, solutionId: string): Promise<void> {
    const deal = (field: number, limit: number) => this.dealer.deal(row, field, limit);
    const manager = "a manager of Zwolle";
    await this.act(manager, "adoptions/registerInterestAction", { solutionId, contactName: deal(12, 120) });
    const { rows } = await this.site.db.query(`SELECT "id" FROM "Adoption" WHERE "solutionId" = $1`, [
      solutionId,
    ]);
    const adoption = { adoptionId: String(rows[0]?.id), occurredOn: today() };
    const move = (version: number, fields: Fields) =>
      this.act(manager, "adoptions/moveAdoptionAction", { ...adoption, version: String(version), ...fields });
    await move(1, { to: "EXPLORING", leadName: deal(13, 120), nextOn: later });
    await move(2, { to: "DECIDING", nextStep: deal(14, 200) });
    const plan = { contactName: deal(15, 120), leadName: deal(16, 120), nextStep: deal(17, 200) };
    const why = { reason: deal(18, 2000), version: "3" };
    await this.act(manager, "adoptions/adjustPlanAction", { ...adoption, ...plan, ...why });
    // Half of them wait for a second person, half are on hold.
    if (row % 2 === 0) await move(4, { to: "ON_HOLD", reason: deal(19, 2000), nextOn: later });
    else await move(4, { to: "COMMITTED", body: "COLLEGE", reference: deal(20, 200) });
  }

  private async review(row: number, slug: string): Promise<void> {
    const deal = (field: number, limit: number) => this.dealer.deal(row, field, limit);
    await this.act("a manager of Utrecht", "reviews/writeReviewAction", {
      ...{ slug, version: "0", addedValue: "4" },
      ...{ tip: deal(21, 1000), pitfall: deal(22, 1000) },
    });
    const { rows } = await this.site.db.query(
      `SELECT r."id" FROM "Review" r JOIN "Solution" s ON s."id" = r."solutionId" WHERE s."slug" = $1`,
      [slug],
    );
    const answer = { slug, reviewId: String(rows[0]?.id), version: "1", reply: deal(23, 1000) };
    await this.act("a coordinator of Dimpact", "reviews/answerReviewAction", answer);
  }

  /** Sends a form, which must be taken; returns where it leads. */
  async act(who: string, name: string, fields: Fields): Promise<string> {
    const action = actions.get(name);
    const person = this.people.find((one) => one.name === who);
    if (!action || !person) throw new Error(`${who} cannot do ${name}`);
    const path = `/nl${(action.pages[0] ?? "").replace(/\[\w+\]/g, "x")}`;
    const answer = await call(this.site.url, { action, fields: { locale: "nl", ...fields }, path }, person);
    const outcome = outcomeOfAction(answer);
    if (outcome !== "ok") throw new Error(`${name} as ${who}: ${outcome}: ${JSON.stringify(fields)}`);
    return answer.headers.get("x-action-redirect") ?? "";
  }
}

const toLine = (text: string) => `Handleiding ${text.replace(/[\r\n|]/g, " ")}`;
