import "server-only";

// The server in front of the pages takes what is said here and writes it as one line, with the id of the
// request and without what may tell who somebody is.

/** Reports an error that nobody expected; `about` says what went on. */
export function logError(error: unknown, about = ""): void {
  console.error(...(about ? [about, error] : [error]));
}

/** Reports that something went wrong that was to be reckoned with, in a sentence without personal data. */
export function logFailure(sentence: string): void {
  console.error(sentence);
}
