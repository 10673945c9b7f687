// Which pages may be kept, and under which name. What is not listed here is made for each visitor.

/** The question, every choice that is the same for all visitors, the order and the page. */
const catalogue =
  "q thema soort kosten verplichting fase oordeel laag aanbieder licentie actualiteit sort page".split(" ");

/** Path without the language -> the parameters that it listens to. */
const pages = [
  { path: /^$/, listensTo: [] },
  {
    path: /^\/voorzieningen$/,
    listensTo: catalogue,
  },
  { path: /^\/voorzieningen\/[a-z0-9-]+(\/(oordelen|deelnemers))?$/, listensTo: [] },
  { path: /^\/gemeenten$/, listensTo: ["q", "provincie", "grootte"] },
  { path: /^\/gemeenten\/[a-z0-9-]+$/, listensTo: [] },
  { path: /^\/bladeren(\/[a-z]+\/[a-z0-9-]+)?$/, listensTo: [] },
  { path: /^\/vergelijken$/, listensTo: ["v", "alleen", "zoek"] },
  {
    path: /^\/dashboard$/,
    listensTo: ["stand", "thema", "aanbieder", "voorziening", "provincie", "grootte"],
  },
  { path: /^\/dashboard\/vergelijken$/, listensTo: ["stand", "voorziening", "provincie"] },
  { path: /^\/(toegankelijkheid|privacy)$/, listensTo: [] },
];

/** What campaigns and mails hang on a link: no page reads it. */
const isTracking = (name) => /^(utm_\w+|gclid|fbclid|mc_[ce]id)$/.test(name);

/** Longer questions are rare, and would fill the memory with what nobody asks again. */
const longestAddress = 300;

/**
 * The address under which the page of `url` is kept: its path, and what it listens to by name; the order
 * of one name stays, because it may mean something.
 * null where the page is not kept, also when it has a parameter that the list does not know.
 */
export function toCacheAddress(url) {
  const mark = url.indexOf("?");
  const path = mark === -1 ? url : url.slice(0, mark);
  const [, rest] = /^\/(?:nl|en)(\/.*)?$/.exec(path) ?? [null, null];
  if (rest === null) return null;
  const page = pages.find(({ path: pattern }) => pattern.test(rest ?? ""));
  if (!page) return null;
  if (mark === -1) return path;
  const asked = [...new URLSearchParams(url.slice(mark + 1))]
    .filter(([name, value]) => value !== "" && !isTracking(name))
    .sort(([a], [b]) => compare(a, b));
  if (asked.some(([name]) => !page.listensTo.includes(name))) return null;
  const address = asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
  return address.length > longestAddress ? null : address;
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
