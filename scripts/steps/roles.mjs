// Who may do what in the database. The site connects as a role that writes everything but what is
// append-only: there it adds and reads. Tables, triggers and functions belong to another role, which
// migrates and loads; docs/decisions/0014 tells what is weaker when there is only one role.

/** The number that Prisma's own migrate command locks with, so that whoever changes tables or rights takes turns. */
export const migrationLock = 72707369;

const appendOnly = `"AuditEvent", "AdoptionEvent"`;
/** Written by triggers alone; and the list of migrations, which readiness reads. */
const onlyRead = `"AuditHead", "_prisma_migrations"`;

/** Makes the role that the site connects as, or gives it this password; for a server of our own. */
export async function ensureRole(serverUrl, { name, password }) {
  await onServer(serverUrl, async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [name]);
    const verb = rowCount === 0 ? "CREATE" : "ALTER";
    await client.query(
      `${verb} ROLE ${client.escapeIdentifier(name)} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION
       PASSWORD ${client.escapeLiteral(password)}`,
    );
  });
}

/**
 * Gives the role of `url` what the site needs and no more, as the owner of the tables. With one role for
 * both it takes from itself what it may take. Returns "own" for a role of its own, "shared" for one role,
 * and "kept" when `ownerUrl` does not own the tables: then somebody else decides.
 */
export async function grantApplication({ url, ownerUrl }) {
  const role = await onServer(url, readRole);
  return onServer(ownerUrl, async (client) => {
    if (!(await ownsTables(client))) return "kept";
    const isShared = (await readRole(client)) === role;
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const statements = isShared ? restrictOwner() : grantTo(client, role);
    await client.query(["BEGIN", ...statements, "COMMIT"].join(";\n"));
    return isShared ? "shared" : "own";
  });
}

function grantTo(client, name) {
  const role = client.escapeIdentifier(name);
  const database = client.escapeIdentifier(client.database);
  return [
    "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
    `GRANT USAGE ON SCHEMA public TO ${role}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role}`,
    `GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
    `REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON ${appendOnly} FROM ${role}`,
    `REVOKE ALL ON ${onlyRead} FROM ${role}`,
    `GRANT SELECT ON ${onlyRead} TO ${role}`,
    // The jobs keep their tables in a schema that the site makes and owns.
    `GRANT CREATE ON DATABASE ${database} TO ${role}`,
  ];
}

/** An owner can give it back to itself, but not by accident and not without a statement that stands out. */
function restrictOwner() {
  return [
    `REVOKE UPDATE, DELETE, TRUNCATE ON ${appendOnly} FROM CURRENT_USER`,
    // What an erasure changes; the trigger looks at how.
    `GRANT UPDATE ("data", "erasedAt") ON "AdoptionEvent" TO CURRENT_USER`,
  ];
}

async function ownsTables(client) {
  const { rows } = await client.query(
    `SELECT pg_has_role(relowner, 'USAGE') AS owns FROM pg_class WHERE oid = '"AuditEvent"'::regclass`,
  );
  return rows[0].owns;
}

async function readRole(client) {
  const { rows } = await client.query("SELECT current_user AS role");
  return rows[0].role;
}

async function onServer(url, work) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
