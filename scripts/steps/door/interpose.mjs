// Between Next and the line: looks at an answer when its head is about to go, and may put another in its place.

/**
 * Asks `decide(response)` once, when the head of the answer is known. Null lets the answer pass; an answer
 * ({ status, headers, body }, or a promise of one) is sent instead and whatever Next still says is lost.
 * Returns `takeOver(answer)`, which does that at any moment before the head went; it tells whether it did.
 */
export function interpose(response, decide) {
  const own = {};
  for (const name of [
    "writeHead",
    "write",
    "end",
    "setHeader",
    "appendHeader",
    "removeHeader",
    "flushHeaders",
  ])
    own[name] = response[name];
  let state = "waiting";

  function settle() {
    if (state !== "waiting") return state === "replaced";
    const answer = decide(response);
    if (answer) replace(answer);
    else state = "passed";
    return state === "replaced";
  }

  function replace(answer) {
    state = "replaced";
    Object.assign(response, deaf(response));
    // Next waits for the answer to be over; a page that cannot be fetched must not keep it waiting.
    Promise.resolve(answer).then(send, () => send({ status: response.statusCode, headers: {}, body: "" }));
  }

  function send({ status, headers, body }) {
    if (response.headersSent || response.destroyed) return;
    Object.assign(response, own);
    for (const name of transferHeaders) response.removeHeader(name);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("Content-Length", Buffer.byteLength(body));
    response.writeHead(status);
    response.end(body);
    Object.assign(response, deaf(response));
  }

  response.writeHead = (status, ...rest) => {
    const given = rest.at(-1);
    if (given && typeof given === "object")
      for (const [name, value] of Object.entries(given)) own.setHeader.call(response, name, value);
    response.statusCode = status;
    return settle() ? response : own.writeHead.call(response, response.statusCode);
  };
  response.write = (...chunk) => (settle() ? true : own.write.apply(response, chunk));
  response.end = (...chunk) => (settle() ? response : own.end.apply(response, chunk));
  // Next asks this just before the first bytes: the head goes with them, in one packet.
  response.flushHeaders = () => void settle();

  return function takeOver(answer) {
    if (state !== "waiting" || response.headersSent || response.destroyed) return false;
    replace(answer);
    return true;
  };
}

const transferHeaders = [
  "content-encoding",
  "content-length",
  "transfer-encoding",
  "etag",
  "vary",
  "link",
  "location",
];

/** Methods that do nothing: nobody hears what is still said. */
function deaf(response) {
  return {
    writeHead: () => response,
    write: () => true,
    end: () => response,
    setHeader: () => response,
    appendHeader: () => response,
    removeHeader: () => {},
    flushHeaders: () => {},
  };
}
