import type pg from "pg";

/**
 * Per table the number of rows and a hash of what is in them; when a row was last touched does not
 * count, nor which transaction last changed the catalogue.
 */
export async function fingerprintTables(client: pg.Client): Promise<Record<string, string>> {
  // Counts of tries say not whose they are, and pass by themselves.
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'CatalogueVersion', 'SolutionChange', 'RateLimit') ORDER BY 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    // A restored link is a new row with the same content.
    const ignored = name === "SolutionLink" ? "{updatedAt,id}" : "{updatedAt}";
    const { rows } = await client.query<{ print: string }>(
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(line, E'\\n' ORDER BY line)), '') AS print
       FROM (SELECT (to_jsonb(t) - $1::text[])::text AS line FROM "${name}" t) lines`,
      [ignored],
    );
    prints[name] = rows[0]?.print ?? "";
  }
  return prints;
}
