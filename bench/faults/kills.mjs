// The process of the site is killed again and again while people write; afterwards everything must add up.
import { setTimeout as rest } from "node:timers/promises";
import { findDamage } from "./damage.mjs";
import { startWriters } from "./writers.mjs";

const countAcknowledged = (sent) => sent.filter(({ isAcknowledged }) => isAcknowledged).length;

/** Kills `site` so many times, and returns what the table says of it. `site` can start again. */
export async function runKills(site, { times, ownerUrl }) {
  const startedAt = performance.now();
  const writers = await startWriters(site);
  for (let nth = 0; nth < times; nth++) {
    // Not before something is acknowledged since the last time; then at any moment.
    const before = countAcknowledged(writers.sent);
    for (let waited = 0; countAcknowledged(writers.sent) < before + 3 && waited < 600; waited++)
      await rest(50);
    await rest(Math.random() * 700);
    await site.kill();
    await site.start();
  }
  await rest(1_000);
  const sent = await writers.stop();
  const acknowledged = sent.filter(({ isAcknowledged }) => isAcknowledged).map(({ marker }) => marker);
  const { figures, faults } = await findDamage(ownerUrl, acknowledged);
  if (acknowledged.length < times) faults.push(`maar ${acknowledged.length} wijzigingen werden bevestigd`);
  return {
    name: `proces ${times} keer gedood (kill -9)`,
    seconds: Math.round((performance.now() - startedAt) / 1000),
    figures: { verstuurd: sent.length, bevestigd: acknowledged.length, ...figures },
    faults,
  };
}
