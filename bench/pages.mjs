// What is measured. A browser asks for pages, a program for JSON.

const browser = {
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-encoding": "gzip, deflate, br, zstd",
  // Next streams to browsers and waits for robots; without a browser's name it would do the latter.
  "user-agent":
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/146.0.0.0 Safari/537.36",
};
const program = { accept: "application/json", "accept-encoding": "gzip" };

/** The addresses to measure; `busiest` is the slug of the solution with most adoptions. */
export function listPages(busiest) {
  return [
    { name: "start", path: "/nl" },
    { name: "catalogus", path: "/nl/voorzieningen", mostStatements: 8, mostCpu: 10 },
    { name: "zoeken", path: "/nl/voorzieningen?q=zaakgericht", mostStatements: 8 },
    { name: "voorziening", path: `/nl/voorzieningen/${busiest}` },
    { name: "gemeente", path: "/nl/gemeenten/zwolle" },
    { name: "dashboard", path: "/nl/dashboard", mostStatements: 10 },
  ].map((page) => ({ ...page, headers: browser }));
}

/** Pages of which only the statements are measured: the longer lists, and what a member of a gemeente sees. */
export function listFurtherPages(busiest, cookie) {
  const ofMember = { ...browser, cookie };
  return [
    { name: "gemeenten", path: "/nl/gemeenten", headers: browser },
    { name: "deelnemers", path: `/nl/voorzieningen/${busiest}/deelnemers`, headers: browser },
    { name: "lid: start", path: "/nl", headers: ofMember },
    { name: "lid: voorziening", path: `/nl/voorzieningen/${busiest}`, headers: ofMember },
    { name: "lid: deelnemers", path: `/nl/voorzieningen/${busiest}/deelnemers`, headers: ofMember },
    { name: "lid: portfolio", path: "/nl/mijn", headers: ofMember },
    { name: "lid: vergelijkbaar", path: "/nl/mijn/vergelijkbaar", headers: ofMember },
  ];
}

/** The same page, made for this visitor: an address that the page cache does not know is not kept. */
export function madeAnew(page) {
  return { ...page, path: `${page.path}${page.path.includes("?") ? "&" : "?"}meting=1` };
}

/** Questions in own words, with and without choices, of one word and of many. */
const questions = [
  "q=parkeren",
  "q=zaakgericht%20werken",
  "q=klantcontact&kosten=eigen-hosting",
  "q=hoe%20regelen%20wij%20betaald%20parkeren%20op%20kenteken",
  "q=inloggen%20voor%20inwoners",
  "q=woo&fase=beheer",
  "q=vergunning&sort=gebruik",
  "q=gegevens%20van%20personen%20opvragen&thema=burgerzaken",
  "q=schulden",
  "q=aanbesteden%20telefonie",
  "soort=component&sort=oordeel",
  "thema=dienstverlening&kosten=gratis",
];

/** The search with all its facets, as the public API answers it. */
export const searches = questions.map((question) => ({
  path: `/api/v1/voorzieningen?${question}`,
  headers: program,
}));

/** One after another, for a round of requests. */
export const allSearches = { path: "/", headers: program, requests: searches };
