/** One address of every public page type, without the language. */
export const publicPages = [
  "",
  "/voorzieningen",
  "/voorzieningen?q=vergunning&soort=component",
  "/voorzieningen?q=qqqqzzzz",
  "/voorzieningen/open-zaak",
  "/voorzieningen/open-zaak/deelnemers",
  "/voorzieningen/open-zaak/oordelen",
  "/voorzieningen/open-zaak/versies/1",
  "/gemeenten",
  "/gemeenten/zwolle",
  "/dashboard",
  "/inloggen",
  "/niet-gevonden",
  "/toegankelijkheid",
  "/privacy",
  "/bestaat-niet",
];

/** One address of every page type that looks different for who is signed in. */
export const signedInPages = [
  {
    role: "medewerker",
    organisation: "Zwolle",
    paths: [
      "",
      "/voorzieningen",
      "/voorzieningen/open-zaak",
      "/gemeenten/zwolle",
      "/mijn",
      "/mijn/open-zaak",
      "/dashboard",
    ],
  },
  {
    role: "adoptiemanager",
    organisation: "Zwolle",
    paths: [
      "/mijn",
      "/mijn?stand=in-gebruik",
      "/mijn/open-zaak",
      "/mijn/open-zaak/belangstelling",
      "/mijn/open-zaak/stap?naar=ON_HOLD",
      "/mijn/open-zaak/planning",
      "/mijn/open-zaak/correctie",
      "/mijn/open-zaak/zichtbaarheid",
      "/mijn/voorstellen",
      "/voorzieningen/open-zaak",
      "/voorzieningen/digid/oordeel",
      "/voorzieningen/open-zaak/deelnemers",
    ],
  },
  {
    role: "coördinator",
    organisation: "Dimpact",
    paths: [
      "/beheer",
      "/beheer/open-zaak",
      "/beheer/nieuw",
      "/beheer/open-zaak/bewerken",
      "/beheer/open-zaak/voorbeeld",
      "/voorzieningen/open-zaak/oordelen",
    ],
  },
  {
    role: "medewerker",
    organisation: "Maykin",
    paths: ["/voorzieningen/open-zaak", "/gemeenten/zwolle", "/mijn"],
  },
];
