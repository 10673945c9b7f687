import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import PgBoss from "pg-boss";
import { env } from "./env";
import { logFailure } from "./log";

/** Work that is done again and again. It must bear being cut off, and being done twice. */
export type Job = { name: string; work: () => Promise<void> } & (
  | { /** Five fields of cron, in the time of Amsterdam. One process does it. */ schedule: string }
  | { /** Seconds of rest between two turns, in every process. */ every: number }
);

type Scheduled = Extract<Job, { schedule: string }>;
type Repeated = Extract<Job, { every: number }>;

// Next loads modules more than once; the work starts once per process.
const shared = globalThis as { pluseenJobs?: boolean };

/** Starts all work in the background and returns at once; a second call does nothing. */
export function startJobs(jobs: Job[]): void {
  if (shared.pluseenJobs) return;
  shared.pluseenJobs = true;
  const stopping = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stopping.abort());
  for (const job of jobs) if ("every" in job) void repeat(job, stopping.signal);
  void keepSchedule(
    jobs.filter((job) => "schedule" in job),
    stopping.signal,
  );
}

/** A failure is logged and the next turn comes later and later, up to ten seconds: the database may be away. */
async function repeat({ name, every, work }: Repeated, stopping: AbortSignal): Promise<void> {
  let failures = 0;
  while (!stopping.aborted) {
    try {
      await work();
      failures = 0;
    } catch (error) {
      failures++;
      report(name, error);
    }
    await rest(Math.min(every * 2 ** failures, Math.max(every, 10)), stopping);
  }
}

/** Keeps trying until the database lets the schedule start; from then on pg-boss bears its absence itself. */
async function keepSchedule(jobs: Scheduled[], stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    const boss = newBoss();
    try {
      await boss.start();
      for (const { name } of await boss.getSchedules())
        if (!jobs.some((job) => job.name === name)) await boss.unschedule(name);
      for (const job of jobs) await schedule(boss, job);
      stopping.addEventListener("abort", () => void boss.stop({ graceful: false }).catch(() => {}));
      return;
    } catch (error) {
      report("schedule", error);
      await boss.stop({ graceful: false }).catch(() => {});
      await rest(30, stopping);
    }
  }
}

function newBoss(): PgBoss {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: "pgboss",
    max: 2,
    cronWorkerIntervalSeconds: 15,
  });
  boss.on("error", (error) => report("schedule", error));
  return boss;
}

async function schedule(boss: PgBoss, { name, schedule: cron, work }: Scheduled): Promise<void> {
  // Stately: never two waiting or two at work, whatever the number of processes.
  await boss.createQueue(name, { name, policy: "stately", retryLimit: 3, retryDelay: 60 });
  await boss.work(name, { pollingIntervalSeconds: 15 }, async () => {
    await work().catch((error) => {
      report(name, error);
      throw error;
    });
  });
  await boss.schedule(name, cron, {}, { tz: "Europe/Amsterdam" });
}

const quietTime = 10 * 60_000;
const saidAt = new Map<string, number>();

/**
 * The message of a failing query may hold personal data: its code says enough. The same is not said again
 * for ten minutes: a database that is away would fill the log.
 */
function report(name: string, error: unknown): void {
  const { code, name: kind } = (error ?? {}) as { code?: unknown; name?: unknown };
  const sentence = `background work "${name}" failed: ${code ?? kind ?? "unknown"}`;
  if (Date.now() - (saidAt.get(sentence) ?? 0) < quietTime) return;
  saidAt.set(sentence, Date.now());
  logFailure(sentence);
}

async function rest(seconds: number, signal: AbortSignal): Promise<void> {
  await wait(seconds * 1000, undefined, { signal }).catch(() => {});
}
