import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FileStore } from "./store";

/** Keeps files in a folder of this machine that only the site's own account reads. */
export function openFolder(folder: string): FileStore {
  // Two characters of the id make a folder of their own: no folder holds a hundred thousand files.
  const roomOf = (id: string) => join(folder, id.slice(0, 2));
  const pathOf = (id: string) => join(roomOf(id), id);
  return {
    async write(id, content) {
      await mkdir(roomOf(id), { recursive: true, mode: 0o700 });
      const draft = `${pathOf(id)}.${randomUUID()}`;
      try {
        await writeDurably(draft, content);
        // Half a file never has the name of a whole one.
        await rename(draft, pathOf(id));
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
    async read(id) {
      try {
        return new Uint8Array(await readFile(pathOf(id)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
        throw error;
      }
    },
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}

/** On disk before the row that tells of it is committed. */
async function writeDurably(path: string, content: Uint8Array): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
