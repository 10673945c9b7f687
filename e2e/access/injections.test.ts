import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listAddresses } from "./crawl";
import { listBuiltActions } from "./entrances";
import { makePeople, type Person } from "./people";
import { type Site, startSite } from "./site";
import { call, type Fields, get } from "./visit";
import { makeWorld } from "./world";

// What people type stays in its place: in a cell of a file, in a header, in a mail, in a line of the log.

let site: Site;
let people: Person[];
let addresses: string[];

beforeAll(async () => {
  site = await startSite({ LOG_LEVEL: "info" });
  people = await makePeople(site.db);
  addresses = listAddresses(await makeWorld(site.db, people));
});

afterAll(() => site.stop());

function find(name: string): Person {
  const person = people.find((one) => one.name === name);
  if (!person) throw new Error(`there is nobody called ${name}`);
  return person;
}

/** What a spreadsheet takes for a formula, also after what it skips. */
const formulas = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1)",
  "\t=1+1",
  "\r=1+1",
  "=HYPERLINK(1)",
  "=cmd|' /C calc'!A0",
  "＝1+1",
  "＋1+1",
  "－1+1",
  "＠SUM(1)",
];

describe("a file for a spreadsheet holds no formula", () => {
  const files = [
    "/api/vergelijking?v=open-zaak&v=digid",
    "/api/logboek?deel=organisatie",
    "/api/logboek?deel=platform",
    "/api/rechten",
    "/api/account/gegevens?vorm=csv",
    "/api/mijn/adopties?vorm=csv",
    "/api/dashboard?deel=deelnames",
  ];

  test("every file there is, is among them", async () => {
    const found = new Set<string>();
    for (const name of [
      "another admin of Zwolle",
      "another platform admin",
      "a manager of Zwolle",
      "a coordinator of Dimpact",
    ]) {
      for (const address of addresses.filter((one) => one.startsWith("/api/"))) {
        const { headers } = await get(site.url, address, find(name));
        if (headers.get("content-type")?.includes("csv")) found.add(address.split("?")[0] ?? "");
      }
    }
    const known = new Set(files.map((file) => file.split("?")[0]));
    expect([...found].filter((address) => !known.has(address))).toEqual([]);
  });

  test.each(formulas)("%j", async (formula) => {
    await plantFormula(formula);
    for (const file of files) {
      const person = file.includes("platform") ? "another platform admin" : "another admin of Zwolle";
      const { status, text } = await get(site.url, file, find(person));
      expect(status, file).toBe(200);
      const cells: string[][] = parse(text, { bom: true, delimiter: ";", relax_column_count: true });
      const live = cells
        .flat()
        .filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^\s*[-+]?[\d.,]+\s*%?$/.test(cell));
      expect(live, file).toEqual([]);
    }
  });
});

/** Into everything that a file shows: names of people and facilities, what they typed. */
async function plantFormula(formula: string) {
  const ids = people.flatMap(({ userId }) => (userId ? [userId] : []));
  await site.db.query(`UPDATE "User" SET "name" = $1, "functionTitle" = $1 WHERE "id" = ANY($2)`, [
    formula,
    ids,
  ]);
  await site.db.query(
    `UPDATE "Solution" SET "name" = $1, "summary" = $1, "audience" = $1, "sideEffects" = $1, "licence" = $1, "legalBasis" = $1, "standards" = ARRAY[$1]
     WHERE "slug" IN ('open-zaak', 'digid')`,
    [formula],
  );
  await site.db.query(
    `UPDATE "Adoption" SET "contactName" = $1, "leadName" = $1, "nextStep" = $1 WHERE "gemeenteId" =
       (SELECT "id" FROM "Organisation" WHERE "slug" = 'zwolle')`,
    [formula],
  );
  await site.db.query(`UPDATE "Session" SET "device" = $1 WHERE "userId" = ANY($2)`, [formula, ids]);
}

const breaks = [
  "\r\nX-Injected: yes",
  "\nX-Injected: yes",
  "\r\n\r\n<b>body</b>",
  "%0d%0aX-Injected: yes",
  "\u560d\u560aX-Injected: yes",
  "\u2028X-Injected: yes",
];

describe("a header is not broken by what stands in an address", () => {
  test.each(breaks)("%j", async (text) => {
    const typed = encodeURIComponent(text);
    const asked = [
      "naar",
      "melding",
      "q",
      "organisatie",
      "taal",
      "deel",
      "vorm",
      "v",
      "code",
      "state",
      "error",
    ];
    const paths = [
      ...asked.map((name) => `/nl/inloggen?${name}=/mijn${typed}`),
      ...asked.map((name) => `/api/auth/callback/x?${name}=${typed}`),
      ...asked.map((name) => `/api/vergelijking?${name}=${typed}`),
      ...asked.map((name) => `/api/logboek?deel=organisatie&${name}=${typed}`),
      `/nl/${typed}`,
      `/nl/voorzieningen/${typed}`,
      `/nl/mijn/${typed}/planning`,
      `/${typed}`,
      `/nl/inloggen/via/${typed}`,
    ];
    for (const path of paths) await expectWhole(path, get(site.url, path, find("another admin of Zwolle")));
  });
});

describe("a header is not broken by what stands in a form", () => {
  const forms: [action: string, fields: (text: string) => Fields][] = [
    [
      "accounts/demoSignInAction",
      (text) => ({
        userId: find("a member of Zwolle").userId ?? "",
        next: `/mijn${text}`,
        locale: `nl${text}`,
      }),
    ],
    ["accounts/signOutAction", (text) => ({ locale: `nl${text}` })],
    [
      "accounts/sign-in/requestCodeAction",
      (text) => ({ email: `iemand@matrix.example${text}`, next: `/mijn${text}`, locale: "nl" }),
    ],
    [
      "accounts/identities/findOrganisationAction",
      (text) => ({ text: `Zwolle${text}`, next: `/mijn${text}`, locale: "nl" }),
    ],
    [
      "memberships/switchOrganisationAction",
      (text) => ({ organisationId: "x", next: `/mijn${text}`, locale: `nl${text}` }),
    ],
    [
      "reviews/writeReviewAction",
      (text) => ({ slug: `open-zaak${text}`, version: "0", addedValue: "4", locale: "nl" }),
    ],
    [
      "solutions/createSolutionAction",
      (text) => ({
        name: `Nieuw${text}`,
        summary: "Een nieuwe voorziening voor allen.",
        kind: "COMPONENT",
        theme: "BURGERZAKEN",
        phase: "PILOT",
        locale: "nl",
      }),
    ],
  ];
  const actions = new Map(listBuiltActions().map((action) => [action.name, action]));
  test.each(forms)("of %s", async (name, fields) => {
    const action = actions.get(name);
    if (!action) throw new Error(`${name} is not in the build`);
    for (const text of breaks) {
      for (const who of ["a visitor", "a coordinator of VNG Realisatie"]) {
        const path = `/nl${(action.pages[0] ?? "").replace(/\[\w+\]/g, "x")}`;
        await expectWhole(name, call(site.url, { action, fields: fields(text), path }, find(who)));
      }
    }
  });
});

async function expectWhole(what: string, asked: ReturnType<typeof get>) {
  const { status, headers } = await asked;
  expect(status, what).toBeLessThan(500);
  expect(headers.has("x-injected"), what).toBe(false);
  const to = headers.get("location") ?? headers.get("x-action-redirect") ?? "/";
  // Only to a page of this site.
  expect(to, what).toMatch(/^(\/(?![/\\])|http:\/\/localhost:)/);
}

describe("the log", () => {
  test("has one line of JSON per event, whatever is asked", async () => {
    const forged = encodeURIComponent('\n{"level":"error","msg":"forged"}\r\n\u001b[31m');
    const before = site.output().length;
    for (const path of [
      `/nl/voorzieningen?q=${forged}`,
      `/nl/${forged}`,
      `/nl/gemeenten/${forged}`,
      `/api/v1/voorzieningen/${forged}`,
    ]) {
      await get(site.url, path, find("another manager of Zwolle"), {
        "user-agent": 'x"}{"msg":"forged"',
        referer: `${site.url}/${forged}`,
        "x-request-id": "forged",
      });
    }
    await site.settle();
    const lines = site.output().slice(before).split("\n").filter(Boolean);
    expect(lines.length).toBeGreaterThanOrEqual(4);
    for (const line of lines) {
      expect(JSON.parse(line), line).toMatchObject({ level: expect.any(String) });
      expect(line).not.toContain("forged");
    }
  });

  test("holds no mail address, no token of a session and no question of anybody", async () => {
    const person = find("another manager of Zwolle");
    const token = person.cookie?.split("=")[1] ?? "";
    await get(site.url, "/nl/voorzieningen?q=geheimevraag", person);
    await get(site.url, "/nl/inloggen/bevestigen?token=geheimtoken", person);
    await site.settle();
    for (const secret of [token, "@matrix.example", "geheimevraag", "geheimtoken"])
      expect(site.output()).not.toContain(secret);
  });
});
