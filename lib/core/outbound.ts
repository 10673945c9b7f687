import "server-only";
import { lookup as systemLookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction, type Socket } from "node:net";
import { env } from "./env";
import { isPublic } from "./public-address";

// Every request that this server makes to an address that a person filled in goes through here: it must
// not reach what only this server can reach (SSRF). https only, no redirects, public addresses only.

/** Why a request was not made, or gave nothing: a code for the sentence that the reader gets. */
export type OutboundReason = "address" | "unreachable" | "slow" | "large" | "status" | "format";

export class OutboundError extends Error {
  constructor(
    readonly reason: OutboundReason,
    /** For the status: which one. */
    readonly detail = "",
  ) {
    super(detail ? `${reason}: ${detail}` : reason);
    this.name = "OutboundError";
  }
}

/** Finds every address of a name, as `dns.lookup` does. */
export type Resolve = (name: string) => Promise<{ address: string; family: number }[]>;

type Settings = {
  /** "host:port", or "http://host:port" where plain http is allowed too. These may be internal. */
  allowedHosts: string[];
  resolve: Resolve;
  /** Ports of hosts that are not listed. */
  ports: number[];
  /** For a whole answer, from looking up the name to the last byte. */
  milliseconds: number;
  /** Of a whole answer, its headers too. */
  bytes: number;
};

export type Outbound = {
  check: (address: string) => URL;
  agentFor: (url: URL) => http.Agent;
  getJson: (address: string) => Promise<unknown>;
};

const defaults = { resolve: resolveBySystem, ports: [443], milliseconds: 5_000, bytes: 1024 * 1024 };

let shared: Outbound | null = null;

/** The guard of this process, with the hosts that its operator allowed (OUTBOUND_ALLOWED_HOSTS). */
export function outbound(): Outbound {
  shared ??= createOutbound({ allowedHosts: env().OUTBOUND_ALLOWED_HOSTS });
  return shared;
}

/** A guard; other settings than the allowed hosts are for tests. */
export function createOutbound(given: Pick<Settings, "allowedHosts"> & Partial<Settings>): Outbound {
  const settings = { ...defaults, ...given };
  const check = (address: string) => checkAddress(address, settings);
  const secure = new GuardedAgent(settings);
  const plain = new PlainGuardedAgent(settings);
  const agentFor = (url: URL) => (url.protocol === "https:" ? secure : plain);
  const getJson = async (address: string) => {
    const url = check(address);
    return readJson(url, agentFor(url));
  };
  return { check, agentFor, getJson };
}

/** The address if it may be asked at all; what its name leads to is judged at the moment of connecting. */
function checkAddress(address: string, settings: Settings): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || url.username || url.password) throw new OutboundError("address");
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if (isAllowed(settings, url.protocol, url.hostname, port)) return url;
  const isName = isIP(unbracket(url.hostname)) === 0;
  if (url.protocol !== "https:" || !isName || !settings.ports.includes(port))
    throw new OutboundError("address");
  return url;
}

function isAllowed({ allowedHosts }: Settings, protocol: string, host: string, port: number): boolean {
  const entry = `${host}:${port}`;
  return allowedHosts.includes(`http://${entry}`) || (protocol === "https:" && allowedHosts.includes(entry));
}

const unbracket = (host: string) => host.replace(/^\[(.*)\]$/, "$1");

type ConnectOptions = {
  host?: string | null;
  hostname?: string | null;
  port?: number | string | null;
  lookup?: LookupFunction;
};

/** What a connection needs to be safe: a look-up that refuses, or a refusal at once. */
function guard<T extends ConnectOptions>(options: T, protocol: string, settings: Settings): T {
  const host = options.host ?? options.hostname ?? "";
  if (isAllowed(settings, protocol, host.includes(":") ? `[${unbracket(host)}]` : host, Number(options.port)))
    return options;
  // Node asks no look-up for a literal address, so it is refused here.
  const isName = isIP(unbracket(host)) === 0;
  if (protocol !== "https:" || !isName || !settings.ports.includes(Number(options.port))) {
    throw new OutboundError("address");
  }
  return { ...options, lookup: guardedLookup(settings.resolve) };
}

class GuardedAgent extends https.Agent {
  constructor(private readonly settings: Settings) {
    super({ keepAlive: false });
  }
  override createConnection(...[options, done]: Parameters<https.Agent["createConnection"]>) {
    const guarded = guard(options, "https:", this.settings);
    return limit(super.createConnection(guarded, done), this.settings);
  }
}

class PlainGuardedAgent extends http.Agent {
  constructor(private readonly settings: Settings) {
    super({ keepAlive: false });
  }
  override createConnection(...[options, done]: Parameters<http.Agent["createConnection"]>) {
    const guarded = guard(options, "http:", this.settings);
    return limit(super.createConnection(guarded, done), this.settings);
  }
}

/** Ends a connection that takes too long or sends too much; each request has its own connection. */
function limit<T>(connection: T, { milliseconds, bytes }: Settings): T {
  const socket = connection as Socket | undefined;
  if (!socket) return connection;
  const timer = setTimeout(() => socket.destroy(new OutboundError("slow")), milliseconds);
  socket.once("close", () => clearTimeout(timer));
  let received = 0;
  socket.on("data", (part: Buffer) => {
    received += part.length;
    if (received > bytes) socket.destroy(new OutboundError("large"));
  });
  return connection;
}

/** Looks a name up once and connects to that very answer; one address that is not public refuses them all. */
function guardedLookup(resolve: Resolve): LookupFunction {
  return (name, options, done) => {
    resolve(name).then(
      (found) => {
        const [first] = found;
        if (!first || !found.every(({ address }) => isPublic(address)))
          return done(new OutboundError("address"), "");
        if (options.all) return done(null, found);
        done(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => done(error, ""),
    );
  };
}

function resolveBySystem(name: string): ReturnType<Resolve> {
  return new Promise((resolve, reject) => {
    systemLookup(name, { all: true }, (error, found) => (error ? reject(error) : resolve(found)));
  });
}

/** Asks for JSON; whatever else comes back, a redirect too, is an error. */
async function readJson(url: URL, agent: http.Agent): Promise<unknown> {
  const { request } = url.protocol === "https:" ? https : http;
  const text = await new Promise<string>((resolve, reject) => {
    const headers = { Accept: "application/json", "Accept-Encoding": "identity", "User-Agent": "PlusEen" };
    const sent = request(url, { agent, headers }, (response) => {
      if (response.statusCode !== 200) {
        sent.destroy(new OutboundError("status", String(response.statusCode)));
        return;
      }
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end();
  }).catch((error: unknown) => {
    throw toOutboundError(error);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new OutboundError("format");
  }
}

/** The reason of an error that Node or the guard gave. */
export function toOutboundError(error: unknown): OutboundError {
  if (error instanceof OutboundError) return error;
  const { code, cause } = Object(error) as { code?: unknown; cause?: unknown };
  if (cause instanceof OutboundError) return cause;
  return new OutboundError("unreachable", typeof code === "string" ? code : "");
}
