// The real site in a process of its own, on the database in DATABASE_URL. Started by servers.mjs.
import { serve } from "../scripts/steps/serve.mjs";
import { answerParent } from "./child.mjs";

await serve({ port: Number(process.env.PORT), isDev: false, stopDatabase: async () => {} });
answerParent();
