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
    { name: "start", path: "/nl", headers: browser },
    { name: "catalogus", path: "/nl/voorzieningen", headers: browser, mostStatements: 8 },
    { name: "zoeken", path: "/nl/voorzieningen?q=zaakgericht", headers: browser },
    { name: "voorziening", path: `/nl/voorzieningen/${busiest}`, headers: browser },
    { name: "dashboard", path: "/nl/dashboard", headers: browser, mostStatements: 10 },
    { name: "zoeken als JSON", path: "/api/v1/voorzieningen?q=zaakgericht", headers: program },
  ];
}
