import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newVisitor } from "../bench/faults/visitor.mjs";
import { startSite } from "../bench/servers.mjs";
import { copyDatabase, siteUrl, startTestCluster } from "./steps/test-cluster.mjs";

// Two processes of the real site on one database: each keeps pages of its own.
type Site = Awaited<ReturnType<typeof startSite>>;
let sites: Site[] = [];
let owner: pg.Client;
let facility: { adoptionId: string; slug: string; name: string };
const endings: (() => Promise<unknown>)[] = [];

const page = "/nl/gemeenten/zwolle";

beforeAll(async () => {
  const cluster = await startTestCluster();
  endings.push(cluster.stop);
  const copy = await copyDatabase(cluster.url, cluster.seeded);
  endings.push(copy.drop);
  owner = new pg.Client({ connectionString: copy.url });
  await owner.connect();
  endings.push(() => owner.end());
  const url = siteUrl(cluster.appUrl, copy.url);
  sites = await Promise.all([startSite(url), startSite(url)]);
  endings.push(() => Promise.all(sites.map((site) => site.stop())));
  facility = await findUse();
}, 120_000);

afterAll(async () => {
  for (const end of endings.reverse()) await end();
}, 60_000);

/** What Zwolle uses while only gemeenten know. */
async function findUse() {
  const { rows } = await owner.query(`
    SELECT a."id" AS "adoptionId", s."slug", s."name" FROM "Adoption" a JOIN "Solution" s ON s."id" = a."solutionId"
    JOIN "Organisation" o ON o."id" = a."gemeenteId"
    WHERE o."slug" = 'zwolle' AND a."status" = 'IN_USE' AND NOT a."isPublic" AND NOT a."isHidden"
      AND NOT s."participationPublic" ORDER BY s."slug" LIMIT 1`);
  return rows[0];
}

/** Does this process tell a visitor that Zwolle uses it? */
async function isTold(site: Site): Promise<boolean> {
  const answer = await fetch(site.origin + page);
  expect(answer.status).toBe(200);
  return (await answer.text()).includes(`/nl/voorzieningen/${facility.slug}"`);
}

const areTold = () => Promise.all(sites.map(isTold));

/** Behind the back of the site: nobody is told. */
const setSilently = (isPublic: boolean) =>
  owner.query(`UPDATE "Adoption" SET "isPublic" = $2 WHERE "id" = $1`, [facility.adoptionId, isPublic]);

/** The manager of Zwolle decides, at this process, who may know of it. */
async function setVisibility(site: Site, visibility: "public" | "hidden") {
  const manager = newVisitor(() => site.origin);
  await manager.signIn("adoptiemanager", "Zwolle");
  const path = `/nl/mijn/${facility.slug}/zichtbaarheid`;
  const form = await manager.findForm(path, ({ id }: { id?: string }) => id === "zichtbaarheid");
  expect((await manager.send(path, form, { visibility })).status).toBe(303);
}

test("each keeps its page: a change that nobody announces is not seen", async () => {
  // They begin to keep pages when they hear of changes, a moment after they answer.
  await expect
    .poll(
      async () => {
        await setSilently(false);
        await owner.query(`SELECT pg_notify('pluseen_changed', '')`);
        await areTold();
        await setSilently(true);
        return areTold();
      },
      { timeout: 20_000 },
    )
    .toEqual([false, false]);
  await setSilently(false);
});

test("a change at one is seen there by the next visitor, and at the other as soon as it hears", async () => {
  const [here, there] = sites as [Site, Site];
  expect(await areTold()).toEqual([false, false]);
  await setVisibility(here, "public");
  expect(await isTold(here)).toBe(true);
  await expect.poll(() => isTold(there), { timeout: 5_000 }).toBe(true);
});

test("what is hidden at the other goes away at both", async () => {
  const [here, there] = sites as [Site, Site];
  expect(await areTold()).toEqual([true, true]);
  await setVisibility(there, "hidden");
  expect(await isTold(there)).toBe(false);
  await expect.poll(() => isTold(here), { timeout: 5_000 }).toBe(false);
});

test("who no longer hears of changes keeps nothing", async () => {
  await areTold();
  const { rowCount } = await owner.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'`,
  );
  expect(rowCount).toBe(2);
  await owner.query(`UPDATE "Adoption" SET "isPublic" = true, "isHidden" = false WHERE "id" = $1`, [
    facility.adoptionId,
  ]);
  await expect.poll(areTold, { timeout: 5_000 }).toEqual([true, true]);
});
