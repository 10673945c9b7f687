import { once } from "node:events";
import http from "node:http";
import https from "node:https";
import { type AddressInfo, createServer, type Server } from "node:net";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createOutbound, type Outbound, OutboundError, type Resolve } from "./outbound";
import { isPublic } from "./public-address";

/** A server on all of this machine's own addresses that counts who reaches it. */
let reached = 0;
const canary = createServer((socket) => {
  reached++;
  socket.on("error", () => undefined);
  socket.end("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
});
const port = await listen(canary, "::");

async function listen(server: Server, host: string): Promise<number> {
  server.listen(0, host);
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

const servers: Server[] = [canary];
afterAll(() => {
  for (const server of servers) server.close();
});
beforeEach(() => {
  reached = 0;
});

/** Names of which the owner lets the address point at us. */
const evil: Record<string, string[]> = {
  "loopback.example": ["127.0.0.1"],
  "loopback6.example": ["::1"],
  "mapped.example": ["::ffff:127.0.0.1"],
  "both.example": ["93.184.215.14", "127.0.0.1"],
  "private.example": ["10.0.0.5"],
  "metadata.example": ["169.254.169.254"],
  "nothing.example": [],
};

const resolve: Resolve = async (name) => {
  const found = evil[name] ?? (/^localhost\.?$|\.localhost\.?$/.test(name) ? ["127.0.0.1", "::1"] : null);
  if (!found) throw Object.assign(new Error(name), { code: "ENOTFOUND" });
  return found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};

// The port of the canary is an ordinary one here, so that only the rule on addresses keeps it out of reach.
const guard = createOutbound({ allowedHosts: [], resolve, ports: [port, 443], milliseconds: 2_000 });

/** Each of these leads a careless client to this machine, its network, or a place that only servers reach. */
const hosts = [
  // Loopback as it is, and in every spelling that a browser turns into it.
  "127.0.0.1",
  "127.1",
  "127.0.1",
  "127.0.0.1.",
  "127.255.255.254",
  "2130706433",
  "0x7f000001",
  "0x7F.0x0.0x0.0x1",
  "0x7f.1",
  "017700000001",
  "0177.0.0.1",
  "0177.0x0.0.01",
  "127.0.0.0x1",
  "%31%32%37.0.0.1",
  "127%2e0%2e0%2e1",
  "１２７.０.０.１",
  "①②⑦.⓪.⓪.①",
  "127。0。0。1",
  "0",
  "0.0.0.0",
  "0x0",
  "00000000000",
  // Loopback, mapped, compatible, translated and local in IPv6.
  "[::1]",
  "[0:0:0:0:0:0:0:1]",
  "[0000:0000:0000:0000:0000:0000:0000:0001]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[0:0:0:0:0:ffff:127.0.0.1]",
  "[::127.0.0.1]",
  "[64:ff9b::127.0.0.1]",
  "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]",
  "[2001:0:7f00:1::]",
  "[fe80::1]",
  "[fec0::1]",
  "[fc00::1]",
  "[fd00:ec2::254]",
  "[ff02::1]",
  "[2001:db8::1]",
  // Private networks, carriers, multicast, documentation, and the addresses that clouds keep for themselves.
  "10.0.0.1",
  "10.255.255.255",
  "0xa.1",
  "172.16.0.1",
  "172.31.255.254",
  "192.168.0.1",
  "3232235521",
  "100.64.0.1",
  "100.100.100.200",
  "169.254.1.1",
  "169.254.169.254",
  "0xA9FEA9FE",
  "2852039166",
  "0251.0376.0251.0376",
  "168.63.129.16",
  "192.0.0.192",
  "192.0.2.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  // A public literal is refused as well: a provider has a name.
  "93.184.215.14",
  "[2606:2800:21f:cb07:6820:80da:af6b:8b2c]",
  // Names that lead here.
  "localhost",
  "LOCALHOST",
  "localhost.",
  "a.localhost",
  "ｌｏｃａｌｈｏｓｔ",
  ...Object.keys(evil),
  "loopback.example.",
  // Who reads too fast sees another host.
  "example.com@127.0.0.1",
  "example.com:443@127.0.0.1",
  "user:pass@localhost",
  "example.com%40@localhost",
  "127.0.0.1\\@example.com",
];

const addresses = [
  ...hosts.map((host) => `https://${host}:${port}/.well-known/openid-configuration`),
  `http://127.0.0.1:${port}/`,
  `http://localhost:${port}/`,
  `https://127.0.0.1:${port}#@example.com/`,
  `https://127.0.0.1:${port}?@example.com/`,
  `https:127.0.0.1:${port}`,
  `https:\\\\127.0.0.1:${port}\\x`,
  `https:///127.0.0.1:${port}/`,
  ` https://127.0.0.1:${port}/`,
  `ht\ntps://127.0.0.1:${port}/`,
  `//127.0.0.1:${port}/`,
  `ftp://127.0.0.1:${port}/`,
  `gopher://127.0.0.1:${port}/_x`,
  `ws://127.0.0.1:${port}/`,
  `blob:https://127.0.0.1:${port}/x`,
  `javascript:fetch("https://127.0.0.1:${port}")`,
  "file:///etc/passwd",
  "data:application/json,{}",
  "https://",
  "https://:443",
  "",
  "/nl",
];

test("there are enough spellings to speak of every one", () => {
  expect(addresses.length).toBeGreaterThan(100);
});

test.each(addresses)("%j is refused, and this machine is not reached", async (address) => {
  await expect(guard.getJson(address)).rejects.toBeInstanceOf(OutboundError);
  expect(reached).toBe(0);
});

test.each(hosts)(
  "a connection to %j that skips the judgement of the address is refused too",
  async (host) => {
    for (const scheme of ["https", "http"] as const) {
      const address = `${scheme}://${host}:${port}/`;
      if (!URL.canParse(address)) continue;
      await expect(connect(guard, new URL(address)), address).rejects.toThrow();
    }
    expect(reached).toBe(0);
  },
);

/** As a library does it that only knows the agent. */
function connect(guarded: Outbound, url: URL): Promise<number | undefined> {
  const { request } = url.protocol === "https:" ? https : http;
  return new Promise((done, fail) => {
    const sent = request(url, { agent: guarded.agentFor(url) }, (response) => {
      response.resume();
      done(response.statusCode);
    });
    sent.on("error", fail);
    sent.end();
  });
}

test("the canary is really there: who is allowed reaches it, by name and by number", async () => {
  const hosts = [`http://localhost:${port}`, `http://127.0.0.1:${port}`, `http://[::1]:${port}`];
  const allowing = createOutbound({ allowedHosts: hosts });
  for (const host of hosts) expect(await allowing.getJson(`${host}/x`)).toEqual({});
  expect(reached).toBe(3);
});

describe("an allowed host is that host and that port alone", () => {
  const allowing = createOutbound({
    allowedHosts: [`http://localhost:${port}`, "adfs.intern.nl:8443"],
    resolve,
    ports: [443],
  });

  test.each([
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port + 1}/`,
    `http://localhost.:${port}/`,
    `http://x.localhost:${port}/`,
    `http://user@localhost:${port}/`,
    "http://adfs.intern.nl:8443/",
    "https://adfs.intern.nl:8444/",
    "https://xadfs.intern.nl:8443/",
  ])("%s is refused", (address) => {
    expect(() => allowing.check(address)).toThrow(OutboundError);
  });

  test.each([
    "https://adfs.intern.nl:8443/adfs",
    `http://localhost:${port}/a`,
    "https://login.voorbeeld.nl/a",
  ])("%s may be tried", (address) => {
    expect(allowing.check(address).href).toBe(address);
  });
});

test.each(["http://login.voorbeeld.nl/", "http://login.voorbeeld.nl:443/"])(
  "%s is not encrypted, so it is refused, at the connection too",
  async (address) => {
    const open = createOutbound({ allowedHosts: [], ports: [80, 443], resolve });
    expect(() => open.check(address)).toThrow(OutboundError);
    await expect(connect(open, new URL(address))).rejects.toMatchObject({ reason: "address" });
  },
);

test.each([
  "https://login.voorbeeld.nl:22/",
  "https://login.voorbeeld.nl:8443/",
  "https://login.voorbeeld.nl:0/",
])("%s has a port that must be allowed first", async (address) => {
  expect(() => createOutbound({ allowedHosts: [] }).check(address)).toThrow(OutboundError);
});

/** A plain server on loopback that this test allows. */
async function serve(answer: http.RequestListener) {
  const server = http.createServer(answer);
  servers.push(server);
  const at = `http://localhost:${await listen(server, "localhost")}`;
  return { at, guarded: createOutbound({ allowedHosts: [at], milliseconds: 500, bytes: 10_000 }) };
}

test.each([301, 302, 303, 307, 308])("a redirect (%i) is not followed", async (status) => {
  const { at, guarded } = await serve((_, response) =>
    response.writeHead(status, { Location: `http://127.0.0.1:${port}/` }).end(),
  );
  await expect(guarded.getJson(at)).rejects.toMatchObject({ reason: "status", detail: String(status) });
  expect(reached).toBe(0);
});

test("an answer that is too large is cut off", async () => {
  let sent = 0;
  const { at, guarded } = await serve((_, response) => {
    const more = () => {
      sent += 1000;
      if (!response.destroyed) response.write("x".repeat(1000), () => setImmediate(more));
    };
    more();
  });
  await expect(guarded.getJson(at)).rejects.toMatchObject({ reason: "large" });
  expect(sent).toBeLessThan(10_000_000);
});

test("an answer that never comes, or never ends, is given up", async () => {
  const silent = await serve(() => undefined);
  await expect(silent.guarded.getJson(silent.at)).rejects.toMatchObject({ reason: "slow" });
  const dripping = await serve((_, response) => {
    const drip = setInterval(() => response.write(" "), 50);
    response.on("close", () => clearInterval(drip));
  });
  await expect(dripping.guarded.getJson(dripping.at)).rejects.toMatchObject({ reason: "slow" });
});

test("the same limits hold for a library that only has the agent", async () => {
  const { at, guarded } = await serve(() => undefined);
  await expect(connect(guarded, new URL(at))).rejects.toMatchObject({ reason: "slow" });
});

test("what is not JSON, and whoever does not answer, is told apart", async () => {
  const html = await serve((_, response) => response.end("<html>"));
  await expect(html.guarded.getJson(html.at)).rejects.toMatchObject({ reason: "format" });
  const gone = await serve(() => undefined);
  servers.at(-1)?.close();
  await expect(gone.guarded.getJson(gone.at)).rejects.toMatchObject({
    reason: "unreachable",
    detail: "ECONNREFUSED",
  });
  await expect(guard.getJson("https://bestaat-niet.example/")).rejects.toMatchObject({
    reason: "unreachable",
    detail: "ENOTFOUND",
  });
});

test.each([
  "93.184.215.14",
  "8.8.8.8",
  "1.1.1.1",
  "172.32.0.1",
  "100.128.0.1",
  "2606:2800:21f:cb07::1",
  "2a02:2770::1",
])("%s is a public address", (address) => {
  expect(isPublic(address)).toBe(true);
});

test.each(["", "localhost", "127.1", "1.2.3", "::ffff:8.8.8.8"])("%j is not a public address", (address) => {
  expect(isPublic(address)).toBe(false);
});
