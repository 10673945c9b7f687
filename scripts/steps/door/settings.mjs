// What the door goes by, out of the environment.
import { readEnvironment } from "../environment.mjs";

/** Visitors of a site on the own machine are one address: tests and trials must not run into its limits. */
const localFactor = 20;

/** Reads the environment, or refuses with a sentence per variable. */
export async function readSettings({ isDev }) {
  const environment = await readEnvironment();
  const site = new URL(environment.NEXTAUTH_URL);
  const isSecure = site.protocol === "https:";
  return {
    site,
    isSecure,
    isDev,
    databaseUrl: environment.DATABASE_URL,
    secret: environment.NEXTAUTH_SECRET,
    trustedProxies: environment.TRUSTED_PROXIES,
    contact: environment.SECURITY_CONTACT,
    isDemo: environment.PLUS1_DEMO === "1",
    rateFactor: environment.RATE_LIMIT_FACTOR ?? (isSecure ? 1 : localFactor),
    logLevel: environment.LOG_LEVEL,
    drainTime: environment.DRAIN_SECONDS * 1000,
  };
}
