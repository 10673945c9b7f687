// Load on a server, and what it makes of it.
import autocannon from "autocannon";
import { Refusal } from "../scripts/steps/report.mjs";

/** A round of load. Every answer must be whole and good; returns latencies in ms, seconds and CPU in µs. */
export async function runRound(server, { path, headers }, { connections, seconds }) {
  const latencies = [];
  const cpuBefore = await server.readCpu();
  const result = await new Promise((resolve, reject) => {
    const options = { url: server.origin + path, headers, connections, duration: seconds, sampleInt: 100 };
    const run = autocannon(options, (error, value) => (error ? reject(error) : resolve(value)));
    // autocannon's own percentiles are whole milliseconds, more than a plain server needs.
    run.on("response", (_client, _status, _bytes, milliseconds) => latencies.push(milliseconds));
  });
  const cpu = (await server.readCpu()) - cpuBefore;
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0 || latencies.length === 0)
    throw new Refusal(`${path}: ${failed} van ${latencies.length} antwoorden mislukten onder belasting.`);
  return { latencies, seconds: result.duration, cpu };
}

/**
 * Measures site and plain server in turns, so that the noise of a shared machine hits both; rounds
 * of about two seconds that together last `seconds` for each.
 */
export async function compare(site, plain, page, { connections, seconds }) {
  const rounds = Math.max(2, Math.round(seconds / 2));
  const options = { connections, seconds: seconds / rounds };
  const ofSite = [];
  const ofPlain = [];
  for (let round = 0; round < rounds; round++) {
    ofSite.push(await runRound(site, page, options));
    ofPlain.push(await runRound(plain, page, options));
  }
  return { connections, site: summarise(ofSite), plain: summarise(ofPlain) };
}

/** Requests per second, median and 99th percentile in ms, processor time per request in ms. */
export function summarise(rounds) {
  const latencies = rounds.flatMap((round) => round.latencies).sort((a, b) => a - b);
  const seconds = rounds.reduce((sum, round) => sum + round.seconds, 0);
  const cpu = rounds.reduce((sum, round) => sum + round.cpu, 0);
  return {
    requests: latencies.length,
    perSecond: latencies.length / seconds,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    cpu: cpu / 1000 / latencies.length,
  };
}

/** The smallest of the sorted values that at least `percent` of them do not exceed. */
export function percentile(sorted, percent) {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
