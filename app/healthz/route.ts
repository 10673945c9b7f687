import { database } from "@/lib/core/db";
import { version } from "@/package.json";

export const dynamic = "force-dynamic";

/** Is this process alive, and does its database answer? */
export async function GET(): Promise<Response> {
  try {
    await database().$queryRaw`SELECT 1`;
    return Response.json({ status: "ok", database: "ok", version });
  } catch {
    return Response.json({ status: "unavailable", database: "unavailable", version }, { status: 503 });
  }
}
