import { z } from "zod";
import { openDocument } from "@/lib/adoptions/documents/queries";
import { DomainError } from "@/lib/core/errors";
import { handleDownload } from "@/lib/core/http";
import { getViewer } from "@/lib/core/viewer";

type Context = { params: Promise<{ id: string }> };

/** A document of a decision, for whoever may read it; to others it does not exist. */
export function GET(_: Request, { params }: Context): Promise<Response> {
  return handleDownload(async () => {
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw new DomainError("not-found", "notFound");
    const { content, type, name } = await openDocument(await getViewer(), id.data);
    return { body: new Uint8Array(content), type, name };
  });
}
