import "server-only";
import { createTranslator } from "next-intl";
import { messages } from "@/messages";
import { apiVersion } from "@/package.json";
import { DomainError, type ErrorCode } from "./errors";
import { logError } from "./log";

const statusOf: Record<ErrorCode, number> = {
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  invalid: 400,
  "too-many": 429,
};

const headers = { "API-Version": apiVersion, "Access-Control-Allow-Origin": "*" };

/** The one shape of a public API handler: answer as JSON; refusals are application/problem+json. */
export async function handleApi(work: () => Promise<unknown>): Promise<Response> {
  try {
    return Response.json(await work(), { headers });
  } catch (error) {
    return problemOf(error);
  }
}

type Download = { body: BodyInit; type: string; name: string };

/** The one shape of a file for somebody who is signed in: kept nowhere on the way; refusals as above. */
export async function handleDownload(work: () => Promise<Download>): Promise<Response> {
  try {
    const { body, type, name } = await work();
    return new Response(body, {
      headers: {
        "Content-Type": type,
        "Content-Disposition": toDisposition(name),
        "Cache-Control": "no-store",
      },
    });
  } catch (error) {
    const refusal = problemOf(error);
    refusal.headers.delete("Access-Control-Allow-Origin");
    return refusal;
  }
}

/** To be kept, never shown; a name beyond ASCII is told twice (RFC 6266). */
function toDisposition(name: string): string {
  const clean = name.replace(/[\p{C}/\\]/gu, " ").trim();
  const plain = clean.normalize("NFD").replace(/[^\x20-\x7e]|[";%]/g, "");
  const told = `attachment; filename="${plain}"`;
  if (plain === clean) return told;
  const encoded = encodeURIComponent(clean).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  return `${told}; filename*=UTF-8''${encoded}`;
}

function problemOf(error: unknown): Response {
  if (error instanceof DomainError) return problem(statusOf[error.code], error);
  logError(error);
  return problem(500, new DomainError("invalid", "unexpected"));
}

function problem(status: number, error: DomainError): Response {
  const say = createTranslator({ locale: "nl", messages: messages.nl, namespace: "errors" });
  const body = {
    status,
    title: status === 500 ? "Internal Server Error" : error.code,
    detail: say(error.key, { value: error.detail ?? "" }),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, "Content-Type": "application/problem+json" },
  });
}

/** Sends a browser on, with Set-Cookie lines; nobody keeps the answer. */
export function sendTo(location: string, cookies: string[] = []): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const line of cookies) headers.append("Set-Cookie", line);
  return new Response(null, { status: 302, headers });
}
