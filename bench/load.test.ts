import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { findAmount, percentile, runRound, summarise } from "./load.mjs";

test("percentiles are values that were measured", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
  expect(percentile(hundred, 50)).toBe(50);
  expect(percentile(hundred, 99)).toBe(99);
  expect(percentile([7], 99)).toBe(7);
  expect(percentile([1, 2], 99)).toBe(2);
});

test("rounds are added up before anything is divided", () => {
  const rounds = [
    { latencies: [4, 1], seconds: 1, cpu: 3_000 },
    { latencies: [2, 3], seconds: 3, cpu: 5_000 },
  ];
  expect(summarise(rounds)).toEqual({ requests: 4, perSecond: 1, p50: 2, p99: 4, cpu: 2 });
});

let server: Server | undefined;
afterEach(() => server?.close());

async function answerWith(status: number) {
  const started = createServer((_request, response) => response.writeHead(status).end("x"));
  server = started;
  await new Promise<void>((resolve) => started.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
  return { origin, readCpu: async () => 0 };
}

const page = { path: "/", headers: {} };
test("a round waits for every answer", async () => {
  const { latencies, seconds } = await runRound(await answerWith(200), page, { connections: 3, amount: 60 });
  expect(latencies).toHaveLength(60);
  expect(seconds).toBeGreaterThan(0);
});

test("an answer that is not good spoils the round", async () => {
  const round = runRound(await answerWith(500), page, { connections: 1, amount: 5 });
  await expect(round).rejects.toThrow("0 van 5");
});

test("the amount fits the time, and is never less than five per connection", async () => {
  const server = await answerWith(200);
  const brief = await findAmount(server, page, { connections: 2, seconds: 0.0001 });
  const longer = await findAmount(server, page, { connections: 2, seconds: 0.5 });
  expect(brief).toBe(10);
  expect(longer).toBeGreaterThan(20);
});
