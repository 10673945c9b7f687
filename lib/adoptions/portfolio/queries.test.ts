import { beforeAll, describe, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import type { Member } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { countOpenFacts, getRecord, listPortfolio, listProposals } from "./queries";

let manager: Member;
let staff: Member;
let elsewhere: Member;

beforeAll(async () => {
  [manager, staff, elsewhere] = (await Promise.all([
    findDemoPerson("zwolle", "MANAGER"),
    findDemoPerson("zwolle", "MEMBER"),
    findDemoPerson("utrecht", "MANAGER"),
  ])) as [Member, Member, Member];
});

describe("the portfolio", () => {
  test("holds each solution of my gemeente once, in its newest cycle, with its history newest first", async () => {
    const portfolio = await listPortfolio(manager);
    const rows = await database().adoption.findMany({
      where: { gemeenteId: manager.organisation.id },
      orderBy: { cycle: "desc" },
    });
    expect(new Set(portfolio.map(({ solution }) => solution.id))).toEqual(
      new Set(rows.map(({ solutionId }) => solutionId)),
    );
    for (const adoption of portfolio) {
      const newest = rows.find(({ solutionId }) => solutionId === adoption.solution.id);
      expect(adoption.id).toBe(newest?.id);
      expect(adoption.events[0]?.to).toBe(adoption.status);
      const positions = adoption.events.map(({ position }) => position);
      expect(positions).toEqual([...positions].sort((a, b) => b - a));
    }
  });

  test("is read-only for a colleague without the role", async () => {
    expect((await listPortfolio(staff)).some(({ canMove }) => canMove)).toBe(false);
    expect((await listPortfolio(manager)).every(({ canMove }) => canMove)).toBe(true);
  });
});

describe("one record", () => {
  test("is that of my gemeente, never of another", async () => {
    const [mine] = await listPortfolio(manager);
    const slug = mine?.solution.slug ?? "";
    const record = await getRecord(manager, slug);
    expect(record?.newest?.id).toBe(mine?.id);
    const theirs = await getRecord(elsewhere, slug);
    expect(theirs?.newest?.id).not.toBe(mine?.id);
    expect(theirs?.newest?.gemeenteId ?? elsewhere.organisation.id).toBe(elsewhere.organisation.id);
  });

  test("is absent for an unknown address and for a draft that we have nothing to do with", async () => {
    expect(await getRecord(manager, "bestaat-niet")).toBe(null);
    const used = new Set((await listPortfolio(manager)).map(({ solution }) => solution.slug));
    const { slug } = await database().solution.findFirstOrThrow({ where: { slug: { notIn: [...used] } } });
    expect((await getRecord(manager, slug))?.newest).toBe(null);
    await database().solution.update({ where: { slug }, data: { publication: "DRAFT" } });
    expect(await getRecord(manager, slug)).toBe(null);
  });
});

describe("proposals", () => {
  test("are the open ones of my gemeente, with where it stands", async () => {
    const proposals = await listProposals(manager);
    expect(proposals.length).toBeGreaterThan(0);
    expect(new Set(proposals.map(({ gemeenteId }) => gemeenteId))).toEqual(
      new Set([manager.organisation.id]),
    );
    expect(new Set(proposals.map(({ state }) => state))).toEqual(new Set(["OPEN"]));
    const facts = proposals.filter(({ origin }) => origin !== "SECOND_PERSON");
    expect(await countOpenFacts(manager)).toBe(facts.length);
    const portfolio = new Map((await listPortfolio(manager)).map((one) => [one.solution.slug, one.status]));
    for (const { solution, now } of proposals) {
      expect(now?.status).toBe(portfolio.get(solution.slug));
    }
  });
});
