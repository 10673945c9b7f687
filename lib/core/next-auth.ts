import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";

export type Cookies = Record<string, string>;

/** What next-auth wants sent to the browser. */
type Answer = { location: string | null; cookies: string[]; body: unknown };

type Question = {
  method: "GET" | "POST";
  nextauth: string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Cookies;
  options: NextAuthOptions;
};

/** Asks next-auth by its handler for plain requests, which needs nothing of the framework around it. */
export async function ask({
  method,
  nextauth,
  query = {},
  body = {},
  cookies = {},
  options,
}: Question): Promise<Answer> {
  const answer: Answer = { location: null, cookies: [], body: null };
  const response = {
    status: () => response,
    getHeader: () => answer.cookies,
    setHeader(name: string, value: string | string[]) {
      if (name === "Location") answer.location = String(value);
      if (name === "Set-Cookie") answer.cookies = [value].flat();
      return response;
    },
    send(sent: unknown) {
      answer.body = sent;
    },
    end: () => undefined,
  };
  const request = { method, query: { ...query, nextauth }, body, cookies, headers: {} };
  // These are the parts that the handler uses of both.
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return answer;
}

/** Set-Cookie lines as a browser sends them back. */
export function toJar(lines: string[]): Cookies {
  return Object.fromEntries(
    lines.map((line) => {
      const [pair = ""] = line.split(";");
      const at = pair.indexOf("=");
      return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
    }),
  );
}
