import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { copyDatabase, siteUrl } from "@/scripts/steps/test-cluster.mjs";

// Every test file gets its own copy of the seeded database before it imports anything that connects, and
// connects as the site does.
const { url, appUrl, seeded } = inject("cluster");
const copy = await copyDatabase(url, seeded);
process.env.DATABASE_URL = siteUrl(appUrl, copy.url);
process.env.DATABASE_OWNER_URL = copy.url;
process.env.NEXTAUTH_SECRET = randomBytes(32).toString("base64url");
process.env.NEXTAUTH_URL = "http://localhost:3000";

afterAll(async () => {
  const { database } = await import("@/lib/core/db");
  await database().$disconnect();
  await copy.drop();
});
