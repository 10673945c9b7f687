import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail as the site handed it over. */
export type Received = { to: string; subject: string; text: string };

/** A real SMTP server on loopback that keeps each mail as a file, for whichever process reads it. */
export async function startMailSink(port: number, folder: string): Promise<() => Promise<void>> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let count = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: async (stream, session, done) => {
      const source = (await buffer(stream)).toString("utf8");
      for (const { address } of session.envelope.rcptTo) {
        const file = join(folder, `${String(count++).padStart(6, "0")}.json`);
        // Under another name first: who reads it never sees half a file.
        writeFileSync(`${file}.part`, JSON.stringify(parse(address, source)));
        renameSync(`${file}.part`, file);
      }
      done();
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return () => new Promise((resolve) => server.close(() => resolve()));
}

/** Takes the oldest mail to this address out of the folder; null when there is none. */
export function takeMail(folder: string, address: string): Received | null {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(".json")) continue;
    const mail = readMailFile(join(folder, name));
    if (mail?.to.toLowerCase() !== address.toLowerCase()) continue;
    rmSync(join(folder, name), { force: true });
    return mail;
  }
  return null;
}

/** Another reader may have taken it just now. */
function readMailFile(file: string): Received | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** Our mails are one part of plain text: subject and text, decoded. */
function parse(to: string, source: string): Received {
  const [head = "", ...body] = source.split("\r\n\r\n");
  const headers = head.replace(/\r\n[ \t]+/g, " ");
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, "im").exec(headers)?.[1]?.trim() ?? "";
  const encoding = header("Content-Transfer-Encoding").toLowerCase();
  return { to, subject: decodeWords(header("Subject")), text: decodeBody(body.join("\r\n\r\n"), encoding) };
}

function decodeBody(body: string, encoding: string): string {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  return encoding === "quoted-printable" ? decodeQuoted(body.replace(/=\r\n/g, "")) : body;
}

function decodeQuoted(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** RFC 2047: "=?UTF-8?Q?Uw_code?=". */
function decodeWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toUpperCase() === "B"
        ? Buffer.from(word, "base64").toString("utf8")
        : decodeQuoted(word.replaceAll("_", " ")),
    );
}
