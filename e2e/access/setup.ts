import type { TestProject } from "vitest/node";
import startCluster from "@/lib/core/testing/cluster";
import { ensureBuild } from "@/scripts/steps/build.mjs";

/** The built site and one real PostgreSQL for all tests of who may what. */
export default async function setup(project: TestProject) {
  await ensureBuild();
  return startCluster(project);
}
