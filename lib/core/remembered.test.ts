import { afterEach, expect, test } from "vitest";
import { remembered } from "./remembered";

const shared = globalThis as { pluseenTurn?: (() => object | null) | undefined };
afterEach(() => {
  shared.pluseenTurn = undefined;
});

/** Counts how often it was read. */
function makeReader() {
  let times = 0;
  return remembered(async () => ++times);
}

test("is read once until something changes, also by who asks at the same time", async () => {
  let turn = {};
  shared.pluseenTurn = () => turn;
  const read = makeReader();
  expect(await Promise.all([read(), read()])).toEqual([1, 1]);
  expect(await read()).toBe(1);
  turn = {};
  expect(await read()).toBe(2);
});

test("is read each time by who does not hear of changes", async () => {
  const read = makeReader();
  expect([await read(), await read()]).toEqual([1, 2]);
  shared.pluseenTurn = () => null;
  expect(await read()).toBe(3);
});

test("what was being read when something changed is not given to who asks after it", async () => {
  let turn = {};
  shared.pluseenTurn = () => turn;
  let answer = (_: string) => {};
  const read = remembered(
    () =>
      new Promise<string>((resolve) => {
        answer = resolve;
      }),
  );
  const before = read();
  const tellBefore = answer;
  turn = {};
  const after = read();
  answer("new");
  tellBefore("old");
  expect([await before, await after, await read()]).toEqual(["old", "new", "new"]);
});

test("what could not be read is tried again", async () => {
  const turn = {};
  shared.pluseenTurn = () => turn;
  let times = 0;
  const read = remembered(async () => {
    if (++times === 1) throw new Error("gone");
    return times;
  });
  await expect(read()).rejects.toThrow("gone");
  expect(await read()).toBe(2);
});
