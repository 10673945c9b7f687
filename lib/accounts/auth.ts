import "server-only";
import { PrismaAdapter } from "@auth/prisma-adapter";
import type { NextAuthOptions } from "next-auth";
import type { Adapter } from "next-auth/adapters";
import { database } from "@/lib/core/db";
import { sessionLifetime } from "@/lib/core/session";
import { endSession } from "./mutations";

/** The sign-in of next-auth: sessions in the database. Providers of organisations are added to this list. */
export function authOptions(): NextAuthOptions {
  return {
    // The adapter is typed for the next major version of next-auth; at run time it serves this one.
    // Its own deletion would leave no trace.
    adapter: { ...(PrismaAdapter(database()) as Adapter), deleteSession: endSession },
    // Never prolonged: a session ends seven days after it began.
    session: { strategy: "database", maxAge: sessionLifetime, updateAge: sessionLifetime },
    pages: { signIn: "/nl/inloggen", error: "/nl/inloggen" },
    providers: [],
  };
}
