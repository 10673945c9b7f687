// The real site in a process of its own that can be killed and started again.
import { startSite } from "../servers.mjs";

/** Starts the site on the database at `databaseUrl`; its address changes with every start. */
export async function startMortalSite(databaseUrl) {
  let running = await startSite(databaseUrl);
  return {
    get origin() {
      return running.origin;
    },
    isAlive: () => running.isAlive(),
    kill: () => running.stop("SIGKILL"),
    start: async () => {
      running = await startSite(databaseUrl);
    },
    stop: () => running.stop(),
  };
}
