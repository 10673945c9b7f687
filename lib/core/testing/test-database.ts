import pg from "pg";
import { afterAll, inject } from "vitest";
import { copyDatabase, siteUrl } from "@/scripts/steps/test-cluster.mjs";

/** A further database for a test, empty or seeded, with a plain client of its owner; removed after the file. */
export async function testDatabase({ seeded }: { seeded: boolean }) {
  const cluster = inject("cluster");
  const copy = await copyDatabase(cluster.url, seeded ? cluster.seeded : cluster.empty);
  const client = new pg.Client({ connectionString: copy.url });
  await client.connect();
  afterAll(async () => {
    await client.end();
    await copy.drop();
  });
  return { url: copy.url, appUrl: siteUrl(cluster.appUrl, copy.url), client };
}
