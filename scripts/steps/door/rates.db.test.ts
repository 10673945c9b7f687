import pg from "pg";
import { afterAll, expect, test, vi } from "vitest";
import { testDatabase } from "@/lib/core/testing/test-database";
import { limits, makeRates } from "./rates.mjs";

const { url, client } = await testDatabase({ seeded: false });
const pool = new pg.Pool({ connectionString: url });
afterAll(() => pool.end());

const secret = "sealed with this";
const onTrouble = vi.fn();
/** A tenth of every limit. */
const newRates = () => makeRates({ pool, factor: 0.1, secret, onTrouble });

type Turn = { isAllowed: boolean; retryAfter: number; headers: Record<string, string> } | null;
const post = (address: string, path = "/nl/mijn") => ({ isReading: false, path, address });
const read = (address: string, path: string) => ({ isReading: true, path, address });

async function countAllowed(times: number, take: () => Promise<Turn>) {
  let allowed = 0;
  for (let nth = 0; nth < times; nth++) if ((await take())?.isAllowed) allowed++;
  return allowed;
}

const pointsOf = (name: string) => (limits.find((limit) => limit.name === name)?.points ?? 0) / 10;

test("reading a page costs no turn", async () => {
  expect(await newRates()(read("192.0.2.1", "/nl/voorzieningen"))).toBeNull();
});

test("posts are counted per address, for all processes together", async () => {
  const [one, two] = [newRates(), newRates()];
  const half = pointsOf("send") / 2;
  expect(await countAllowed(half, () => one(post("192.0.2.2")))).toBe(half);
  expect(await countAllowed(half + 5, () => two(post("192.0.2.2")))).toBe(half);
  expect((await two(post("192.0.2.3")))?.isAllowed).toBe(true);
});

test.each(["/nl/inloggen", "/en/inloggen/code", "/api/auth/signin/oidc"])(
  "signing in at %s is limited sooner",
  async (path) => {
    const rates = newRates();
    const address = `198.51.100.${path.length}`;
    const points = pointsOf("sign-in");
    expect(await countAllowed(points + 3, () => rates(post(address, path)))).toBe(points);
    const turn = await rates(post(address, path));
    expect(turn).toMatchObject({ isAllowed: false, headers: { RateLimit: expect.stringContaining("r=0") } });
    expect(turn?.retryAfter).toBeGreaterThan(200);
    expect((await rates(post(address, "/nl/mijn")))?.isAllowed).toBe(true);
  },
);

test("reads of the API take their turns from the database twenty at a time, and stop at the limit", async () => {
  const rates = newRates();
  const question = vi.spyOn(pool, "query");
  const points = pointsOf("api");
  const path = "/api/v1/voorzieningen";
  expect(await countAllowed(points + 30, () => rates(read("192.0.2.9", path)))).toBe(points);
  expect(question.mock.calls.length).toBeLessThanOrEqual(points / 20 + 1);
  question.mockRestore();
  expect((await rates(read("192.0.2.10", path)))?.headers).toEqual({
    "RateLimit-Policy": `"api";q=${points};w=60`,
    RateLimit: `"api";r=${points - 1};t=60`,
  });
});

test("downloads have a limit of their own", async () => {
  const rates = newRates();
  const points = pointsOf("download");
  expect(await countAllowed(points + 2, () => rates(read("192.0.2.11", "/nl/logboek/export")))).toBe(points);
});

test("one IPv6 connection is one client, however many addresses it has", async () => {
  const rates = newRates();
  const points = pointsOf("sign-in");
  let nth = 0;
  const take = () => rates(post(`2001:db8:1:2::${(nth++).toString(16)}`, "/nl/inloggen"));
  expect(await countAllowed(points + 3, take)).toBe(points);
});

test("no address can be read from the table", async () => {
  await newRates()(post("203.0.113.5"));
  const { rows } = await client.query<{ key: string }>('SELECT key FROM "RateLimit"');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ key }) => /\d+\.\d+\.\d+|2001/.test(key))).toEqual([]);
});

test("while the database is gone this process counts by itself, and asks it only now and then", async () => {
  const gone = {
    query: vi.fn(async () => Promise.reject(Object.assign(new Error("gone"), { code: "ECONNREFUSED" }))),
  };
  const rates = makeRates({ pool: gone, factor: 0.1, secret, onTrouble });
  const points = pointsOf("sign-in");
  expect(await countAllowed(points + 4, () => rates(post("192.0.2.20", "/nl/inloggen")))).toBe(points);
  expect(gone.query).toHaveBeenCalledTimes(1);
  expect(onTrouble).toHaveBeenCalledTimes(1);
});
