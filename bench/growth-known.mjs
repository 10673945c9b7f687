// What the statements of the visits ask, and why those that grow faster than logarithmic do. `sql` is a part of the
// statement as the report compares it: spaces single, every parameter `$`. A sentence stands here only after somebody
// looked at the plan (EXPLAIN ANALYZE) at the size where it grew.

const everySolution =
  "leest alle gepubliceerde voorzieningen, om ze te tellen of omdat geen index alle voorwaarden bevat: evenredig met de catalogus.";
const everyGemeente =
  "noemt elke gemeente die er is, voor een kaart of een lijst: evenredig met de gemeenten. Het land heeft er 342.";

const countsGemeenten =
  "telt de gemeenten van nu, waarvan de pagina zegt hoeveel er meedoen: evenredig met de gemeenten. De rest leest de voorzieningen van de bladzijde uit indexen.";

export const known = [
  {
    sql: `string_agg(g."cbsCode"`,
    what: "alle verlopen",
    country:
      "leest elke mijlpaal van elke adoptie, omdat het dashboard zijn cijfers uit de verlopen zelf narekent: evenredig met de mijlpalen. De site onthoudt het antwoord, maar geeft het hier na zes seconden op: boven het land zijn maandstanden nodig die bij elke stap worden bijgehouden.",
  },
  {
    sql: 'AS years FROM "Gemeente"',
    what: "elke gemeente met haar inwoners per jaar",
    country: everyGemeente,
  },
  { sql: `e."reason", a."isHidden" FROM "AdoptionEvent"`, what: "openbare redenen" },
  {
    sql: "providers AS (SELECT DISTINCT provider",
    what: "waartoe het dashboard te beperken is",
    catalogue: everySolution,
  },
  {
    sql: `v."synonyms"::text`,
    what: "alle woorden, onthouden",
    catalogue:
      "leest alle woorden van alle voorzieningen: evenredig met de catalogus. Elk proces onthoudt het antwoord tot er iets verandert.",
  },
  { sql: 'INSERT INTO "SearchCount"', what: "de vraag tellen" },
  { sql: "word, search_stem(word)", what: "woorden van de vraag" },
  { sql: `lower(f_unaccent(o."name")) AS "key"`, what: "organisaties met die naam" },
  {
    sql: `lower(s."name") AS "lowerName"`,
    what: "voorzieningen om te zoeken, onthouden",
  },
  {
    sql: "page AS ( SELECT * FROM unnest",
    what: "de voorzieningen van een bladzijde",
    catalogue:
      "vergelijkt van de twintig voorzieningen van de bladzijde elk woord met die van de vraag: bij 1.000 voorzieningen uit een index, bij 50.000 kiest PostgreSQL daarvoor de tabel zelf, een kwart milliseconde per voorziening.",
    country: countsGemeenten,
  },
  { sql: "page AS ( SELECT ordered", what: "een bladzijde van de lijst", country: countsGemeenten },
  {
    sql: 'NOT EXISTS(SELECT "t1"."solutionId"',
    what: "verplichtingen zonder antwoord",
    catalogue: everySolution,
  },
  {
    sql: `"_count$_all", "public"."Solution"."theme"`,
    what: "voorzieningen per thema",
    catalogue: everySolution,
  },
  {
    sql: "to_char(day, 'YYYY-MM') AS month",
    what: "verloop van de voorziening",
    country:
      "leest de mijlpalen van elke gemeente die meedoet, bij de drukste voorziening van de grootste maat 100.000: evenredig met de deelnemers van die ene voorziening.",
  },
  { sql: `g."hexCol" AS col`, what: "elke gemeente met haar stand", country: everyGemeente },
  {
    sql: `g."hexCol", g."hexRow", g."inUseCount"`,
    what: "elke gemeente van nu",
    country: everyGemeente,
  },
  { sql: 'SELECT o."slug" FROM "Gemeente"', what: "gemeenten die passen", country: everyGemeente },
  {
    sql: "width_bucket",
    what: "gemeenten die op elkaar lijken",
    country:
      "telt alle gemeenten per provincie en grootte: evenredig met de gemeenten, met enkele tientallen rijen als antwoord.",
  },
  {
    sql: `"public"."Gemeente"."validFrom"`,
    what: "hoeveel gemeenten er waren",
    country:
      "telt alle gemeenten per eerste en laatste dag: evenredig met de gemeenten, met enkele rijen als antwoord.",
  },
  {
    sql: `"_count$_all", "public"."Adoption"."gemeenteId"`,
    what: "wat elke gemeente met mij deelt",
    country:
      "telt de gebruikers van elke voorziening die mijn gemeente gebruikt, uit de index alleen: evenredig met die gebruikers, bij de grootste maat bijna een miljoen.",
  },
  {
    sql: `"t0"."isDemo", "t0"."gemeenteId", "Adoption_gemeente"."__prisma_data__" AS "gemeente", "t0"."solutionId"`,
    what: "nieuwste mijlpalen",
    country:
      "leest van de nieuwste dag alle adopties, omdat die binnen de dag op id geordend worden: evenredig met de adopties per dag. Een index op dag en id zou dat voorkomen.",
  },
  { sql: 'FROM "public"."Review"', what: "oordelen" },
  {
    sql: `"Adoption_events"."__prisma_data__"`,
    what: "portfolio met elk verloop",
    country:
      "leest elke adoptie van de gemeente met haar verloop: evenredig met die adopties, bij de grootste maat 281 van dezelfde gemeente.",
  },
];
