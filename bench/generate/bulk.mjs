// Loading millions of rows: what PostgreSQL does per row costs far more than the rows themselves.

/**
 * Runs `work` within the transaction of `client` while nothing is checked or indexed per row of `tables`; their
 * indexes, unique ones too, are built as a whole afterwards. What triggers and foreign keys would have refused the
 * caller has to look for.
 */
export async function inBulk(client, tables, work) {
  await client.query("SET LOCAL session_replication_role = replica");
  // Neither filled nor used until they are made anew.
  await client.query(
    `UPDATE pg_index SET "indisready" = false, "indisvalid" = false
     WHERE "indrelid" IN (SELECT format('%I', name)::regclass FROM unnest($1::text[]) name)`,
    [tables],
  );
  await work();
  for (const table of tables) await client.query(`REINDEX TABLE "${table}"`);
  await client.query("SET LOCAL session_replication_role = origin");
}
