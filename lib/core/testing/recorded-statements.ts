import { PrismaPg } from "@prisma/adapter-pg";
import { database } from "../db";
import { PrismaClient } from "../generated/prisma/client";

/** From here on every statement of this process is written down in the list that it gives. */
export async function recordStatements(): Promise<string[]> {
  const list: string[] = [];
  const adapter = new PrismaPg({ connectionString: process.env.DATABASE_URL ?? "" });
  const client = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }] });
  client.$on("query", ({ query }) => list.push(query));
  await database().$disconnect();
  (globalThis as { pluseenDatabase?: unknown }).pluseenDatabase = client;
  return list;
}
