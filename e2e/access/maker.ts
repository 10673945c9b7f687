import type pg from "pg";
import type { Person } from "./people";

/** Puts rows in the database, as these people. */
export class Maker {
  constructor(
    protected readonly db: pg.Client,
    private readonly people: Person[],
  ) {}

  protected userId(name: string | undefined): string | null {
    return this.people.find((person) => person.name === name)?.userId ?? null;
  }

  protected async insert(sql: string, values: unknown[]): Promise<{ id: string }[]> {
    return (await this.db.query<{ id: string }>(sql, values)).rows;
  }
}
