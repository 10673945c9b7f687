import "server-only";
import { join } from "node:path";
import { z } from "zod";
import { env } from "../env";
import { logFailure } from "../log";
import { openBucket } from "./bucket";
import { openFolder } from "./folder";

/**
 * Where the content of files is kept, by an id of ours. Writing again replaces, removing what is not there
 * is done already. Throws a StoreTrouble when the place cannot be reached.
 */
export type FileStore = {
  write: (id: string, content: Uint8Array) => Promise<void>;
  /** null: not there. */
  read: (id: string) => Promise<Uint8Array | null>;
  remove: (id: string) => Promise<void>;
};

/** The place where files are kept did not do what was asked; the words tell nothing secret. */
export class StoreTrouble extends Error {}

let opened: FileStore | null = null;

/** The one place for files of this site: S3-compatible storage when the environment names it, else a folder. */
export function fileStore(): FileStore {
  opened ??= guard(openStore());
  return opened;
}

function openStore(): FileStore {
  const { FILES_S3_ENDPOINT, FILES_S3_BUCKET, FILES_S3_REGION, ...keys } = env();
  if (!FILES_S3_ENDPOINT || !FILES_S3_BUCKET) return openFolder(env().FILES_FOLDER ?? join(".data", "files"));
  return openBucket({
    ...{ endpoint: FILES_S3_ENDPOINT, bucket: FILES_S3_BUCKET, region: FILES_S3_REGION },
    accessKeyId: keys.FILES_S3_ACCESS_KEY_ID ?? "",
    secretAccessKey: keys.FILES_S3_SECRET_ACCESS_KEY ?? "",
  });
}

/** Only ids of ours reach a place: never a path that somebody made up. Trouble is logged, without an address or key. */
export function guard(store: FileStore): FileStore {
  const ask = async <T>(id: string, work: (id: string) => Promise<T>): Promise<T> => {
    if (!isId(id)) throw fail("a file was asked for by something that is no id");
    try {
      return await work(id.toLowerCase());
    } catch (error) {
      const reason = error instanceof StoreTrouble ? error.message : codeOf(error);
      throw fail(`the place for files failed: ${reason}`, reason);
    }
  };
  return {
    write: (id, content) => ask(id, (own) => store.write(own, content)),
    read: (id) => ask(id, store.read),
    remove: (id) => ask(id, store.remove),
  };
}

const isId = (id: string) => z.uuid().safeParse(id).success;

function fail(sentence: string, reason = sentence): StoreTrouble {
  logFailure(sentence);
  return new StoreTrouble(reason);
}

/** An error of the file system or the network by its code; its message may hold a path or an address. */
function codeOf(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  return String(code ?? name ?? "unknown");
}
