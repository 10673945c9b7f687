import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as send,
} from "node:http";
import { type AddressInfo, connect } from "node:net";
import pino from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { makeDoor } from "./door.mjs";
import { makeRefusals } from "./refusals.mjs";
import { makeServer } from "./sockets.mjs";

// The door on a real socket, with a stand-in for Next that tells what it was given.
const site = new URL("https://pluseen.voorbeeld.nl");
const settings = {
  site,
  isSecure: true,
  isDev: false,
  trustedProxies: 1,
  contact: "mailto:security@voorbeeld.nl",
  isDemo: false,
};
const log = pino({ level: "silent" });
const refusals = makeRefusals(site.origin);
const takeTurn = vi.fn(async () => null as object | null);
let inside: (request: IncomingMessage, response: ServerResponse) => unknown;
let port = 0;

const server = makeServer((request: IncomingMessage, response: ServerResponse) => open(request, response), {
  settings,
  refusals,
  log,
  headersTimeout: 500,
});
const open = makeDoor({
  handle: (request: IncomingMessage, response: ServerResponse) => inside(request, response),
  settings,
  innerOrigin: "http://localhost:1",
  log,
  refusals,
  takeTurn,
  answerReadiness: async () => ({ status: 503, headers: {}, body: "{}" }),
  findRoute: () => "*",
  times: { deadline: 600, body: 300, ending: 300 },
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };
type Question = {
  method?: string;
  path?: string;
  headers?: Record<string, string>;
  body?: string | Buffer[];
};

function ask({ method = "GET", path = "/nl", headers = {}, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = send({ port, method, path, headers, agent: false }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk) => (text += chunk));
      response
        .on("error", reject)
        .on("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
    });
    request.on("error", reject);
    for (const chunk of Array.isArray(body) ? body : []) request.write(chunk);
    request.end(Array.isArray(body) ? undefined : body);
  });
}

/** What the application was given: its headers and the body. */
async function echo(request: IncomingMessage, response: ServerResponse) {
  let body = "";
  for await (const chunk of request) body += chunk;
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ headers: request.headers, body, size: body.length }));
}

const asked = async (question: Question) => JSON.parse((await ask(question)).body);
const own = { origin: site.origin };

function page(status: number, body: string, headers: Record<string, string> = {}) {
  return (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(body);
  };
}

test("the application hears an id and a network of ours, whatever a client says", async () => {
  inside = echo;
  const { headers } = await asked({
    headers: {
      "x-request-id": "mine",
      "x-client-network": "10.9.8.0/24",
      "x-forwarded-for": "6.6.6.6, 203.0.113.77",
      "x-forwarded-host": "elders.nl",
      host: "elders.nl",
      "x-middleware-subrequest": "middleware:middleware",
      "x-middleware-rewrite": "/nl/beheer",
      "x-nextjs-data": "1",
      "x-invoke-path": "/nl/beheer",
      "x-pluseen-inner": "1",
      "x-original-url": "/nl/beheer",
      "x-http-method-override": "POST",
      "content-security-policy": "script-src 'nonce-guessed'",
      "next-action": "abc",
      rsc: "1",
    },
  });
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers["x-client-network"]).toBe("203.0.113.0/24");
  expect(headers.host).toBe(site.host);
  expect(headers["content-security-policy"]).not.toContain("guessed");
  expect(headers["x-pluseen-inner"]).not.toBe("1");
  // Next's own client says these.
  expect(headers).toMatchObject({ "next-action": "abc", rsc: "1" });
  const others = Object.keys(headers).filter((name) => /^x-/.test(name));
  expect(others.sort()).toEqual([
    "x-asked-host",
    "x-client-network",
    "x-forwarded-proto",
    "x-page-address",
    "x-pluseen-inner",
    "x-request-id",
  ]);
});

test("each answer has an id and a nonce of its own, and the policy names it", async () => {
  const nonces = new Set();
  const ids = new Set();
  for (let nth = 0; nth < 5; nth++) {
    let given = "";
    inside = (request, response) => {
      given = /'nonce-([^']+)'/.exec(String(request.headers["content-security-policy"]))?.[1] ?? "";
      page(200, "<p>")(request, response);
    };
    const { headers } = await ask({});
    expect(headers["content-security-policy"]).toContain(`script-src 'self' 'nonce-${given}';`);
    nonces.add(given);
    ids.add(headers["x-request-id"]);
  }
  expect(nonces.size).toBe(5);
  expect(ids.size).toBe(5);
});

const everyAnswer: [string, Question, typeof inside?][] = [
  ["a page", {}, page(200, "<p>")],
  ["a redirect", {}, page(307, "", { location: "/nl" })],
  ["a file", { path: "/_next/static/a.js" }, (_, response) => response.end("1")],
  ["a fault of the application", {}, page(500, "oops")],
  ["an exception", {}, () => Promise.reject(Object.assign(new Error("x"), { message: "boom" }))],
  ["a foreign form", { method: "POST", headers: { origin: "https://elders.nl" } }],
  ["a bad address", { path: "/%" }],
  ["a method", { method: "DELETE" }],
  ["too large", { method: "POST", headers: { ...own, "content-length": "999999" } }],
  ["healthz", { path: "/healthz" }],
  ["readyz", { path: "/readyz" }],
  ["robots", { path: "/robots.txt" }],
  ["security.txt", { path: "/.well-known/security.txt" }],
];

test.each(everyAnswer)("the headers that protect stand on %s", async (_, question, answer = echo) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  inside = answer;
  const { headers } = await ask(question);
  expect(headers).toMatchObject({
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]).not.toMatch(/unsafe/);
  expect(headers["x-powered-by"]).toBeUndefined();
});

test.each([
  [{ origin: "null" }, 403],
  [{ origin: "https://pluseen.voorbeeld.nl:8443" }, 403],
  [{}, 403],
  [{ "sec-fetch-site": "same-origin" }, 200],
  [own, 200],
])("a post with %j answers %d", async (headers, status) => {
  inside = echo;
  expect((await ask({ method: "POST", headers: headers as Record<string, string> })).status).toBe(status);
});

test("a refusal is a Dutch page, an English one, a problem for programs, or a word for a form", async () => {
  const post = { method: "POST", headers: { origin: "https://elders.nl" } };
  const dutch = await ask(post);
  expect(dutch.body).toContain('<html lang="nl">');
  expect(dutch.body).toContain("Dit verzoek kwam niet van deze site");
  expect(dutch.body).toContain(dutch.headers["x-request-id"]);
  expect((await ask({ ...post, path: "/en/mijn" })).body).toContain(
    "This request did not come from this site",
  );
  const problem = await ask({ ...post, path: "/api/v1/voorzieningen" });
  expect(problem.headers["content-type"]).toBe("application/problem+json");
  expect(problem.headers["api-version"]).toMatch(/^\d/);
  expect(JSON.parse(problem.body)).toMatchObject({ status: 403, title: expect.any(String) });
  const word = await ask({ ...post, headers: { ...post.headers, "next-action": "x" } });
  expect(word.body).toBe("door:notFromHere:");
});

test("a body comes through whole, also in pieces", async () => {
  inside = echo;
  expect(await asked({ method: "POST", headers: own, body: "a=é&b=2" })).toMatchObject({ body: "a=é&b=2" });
  const pieces = [Buffer.alloc(100_000, "x"), Buffer.alloc(100_000, "y")];
  expect(await asked({ method: "POST", headers: own, body: pieces })).toMatchObject({ size: 200_000 });
  expect(await asked({ method: "POST", headers: own })).toMatchObject({ size: 0 });
});

test.each([
  ["that says so", { headers: { ...own, "content-length": "262145" }, body: "x".repeat(262_145) }],
  ["that does not say so", { headers: own, body: Array(5).fill(Buffer.alloc(60_000)) }],
])("a body of more than 256 KB %s is refused, and Next never hears of it", async (_, question) => {
  const next = vi.fn();
  inside = next;
  const { status, body } = await ask({ method: "POST", ...question });
  expect(status).toBe(413);
  expect(body).toContain("hoogstens 256 kB");
  expect(next).not.toHaveBeenCalled();
});

test("the one page that takes a file lets 4 MB through, and no more", async () => {
  inside = echo;
  const pieces = Array(40).fill(Buffer.alloc(100_000));
  const upload = { method: "POST", path: "/nl/mijn/importeren", headers: own };
  expect(await asked({ ...upload, body: pieces })).toMatchObject({ size: 4_000_000 });
  const next = vi.fn();
  inside = next;
  const { status } = await ask({ ...upload, body: [...pieces, ...pieces] });
  expect(status).toBe(413);
  for (const path of ["/nl/mijn/importeren/x", "/nl/mijn", "/nl/mijn/importeren.x"]) {
    expect((await ask({ ...upload, path, body: pieces })).status).toBe(413);
  }
  expect(next).not.toHaveBeenCalled();
});

test("the page of the documents of an adoption lets 10 MB through, and says so beyond that", async () => {
  inside = echo;
  const upload = { method: "POST", path: "/nl/mijn/open-zaak/documenten", headers: own };
  const megabyte = Buffer.alloc(1024 * 1024);
  expect(await asked({ ...upload, body: Array(10).fill(megabyte) })).toMatchObject({ size: 10_485_760 });
  const large = { ...upload, body: Array(11).fill(megabyte) };
  expect(await ask(large)).toMatchObject({ status: 413, body: expect.stringContaining("hoogstens 10 MB") });
  const word = await ask({ ...large, headers: { ...own, "next-action": "x" } });
  expect(word.body).toBe("door:tooLarge:10 MB");
  for (const path of ["/nl/mijn/documenten", "/nl/mijn/open-zaak/documenten/x"]) {
    expect((await ask({ ...upload, path, body: [megabyte] })).status).toBe(413);
  }
});

/** Writes raw text on a socket and reads until the other side closes it. */
function talk(text: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.on("data", (chunk) => (heard += chunk)).on("close", () => resolve(heard));
    socket.on("error", () => {});
  });
}

test.each([
  ["nonsense", "HALLO\r\n\r\n", 400],
  ["headers without end", `GET / HTTP/1.1\r\nHost: x\r\nx: ${"a".repeat(20_000)}\r\n\r\n`, 431],
  ["two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400],
  [
    "a length and pieces",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    400,
  ],
])("%s is refused with a page, and the line is closed", async (_, text, status) => {
  const heard = await talk(text);
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(heard.toLowerCase()).toContain("strict-transport-security");
  expect(heard).toContain("<h1>");
});

test("headers that do not come are a 408, and the line is closed", async () => {
  const heard = await talk("GET /nl HTTP/1.1\r\nHost: x\r\n");
  expect(heard).toMatch(/^HTTP\/1.1 408 /);
  expect(heard).toContain("<h1>");
}, 10_000);

test("a turn too many answers 429 with when to come back", async () => {
  takeTurn.mockResolvedValueOnce({
    isAllowed: false,
    retryAfter: 40,
    headers: { RateLimit: '"send";r=0;t=40' },
  });
  inside = echo;
  const { status, headers, body } = await ask({ method: "POST", headers: own });
  expect(status).toBe(429);
  expect(headers).toMatchObject({ "retry-after": "40", ratelimit: '"send";r=0;t=40' });
  expect(body).toContain("Wacht 40 seconden");
});

test("a database that is gone is a 503 with when to come back; another fault is a 500", async () => {
  const { logError } = await import("./log.mjs");
  inside = (request, response) => {
    logError(log, Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" }));
    page(500, "Next's own page")(request, response);
  };
  const gone = await ask({});
  expect(gone.status).toBe(503);
  expect(gone.headers["retry-after"]).toBe("30");
  expect(gone.body).toContain("Wij zijn even niet bereikbaar");
  expect(gone.body).not.toContain("Next");
  expect((await ask({ method: "POST", headers: own })).body).toContain(
    "Misschien is uw wijziging wel opgeslagen",
  );
  expect(JSON.parse((await ask({ path: "/api/v1/x" })).body)).toMatchObject({ status: 503 });
  inside = page(500, "Next's own page");
  const broken = await ask({});
  expect(broken.status).toBe(500);
  expect(broken.body).toContain("Dat ligt aan ons");
});

test("a form that leads to another site goes by a page in between; a link there does not", async () => {
  const away = "https://inloggen.gemeente.nl/authorize?a=1&b=2";
  inside = page(303, "", { location: away });
  const { status, headers, body } = await ask({ method: "POST", headers: own });
  expect(status).toBe(200);
  expect(headers.location).toBeUndefined();
  expect(headers.refresh).toBe(`0; url=${away}`);
  expect(body).toContain("Verder naar inloggen.gemeente.nl");
  expect((await ask({})).headers.location).toBe(away);
  inside = page(303, "", { location: "/nl/mijn?melding=moved" });
  expect((await ask({ method: "POST", headers: own })).headers.location).toBe("/nl/mijn?melding=moved");
  inside = page(303, "", { location: `${site.origin}/nl` });
  expect((await ask({ method: "POST", headers: own })).status).toBe(303);
});

test("an answer that does not come is a 503 in time, and what comes later is lost", async () => {
  let late: ServerResponse | undefined;
  inside = (_, response) => {
    late = response;
    return new Promise(() => {});
  };
  const { status, headers, body } = await ask({});
  expect(status).toBe(503);
  expect(headers["retry-after"]).toBe("30");
  expect(body).toContain("Wij zijn even niet bereikbaar");
  expect(() => {
    late?.setHeader("x-late", "1");
    late?.writeHead(200);
    late?.write("late");
    late?.end();
  }).not.toThrow();
});

test("a page that begins just before the deadline may still end", async () => {
  inside = (_, response) => {
    response.setHeader("content-type", "text/html");
    setTimeout(() => response.write("<p>"), 500);
    setTimeout(() => response.end("whole"), 700);
  };
  expect((await ask({})).body).toBe("<p>whole");
});

test("a page that begins and does not end is cut off; a file is not", async () => {
  inside = (_, response) => {
    response.setHeader("content-type", "text/html");
    response.write("<p>");
  };
  await expect(ask({})).rejects.toThrow();
  inside = (_, response) => {
    response.setHeader("content-type", "text/csv");
    response.write("a,b");
    setTimeout(() => response.end("\n"), 1_200);
  };
  expect((await ask({})).body).toBe("a,b\n");
});

test("a body that does not come is a 408", async () => {
  const next = vi.fn();
  inside = next;
  const heard = await talk(
    `POST /nl HTTP/1.1\r\nHost: x\r\nOrigin: ${site.origin}\r\nContent-Length: 10\r\n\r\nab`,
  );
  expect(heard).toMatch(/^HTTP\/1.1 408 /);
  expect(heard).toContain("Er is niets opgeslagen");
  expect(next).not.toHaveBeenCalled();
}, 15_000);
