// Next answers a page that does not exist with an empty document that only a script can fill.
// This puts the whole page of /<language>/niet-gevonden in its place, with the same status 404,
// so that it can be read without JavaScript.

const innerHeader = "x-pluseen-inner";

/** Wraps Next's request handler; `origin` is the address of this very server. */
export function withNotFoundPage(handle, origin) {
  return (request, response) => {
    if (request.method === "GET" && !request.headers[innerHeader]) {
      replaceWhen(response, isMissingPage, () => fetchPage(origin, request));
    }
    return handle(request, response);
  };
}

function isMissingPage(response) {
  return response.statusCode === 404 && String(response.getHeader("content-type")).startsWith("text/html");
}

async function fetchPage(origin, request) {
  const locale = request.url.startsWith("/en") ? "en" : "nl";
  const answer = await fetch(`${origin}/${locale}/niet-gevonden`, {
    headers: { [innerHeader]: "1", cookie: request.headers.cookie ?? "" },
  });
  return answer.text();
}

/** Swallows an answer for which `applies` holds when it begins, and ends with another body. */
function replaceWhen(response, applies, fetchBody) {
  const { writeHead, write, end } = response;
  let verdict = null;
  const isReplaced = () => {
    verdict ??= applies(response);
    return verdict;
  };
  response.writeHead = (status, ...rest) => {
    response.statusCode = status;
    return isReplaced() ? response : writeHead.call(response, status, ...rest);
  };
  response.write = (...chunk) => (isReplaced() ? true : write.apply(response, chunk));
  response.end = (...chunk) => {
    if (!isReplaced()) return end.apply(response, chunk);
    Object.assign(response, { writeHead, write, end });
    fetchBody().then(
      (body) => send(response, body),
      () => send(response, "404"),
    );
    return response;
  };
}

function send(response, body) {
  for (const name of ["content-encoding", "content-length", "transfer-encoding", "etag", "vary"])
    response.removeHeader(name);
  response.setHeader("content-length", Buffer.byteLength(body));
  response.end(body);
}
