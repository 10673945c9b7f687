// Progress for people: one line per step, with its duration.
const quiet = process.env.PLUS1_QUIET === "1";

/** Runs one step and reports it; `work` may return a sentence that is shown behind the title. */
export async function step(title, work) {
  const started = performance.now();
  if (!quiet) process.stdout.write(`  ${title} ... `);
  try {
    const said = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (!quiet) process.stdout.write(`${typeof said === "string" ? said : "klaar"} (${seconds} s)\n`);
  } catch (error) {
    if (!quiet) process.stdout.write("mislukt\n");
    throw error;
  }
}

/** A refusal that needs no stack trace: the sentence says what to do. */
export class Refusal extends Error {}

/** Prints an error as a person wants to read it and ends the process. */
export function fail(error) {
  console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
  process.exit(1);
}
