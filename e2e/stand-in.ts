import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { makeDoor } from "../scripts/steps/door/door.mjs";
import { makeRefusals } from "../scripts/steps/door/refusals.mjs";
import { makeServer } from "../scripts/steps/door/sockets.mjs";

/**
 * The door in front of one page with a form that leads to `target`; with "?zonder-deur" the form is sent to a
 * path that the door lets through as it is.
 */
export async function startStandIn(target: string) {
  const log = pino({ level: "silent" });
  const parts: { open?: (request: IncomingMessage, response: ServerResponse) => unknown } = {};
  const settings = { site: new URL("http://localhost:1"), isSecure: false, isDev: false, trustedProxies: 0 };
  const refusals = makeRefusals(settings.site.origin);
  const server = makeServer(
    (request: IncomingMessage, response: ServerResponse) => parts.open?.(request, response),
    { settings, refusals, log },
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  settings.site = new URL(origin);
  parts.open = makeDoor({
    handle: (request: IncomingMessage, response: ServerResponse) => answer(request, response, target),
    settings,
    innerOrigin: origin,
    log,
    refusals,
    takeTurn: async () => null,
    answerReadiness: async () => ({ status: 200, headers: {}, body: "" }),
    findRoute: () => "*",
  });
  return { origin, close: () => server.close() };
}

function answer(request: IncomingMessage, response: ServerResponse, target: string) {
  if (request.method === "POST") {
    // 307 is no answer that the door replaces: it shows what the policy does by itself.
    response.writeHead(request.url?.endsWith("/kaal") ? 307 : 303, { location: target });
    return response.end();
  }
  response.writeHead(200, { "content-type": "text/html" });
  const action = request.url?.includes("zonder-deur") ? "/nl/kaal" : "/nl";
  return response.end(`<form method="post" action="${action}"><button>Verder</button></form>`);
}
