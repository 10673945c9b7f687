// `npm run mutants`: leaves out lines of policy, one at a time, and looks which test notices: the pure ones of the
// slice first, then those on the database. What neither notices is named; `npm run matrix` is for those.
// `-- --projects unit --only 12,40-59`: some tests, some mutants.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { listMutants } from "./steps/mutants.mjs";
import { inRoot, root } from "./steps/paths.mjs";
import { fail } from "./steps/report.mjs";

try {
  const options = { projects: { type: "string", default: "unit,database" }, only: { type: "string" } };
  const { values } = parseArgs({ options });
  await tryMutants(listMutants().filter(isIn(values.only)), values.projects.split(","));
} catch (error) {
  fail(error);
}

async function tryMutants(mutants, projects) {
  const unseen = [];
  for (const mutant of mutants) {
    const by = await findWitness(mutant, projects);
    if (!by) unseen.push(mutant.number);
    const { number, file, name, line, put } = mutant;
    console.log(`${(by ?? "NIEMAND").padEnd(8)} ${number} ${file} ${name}: ${line} -> ${put.trim()}`);
  }
  console.log(`\n${mutants.length} regels weggelaten, ${mutants.length - unseen.length} gezien`);
  if (unseen.length > 0) console.log(`Niet gezien: ${unseen.join(",")}`);
  process.exitCode = unseen.length > 0 ? 1 : 0;
}

/** "3,10-19" as a question about a mutant; everything without a choice. */
function isIn(only) {
  if (only === undefined) return () => true;
  const ranges = only.split(",").map((range) => range.split("-").map(Number));
  return ({ number }) => ranges.some(([from, to = from]) => number >= from && number <= to);
}

async function findWitness(mutant, projects) {
  for (const project of projects) if (await notices(project, mutant)) return project;
  return null;
}

/** Does a test of the slice fail? Where there is none, nobody notices. */
function notices(project, { file, number }) {
  const [, slice] = file.split("/");
  const which = ["--config", "scripts/steps/mutants.config.ts", "--project", project, `lib/${slice}/`];
  return new Promise((resolve) => {
    spawn(
      process.execPath,
      [inRoot("node_modules/vitest/vitest.mjs"), "run", "--bail", "1", "--passWithNoTests", ...which],
      { cwd: root, env: { ...process.env, MUTANT: String(number) }, stdio: "ignore" },
    ).on("close", (code) => resolve(code !== 0));
  });
}
