import { expect, test } from "vitest";
import { database } from "@/lib/core/db";
import { findDemoPerson } from "@/lib/core/testing/demo-person";
import { getPeers } from "./queries";
import { usualWeights } from "./rules";

const zwolle = () => findDemoPerson("zwolle", "MANAGER");

test("every other gemeente is there once, the most alike first", async () => {
  const found = await getPeers(await zwolle(), usualWeights);
  const totals = found?.peers.map(({ total }) => total) ?? [];
  expect(new Set(found?.peers.map(({ slug }) => slug)).size).toBe(341);
  expect(totals).toEqual([...totals].sort((a, b) => b - a));
  expect(found?.alike).toHaveLength(10);
});

test("what they use and mine does not is theirs, and not mine", async () => {
  const manager = await zwolle();
  const found = await getPeers(manager, usualWeights);
  expect(found?.ideas.length).toBeGreaterThan(0);
  const alike = new Set(found?.alike.map(({ slug }) => slug));
  for (const { slug, users } of found?.ideas ?? []) {
    expect(users.every((user) => alike.has(user.slug))).toBe(true);
    const mine = await database().adoption.findFirst({
      where: { gemeenteId: manager.organisation.id, solution: { slug } },
      orderBy: { cycle: "desc" },
      select: { status: true },
    });
    expect([undefined, "ENDED", "DECLINED", "NOT_APPLICABLE"]).toContain(mine?.status);
  }
});

test("what a gemeente hides is neither shared nor an idea", async () => {
  const manager = await zwolle();
  const before = await getPeers(manager, usualWeights);
  const [idea] = before?.ideas ?? [];
  const [user] = idea?.users ?? [];
  const hide = (isHidden: boolean) =>
    database().adoption.updateMany({
      where: { gemeente: { organisation: { slug: user?.slug ?? "" } } },
      data: { isHidden },
    });
  await hide(true);
  const after = await getPeers(manager, { size: 1, nearness: 1, use: 0 });
  const peer = after?.peers.find(({ slug }) => slug === user?.slug);
  await hide(false);
  expect(peer?.shared).toBe(0);
  const users = after?.ideas.flatMap((one) => one.users.map(({ slug }) => slug)) ?? [];
  expect(users).not.toContain(user?.slug);
});

test("an organisation that is no gemeente of today has no peers", async () => {
  const manager = await zwolle();
  const elsewhere = { ...manager.organisation, id: "00000000-0000-4000-8000-000000000000" };
  expect(await getPeers({ ...manager, organisation: elsewhere }, usualWeights)).toBeNull();
});
