// What the statements of the visits ask, and why those that grow faster than logarithmic do. `sql` is a part of the
// statement as the report compares it: spaces single, every parameter `$`. A sentence stands here only after somebody
// looked at the plan (EXPLAIN ANALYZE) at the size where it grew.

const everyGemeente = "noemt elke gemeente, dus evenredig met het aantal; het land heeft er 342.";

export const known = [
  {
    sql: 'string_agg(g."cbsCode"',
    what: "alle verlopen",
  },
  {
    sql: 'AS years FROM "Gemeente"',
    what: "elke gemeente met haar inwoners per jaar",
    country: everyGemeente,
  },
  {
    sql: 'e."reason", a."isHidden" FROM "AdoptionEvent"',
    what: "openbare redenen",
  },
  {
    sql: "providers AS (SELECT DISTINCT provider",
    what: "waarop het dashboard te beperken is",
  },
  {
    sql: 'v."synonyms"::text',
    what: "alle woorden (onthouden)",
  },
  {
    sql: 'INSERT INTO "SearchCount"',
    what: "de vraag tellen",
  },
  {
    sql: "word, search_stem(word)",
    what: "woorden van de vraag",
  },
  {
    sql: 'lower(f_unaccent(o."name")) AS "key"',
    what: "organisaties met die naam",
  },
  {
    sql: 'lower(s."name") AS "lowerName"',
    what: "voorzieningen om te zoeken (onthouden)",
  },
  {
    sql: "page AS ( SELECT * FROM unnest",
    what: "de voorzieningen van een bladzijde",
  },
  {
    sql: "page AS ( SELECT ordered",
    what: "een bladzijde van de lijst",
  },
  {
    sql: "to_char(day, 'YYYY-MM') AS month",
    what: "verloop van de voorziening",
  },
  {
    sql: 'g."hexCol" AS col',
    what: "elke gemeente met haar stand",
    country: everyGemeente,
  },
  {
    sql: 'g."hexCol", g."hexRow", g."inUseCount"',
    what: "elke gemeente van nu",
    country: everyGemeente,
  },
  {
    sql: 'SELECT o."slug" FROM "Gemeente"',
    what: "gemeenten die passen",
    country: everyGemeente,
  },
  {
    sql: "width_bucket",
    what: "hoeveel gemeenten op elkaar lijken",
  },
  {
    sql: 'GROUP BY "public"."Gemeente"."validFrom"',
    what: "hoeveel gemeenten er waren",
  },
  {
    sql: 'GROUP BY "public"."Adoption"."gemeenteId"',
    what: "wat elke gemeente met mij deelt",
  },
  {
    sql: 'FROM "public"."Review"',
    what: "oordelen",
  },
  {
    sql: '"Adoption_events"."__prisma_data__"',
    what: "portfolio met elk verloop",
  },
];
