import { defineConfig } from "vitest/config";
import config from "../../vitest.config";
import { listMutants, mutantPlugin } from "./mutants.mjs";

// The tests of every day, on a policy with the mutant that MUTANT numbers in it.
const mutant = listMutants()[Number(process.env.MUTANT)];
if (!mutant) throw new Error("MUTANT names no mutant");

export default defineConfig({
  test: {
    projects: (config.test?.projects ?? []).map((project) =>
      typeof project === "object" ? { ...project, root: ".", plugins: [mutantPlugin(mutant)] } : project,
    ),
  },
});
