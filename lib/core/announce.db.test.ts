import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { announceChange, inTransaction } from "./db";

// PostgreSQL passes notifications on in the order of the commits: a change that tells of itself within its own
// transaction shows where it stands beside those that tell the other processes.
const listener = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const heard: string[] = [];

beforeAll(async () => {
  await listener.connect();
  listener.on("notification", ({ channel }) => heard.push(channel));
  await listener.query("LISTEN pluseen_changed; LISTEN committed");
});

afterAll(() => listener.end());

const change = () =>
  inTransaction(async (tx) => {
    announceChange(tx);
    await tx.$executeRaw`SELECT pg_notify('committed', gen_random_uuid()::text)`;
  });

test("changes at once share notifications, and none is left untold", async () => {
  let [changes, told] = [0, 0];
  for (let round = 1; round <= 40; round++) {
    heard.length = 0;
    await Promise.all(Array.from({ length: round }, change));
    await expect.poll(() => heard.filter((channel) => channel === "committed").length).toBe(round);
    await expect.poll(() => heard.at(-1)).toBe("pluseen_changed");
    changes += round;
    told += heard.length - round;
  }
  expect(told).toBeLessThan(changes / 2);
});
