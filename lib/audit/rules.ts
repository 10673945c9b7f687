const longestPath = 200;

/** The page that a request came from, without site, language and question: "/mijn/open-zaak/stap". */
export function toPagePath(referrer: string | null): string {
  if (!referrer || !URL.canParse(referrer)) return "/";
  const path = new URL(referrer).pathname.replace(/^\/(nl|en)(?=\/|$)/, "");
  return path.slice(0, longestPath) || "/";
}
