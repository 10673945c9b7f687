import { readFileSync } from "node:fs";
import { brotliDecompressSync } from "node:zlib";
import { expect, test, vi } from "vitest";
import { inRoot } from "../paths.mjs";
import { pack, toHeads } from "./document.mjs";
import { makeTight } from "./tight.mjs";

const words = "Wat kunnen gemeenten samen? ".repeat(200);

async function pageOf(text: string) {
  const { etag, ...bodies } = await pack(text);
  return toHeads({ head: {}, etag, bodies }) as ReturnType<typeof toHeads> & {
    bodies: { br: Buffer };
    heads: { br: Record<string, unknown> };
  };
}

test("a page that is asked again gets smaller, says the same and tells its length", async () => {
  const page = await pageOf(readFileSync(inRoot("README.md"), "utf8"));
  const before = page.bodies.br.length;
  makeTight().note(page);
  await vi.waitFor(() => expect(page.bodies.br.length).toBeLessThan(before));
  expect(page.heads.br["Content-Length"]).toBe(page.bodies.br.length);
  expect(brotliDecompressSync(page.bodies.br)).toEqual(page.bodies.identity);
});

test("the same words are packed once, also when the page is made anew", async () => {
  const packing = vi.fn(async () => Buffer.from("small"));
  const tight = makeTight({ pack: packing, rest: 0 });
  const page = await pageOf(words);
  tight.note(page);
  tight.note(page);
  await vi.waitFor(() => expect(String(page.bodies.br)).toBe("small"));
  expect(String(tight.use(await pageOf(words)).bodies.br)).toBe("small");
  expect(tight.use(await pageOf("iets anders")).bodies.br).not.toEqual(Buffer.from("small"));
  expect(packing).toHaveBeenCalledTimes(1);
});

test("pages take turns, and a packing that fails harms no other", async () => {
  const packing = vi.fn(async () => Buffer.from("small")).mockRejectedValueOnce(new Error("no"));
  const tight = makeTight({ pack: packing, rest: 0 });
  const [first, second] = await Promise.all([pageOf("a"), pageOf("b")]);
  tight.note(first);
  tight.note(second);
  await vi.waitFor(() => expect(String(second.bodies.br)).toBe("small"));
  expect(String(first.bodies.br)).not.toBe("small");
});

test("no more is remembered than there is room for, and no more waits than will be packed", async () => {
  const tight = makeTight({ pack: async () => Buffer.alloc(60), rest: 0, mostBytes: 100, mostWaiting: 1 });
  const [first, second, third] = await Promise.all([pageOf("a"), pageOf("b"), pageOf("c")]);
  tight.note(first);
  tight.note(second);
  tight.note(third);
  await vi.waitFor(() => expect(second.bodies.br.length).toBe(60));
  expect(third.bodies.br.length).not.toBe(60);
  expect(tight.use(await pageOf("a")).bodies.br.length).not.toBe(60);
  expect(tight.use(await pageOf("b")).bodies.br.length).toBe(60);
});
