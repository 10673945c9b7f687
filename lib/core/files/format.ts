import "server-only";
import { fileTypeFromBuffer } from "file-type";

/** Documents that everybody can open, each with what its content is called. HTML and SVG run scripts, so not those. */
const typeOf = {
  pdf: "application/pdf",
  odt: "application/vnd.oasis.opendocument.text",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  png: "image/png",
  jpg: "image/jpeg",
} as const;

export type FileFormat = keyof typeof typeOf;

/** The media type of a format. */
export function toMediaType(format: FileFormat): string {
  return typeOf[format];
}

/** What a file is by its content, whatever its name says; null for everything that is not a document here. */
export async function formatOf(content: Uint8Array): Promise<FileFormat | null> {
  // A damaged archive makes the reader throw: then it is no document either.
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  return (
    (Object.keys(typeOf) as FileFormat[]).find((format) => found && typeOf[format] === found.mime) ?? null
  );
}
