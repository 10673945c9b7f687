import "server-only";

/**
 * Reports an error that nobody expected. The server in front of the pages takes what is said on the console
 * and writes it as one line, with the id of the request and without what may tell who somebody is.
 */
export function logError(error: unknown, about = ""): void {
  console.error(...(about ? [about, error] : [error]));
}
