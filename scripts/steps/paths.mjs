// Where things are. Everything that a run makes lives under .data/ and .next/.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const dataFolder = process.env.PLUS1_DATA ?? join(root, ".data");
export const inRoot = (...parts) => join(root, ...parts);
export const inData = (...parts) => join(dataFolder, ...parts);
