import "server-only";
import { PrismaAdapter } from "@auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { database } from "@/lib/core/db";

/** How long a session lasts, in seconds: seven days. */
export const sessionLifetime = 7 * 24 * 60 * 60;

/** The sign-in of next-auth: sessions in the database. Providers of organisations are added to this list. */
export function authOptions(): NextAuthOptions {
  return {
    // The adapter is typed for the next major version of next-auth; at run time it serves this one.
    adapter: PrismaAdapter(database()) as Adapter,
    session: { strategy: "database", maxAge: sessionLifetime },
    pages: { signIn: "/nl/inloggen", error: "/nl/inloggen" },
    providers: [],
  };
}
