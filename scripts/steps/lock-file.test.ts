import { expect, test } from "vitest";
import lock from "../../package-lock.json";

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
const packages: Record<string, Entry> = lock.packages;

test("the lock file knows the packages of every platform, or npm ci refuses it elsewhere", () => {
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  const unknown = wanted.filter(
    (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  expect(unknown).toEqual([]);
});

test("the lock file names no registry", () => {
  expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
});
