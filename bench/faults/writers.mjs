// People of the demonstration who record adoptions one after another, and remember what the site acknowledged.
import { randomUUID } from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import { newVisitor } from "./visitor.mjs";

const gemeenten = ["Zwolle", "Utrecht", "Aa en Hunze", "Amersfoort", "Almere", "Groningen"];
const inHalfAYear = new Date(Date.now() + 180 * 86_400_000).toISOString().slice(0, 10);

/** Starts a writer for each gemeente that has a manager; `stop` ends them and gives every mutation they sent. */
export async function startWriters(site) {
  const sent = [];
  let isOver = false;
  const visitors = [];
  for (const name of gemeenten) {
    const visitor = newVisitor(() => site.origin);
    const isThere = await visitor.signIn("adoptiemanager", name).then(
      () => true,
      () => false,
    );
    if (isThere) visitors.push(visitor);
  }
  const { body } = await newVisitor(() => site.origin).ask("/api/v1/voorzieningen?pageSize=100");
  const slugs = JSON.parse(body).voorzieningen.map(({ slug }) => slug);
  const write = async (visitor, path, formId, fill) => {
    if (isOver) return;
    const form = await visitor.findForm(path, ({ id }) => id === formId).catch(() => null);
    // Not for this solution, or the site is not there now.
    if (!form) return rest(50);
    const mutation = { marker: `fout-${randomUUID()}`, isAcknowledged: false };
    sent.push(mutation);
    const answer = await visitor.send(path, form, fill(mutation.marker)).catch(() => null);
    mutation.isAcknowledged = answer?.status === 303 && /melding=/.test(answer.headers.get("location") ?? "");
  };
  const loops = visitors.map(async (visitor, nth) => {
    for (let turn = nth * 7; !isOver; turn++) {
      const slug = slugs[turn % slugs.length];
      const record = `/nl/mijn/${slug}`;
      await write(visitor, `${record}/belangstelling`, "belangstelling", (contactName) => ({ contactName }));
      await write(visitor, `${record}/stap?naar=EXPLORING`, "stap", (leadName) => ({
        leadName,
        nextOn: inHalfAYear,
      }));
      await write(visitor, `${record}/planning`, "planning", (reason) => ({
        reason,
        contactName: "",
        leadName: "",
        nextOn: inHalfAYear,
      }));
    }
  });
  return {
    sent,
    stop: async () => {
      isOver = true;
      await Promise.all(loops);
      return sent;
    },
  };
}
