import { readdirSync, readFileSync } from "node:fs";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import * as engine from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { expect, inject, test } from "vitest";
import { testDatabase } from "@/lib/core/testing/test-database";
import { createDatabase } from "@/scripts/steps/database.mjs";

/** The SQL that would make an empty database look like prisma/schema, by Prisma's own engine. */
async function sqlOfSchema(url: string): Promise<string> {
  const wasm = readFileSync("node_modules/@prisma/schema-engine-wasm/schema_engine_bg.wasm");
  const instance = new WebAssembly.Instance(new WebAssembly.Module(wasm), {
    "./schema_engine_bg.js": engine,
  });
  engine.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  const files = readdirSync("prisma/schema").map((name) => ({
    path: `prisma/schema/${name}`,
    content: readFileSync(`prisma/schema/${name}`, "utf8"),
  }));
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  const datamodels = files.map(({ path, content }): [string, string] => [path, content]);
  const { stdout } = await (await engine.SchemaEngine.new({ datamodels }, () => {}, adapter)).diff({
    from: { tag: "empty" },
    to: { tag: "schemaDatamodel", files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  return stdout ?? "";
}

const shape = `
  SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '')
    || ' ' || coalesce(datetime_precision::text, '') AS line
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL
  SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL
  SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'f', 'u')
    AND conrelid::regclass::text NOT LIKE '%_prisma_migrations%'
  UNION ALL
  SELECT 'enum ' || t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname`;

async function shapeOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(shape);
  return rows.map(({ line }) => line).sort();
}

/** Conditional and covering indexes, which the schema language cannot say; each stands in a migration with its reason. */
const onlyInMigrations = [
  "Gemeente_hex_unique",
  "Adoption_of_solution",
  "AdoptionEvent_public_reason",
  "AdoptionProposal_one_decision",
  "SolutionVersion_one_open",
  "MembershipRequest_one_open",
  "Invitation_one_open",
  "AuditEvent_concerned",
  "Solution_by_use",
  "Solution_by_name",
  "Organisation_by_name",
  "Organisation_near_name",
];

test("the migrations make exactly what the schema describes", async () => {
  const { client: migrated } = await testDatabase({ seeded: false });
  const url = await createDatabase(inject("cluster").url, `schema_${process.pid}_${Date.now()}`);
  const described = new pg.Client({ connectionString: url });
  await described.connect();
  try {
    await described.query("CREATE EXTENSION pg_trgm");
    await described.query(await sqlOfSchema(url));
    const fromMigrations = (await shapeOf(migrated)).filter(
      (line) => !onlyInMigrations.some((name) => line.includes(`"${name}"`)),
    );
    expect(fromMigrations).toEqual(await shapeOf(described));
  } finally {
    await described.end();
  }
});
