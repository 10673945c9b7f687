import { z } from "zod";
import { line } from "@/lib/core/forms";
import { DocumentKind, DocumentVisibility } from "@/lib/core/generated/prisma/enums";
import { pastDay } from "../schema";

export { DocumentKind, DocumentVisibility };
export const documentKinds = Object.values(DocumentKind);
export const documentVisibilities = Object.values(DocumentVisibility);

/** Bytes of a file: 10 MB, a little under what the door lets through on this one page (scripts/steps/door). */
export const mostBytes = 10 * 1024 * 1024;

/** The documents of one adoption. */
export const mostDocuments = 50;

/** What a browser offers to choose from; what counts is the content. */
export const acceptedFiles = ".pdf,.odt,.docx,.png,.jpg,.jpeg";

const told = {
  kind: z.enum(DocumentKind),
  title: line(200),
  datedOn: pastDay,
  visibility: z.enum(DocumentVisibility),
};

/** A document that a gemeente adds to its adoption. */
export const newDocumentSchema = z.object({
  adoptionId: z.uuid(),
  bestand: z
    .instanceof(File, { error: "fileRequired" })
    .refine(({ size }) => size > 0, { error: "fileRequired" })
    .refine(({ size }) => size <= mostBytes, { error: "documentTooLarge" }),
  ...told,
});
export type NewDocumentInput = Omit<z.output<typeof newDocumentSchema>, "bestand"> & { content: Uint8Array };

/** What is told about a document; the file itself never changes. */
export const documentSchema = z.object({
  documentId: z.uuid(),
  version: z.number().int().min(1),
  ...told,
});
export type DocumentInput = z.output<typeof documentSchema>;

/** The same document as the one that was read. */
export const sameDocumentSchema = documentSchema.pick({ documentId: true, version: true });
export type SameDocumentInput = z.output<typeof sameDocumentSchema>;
