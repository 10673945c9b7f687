// What a visitor sends, whole and counted before anybody works with it.
import { IncomingMessage } from "node:http";

/** Milliseconds that the rest of a refused body may still come in, so that the client reads why. */
const lingering = { tooLarge: 5_000, tooSlow: 500 };

/**
 * Reads the body of a request and returns a request that gives it again. Throws the refusal ({ kind }) of a
 * body of more than `limit` bytes, whatever it said about itself, or not complete within `milliseconds`.
 */
export async function readBody(request, { limit, milliseconds }) {
  const { headers } = request;
  const announced = headers["content-length"];
  if (announced === undefined && headers["transfer-encoding"] === undefined) return request;
  try {
    if (Number(announced) > limit) throw { kind: "tooLarge", limit };
    return replay(request, await collect(request, limit, milliseconds));
  } catch (refusal) {
    request.resume();
    setTimeout(() => request.complete || request.socket.destroy(), lingering[refusal.kind]).unref();
    throw refusal;
  }
}

function collect(request, limit, milliseconds) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    const timer = setTimeout(() => settle(reject, { kind: "tooSlow" }), milliseconds);
    const settle = (how, value) => {
      clearTimeout(timer);
      request.removeAllListeners("data");
      how(value);
    };
    request.on("data", (chunk) => {
      size += chunk.length;
      if (size > limit) return settle(reject, { kind: "tooLarge", limit });
      chunks.push(chunk);
    });
    request.once("end", () => settle(resolve, Buffer.concat(chunks)));
    // Gone before all was said: nobody is there to read the refusal.
    request.once("error", () => settle(reject, { kind: "tooSlow" }));
    request.once("close", () => settle(reject, { kind: "tooSlow" }));
  });
}

/** The same request, with its body still to be read. */
function replay(request, body) {
  const again = new IncomingMessage(request.socket);
  for (const name of ["httpVersion", "httpVersionMajor", "httpVersionMinor", "method", "url", "rawHeaders"])
    again[name] = request[name];
  again.headers = { ...request.headers, "content-length": String(body.length) };
  delete again.headers["transfer-encoding"];
  again.complete = true;
  again.push(body);
  again.push(null);
  return again;
}
