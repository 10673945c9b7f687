// Next answers a page that does not exist with an empty document that only a script can fill.
// This fetches the whole page of /<language>/niet-gevonden instead, with the same status 404,
// so that it can be read without JavaScript.
import { innerHeaders } from "./visit.mjs";

/** The page for an address that does not exist, as the visitor of `request` sees it. `origin`: of this very server. */
export async function fetchMissingPage(origin, request, { locale, policy }) {
  const answer = await fetch(`${origin}/${locale}/niet-gevonden`, { headers: innerHeaders(request) });
  const link = answer.headers.get("link");
  return {
    status: 404,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": policy,
      // What to load first: without it the letters come late and the page moves.
      ...(link && { Link: link }),
    },
    body: await answer.text(),
  };
}
