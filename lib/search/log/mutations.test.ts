import { beforeEach, expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { visitor } from "@/lib/core/roles";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { countAgain, countQuestion } from "./mutations";
import { fewestAsked, keptDays, listUnanswered } from "./queries";

beforeEach(() => database().searchCount.deleteMany());

const ask = async (question: string, found: number, times: number) => {
  for (let count = 0; count < times; count++) await countQuestion(visitor, question, found);
};

test("a question is counted per day, without who asked, and the demonstration not at all", async () => {
  await ask("Hoe regelen wij laadpalen?", 0, 2);
  await countQuestion(await findDemoPerson("zwolle", "MEMBER"), "laadpalen", 0);
  await countQuestion(visitor, "bsn 123456782", 0);
  expect(await database().searchCount.findMany()).toEqual([
    { day: expect.any(Date), words: "laadpalen", found: 0, count: 2 },
  ]);
});

test("what was answered from a kept page is added to what was counted when it was made", async () => {
  await ask("laadpalen", 2, 1);
  await countAgain([
    ["Laadpalen?", 3],
    ["hoe regelen wij laadpalen", 2],
    ["nooit gemaakt", 5],
    ["bsn 123456782", 5],
  ]);
  expect(await database().searchCount.findMany()).toEqual([
    { day: expect.any(Date), words: "laadpalen", found: 2, count: 6 },
  ]);
  await countAgain([]);
});

test("who keeps the words sees what was asked often and found nothing; others see nothing", async () => {
  await ask("laadpalen", 0, fewestAsked);
  await ask("drones", 0, fewestAsked - 1);
  await ask("parkeren", 5, fewestAsked);
  const keeper = await findDemoPerson("vng-realisatie", "PLATFORM_ADMIN");
  expect(await listUnanswered(keeper)).toMatchObject([{ words: "laadpalen", count: fewestAsked }]);
  expect(await listUnanswered(await findDemoPerson("zwolle", "MANAGER"))).toEqual([]);
  expect(await listUnanswered(visitor)).toEqual([]);
});

test("what is too old goes when a new question comes", async () => {
  const old = new Date(Date.now() - (keptDays + 2) * 86_400_000);
  await database().searchCount.create({ data: { day: old, words: "oud", found: 0 } });
  await ask("laadpalen", 0, 1);
  expect((await database().searchCount.findMany()).map(({ words }) => words)).toEqual(["laadpalen"]);
});
