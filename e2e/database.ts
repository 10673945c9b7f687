import { readFileSync } from "node:fs";
import pg from "pg";

/** What a journey cannot wait for, such as ten minutes passing: straight in the database of the site, in PLUS1_DATA. */
export async function query(
  sql: string,
  values: unknown[] = [],
  database = "pluseen",
): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: siteDatabase(database) });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** A database on the server of the site. */
export function siteDatabase(name: string): string {
  const folder = process.env.PLUS1_DATA ?? ".data";
  const { port, password } = JSON.parse(readFileSync(`${folder}/postgres/connection.json`, "utf8"));
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;
}
