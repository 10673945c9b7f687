import type { TestProject } from "vitest/node";
import { startTestCluster } from "@/scripts/steps/test-cluster.mjs";

declare module "vitest" {
  interface ProvidedContext {
    cluster: { url: string; appUrl: string; empty: string; seeded: string };
  }
}

/** One real PostgreSQL for the whole test run. */
export default async function setup(project: TestProject) {
  const { stop, ...cluster } = await startTestCluster();
  project.provide("cluster", cluster);
  return stop;
}
