import PgBoss from "pg-boss";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import { database } from "./db";
import { startJobs } from "./jobs";

const errors = vi.spyOn(console, "error").mockImplementation(() => {});

/** What startJobs leaves in the process, so that each test starts its own. */
const shared = globalThis as { pluseenJobs?: boolean };
beforeEach(() => {
  delete shared.pluseenJobs;
  errors.mockClear();
});

/** The signal on which a process stops its work, without stopping this one. */
const stop = () => process.emit("SIGHUP", "SIGHUP");
afterEach(stop);
afterAll(stop);

const scheduled = () =>
  database().$queryRaw<{ name: string; cron: string; timezone: string }[]>`
    SELECT name, cron, timezone FROM pgboss.schedule ORDER BY name`;

const nothing = async () => {};

test("work is repeated, and a second start does not double it", async () => {
  let atOnce = 0;
  let most = 0;
  let turns = 0;
  const work = async () => {
    most = Math.max(most, ++atOnce);
    await new Promise((resolve) => setImmediate(resolve));
    atOnce--;
    turns++;
  };
  startJobs([{ name: "proef", every: 0.01, work }]);
  startJobs([{ name: "proef", every: 0.01, work }]);
  await expect.poll(() => turns).toBeGreaterThan(5);
  expect(most).toBe(1);
});

test("work that fails is tried again, and the log tells once what failed, without its words", async () => {
  let turns = 0;
  const work = async () => {
    turns++;
    throw Object.assign(new Error("jan@gemeente.test kent code 123456"), { code: "ECONNREFUSED" });
  };
  startJobs([{ name: "wankel", every: 0.01, work }]);
  await expect.poll(() => turns).toBeGreaterThan(2);
  const logged = errors.mock.calls.flat().join(" ");
  expect(logged).toContain('"wankel" failed: ECONNREFUSED');
  expect(logged).not.toMatch(/jan@|123456/);
  expect(errors).toHaveBeenCalledTimes(1);
});

test("work stops when the process is asked to", async () => {
  let turns = 0;
  startJobs([{ name: "kort", every: 0.01, work: async () => void turns++ }]);
  await expect.poll(() => turns).toBeGreaterThan(1);
  stop();
  const then = turns;
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(turns - then).toBeLessThanOrEqual(1);
});

test("the schedule is that of the list, in Dutch time: what is no longer in it, goes", async () => {
  const nightly = { name: "nacht", schedule: "7 3 * * *", work: nothing };
  startJobs([nightly, { name: "oud", schedule: "0 4 * * *", work: nothing }]);
  await expect.poll(scheduled, { timeout: 20_000 }).toHaveLength(2);
  stop();
  delete shared.pluseenJobs;
  startJobs([{ ...nightly, schedule: "8 3 * * *" }]);
  await expect
    .poll(scheduled, { timeout: 20_000 })
    .toEqual([{ name: "nacht", cron: "8 3 * * *", timezone: "Europe/Amsterdam" }]);
});

test("work whose time has come is done once, however many processes wait for it", async () => {
  let turns = 0;
  const job = { name: "eens", schedule: "7 3 * * *", work: async () => void turns++ };
  startJobs([job]);
  delete shared.pluseenJobs;
  startJobs([job]);
  await expect.poll(scheduled, { timeout: 20_000 }).toMatchObject([{ name: "eens" }]);
  const clock = new PgBoss({ connectionString: process.env.DATABASE_URL ?? "", schedule: false });
  await clock.start();
  // What the clock of pg-boss does when the minute comes; at the same time, from two processes.
  await Promise.all([clock.send("eens", {}), clock.send("eens", {})]);
  await expect.poll(() => turns, { timeout: 40_000 }).toBe(1);
  const states = await database().$queryRaw`SELECT state::text FROM pgboss.job WHERE name = 'eens'`;
  expect(states).toEqual([{ state: expect.stringMatching(/^(active|completed)$/) }]);
  await clock.stop({ graceful: false });
});
