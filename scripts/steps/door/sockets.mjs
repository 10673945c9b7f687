// Time and size on the line itself, before there is a request: slow or endless headers cost nothing.
import { createServer } from "node:http";
import { listSecurityHeaders } from "./headers.mjs";

const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 65_000,
};

const kinds = {
  HPE_HEADER_OVERFLOW: "headersTooLarge",
  ERR_HTTP_REQUEST_TIMEOUT: "tooSlow",
};

/** A server that answers what is not even a request with a page, and closes the line. */
export function makeServer(onRequest, { settings, refusals, log, headersTimeout = limits.headersTimeout }) {
  const server = createServer({ ...limits, headersTimeout }, onRequest);
  server.on("clientError", (error, socket) => {
    if (error.code === "ECONNRESET" || !socket.writable) return socket.destroy();
    const refusal = { kind: kinds[error.code] ?? "badAddress" };
    const { status, headers, body } = refusals.refuse({ locale: "nl", format: "page", id: "" }, refusal);
    log.info({ status }, "no request");
    const lines = [...listSecurityHeaders(settings), ...Object.entries(headers)]
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join("");
    socket.end(
      `HTTP/1.1 ${status} \r\n${lines}Connection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    setTimeout(() => socket.destroy(), 1_000).unref();
  });
  return server;
}
