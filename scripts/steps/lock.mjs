// A lock between processes: a folder that only one can make. The owner's pid is inside, so
// that a lock whose owner was killed is recognised and taken over.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Runs `work` while no other process holds the lock at `path`; waits for as long as its owner lives. */
export async function withLock(path, work) {
  await take(path);
  const release = () => rmSync(path, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}

async function take(path) {
  mkdirSync(dirname(path), { recursive: true });
  for (let ownerless = 0; ; ) {
    try {
      mkdirSync(path);
      writeFileSync(join(path, "pid"), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const owner = readOwner(path);
    // Between mkdir and writing the pid a lock has no owner for an instant.
    ownerless = owner === null ? ownerless + 1 : 0;
    if (ownerless > 20 || (owner !== null && !isAlive(owner))) removeStale(path);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function removeStale(path) {
  // Renaming is atomic: of several waiters only one removes this stale lock.
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
    rmSync(aside, { recursive: true, force: true });
  } catch {
    // Another waiter was first.
  }
}

function readOwner(path) {
  try {
    return Number(readFileSync(join(path, "pid"), "utf8")) || null;
  } catch {
    return null;
  }
}
