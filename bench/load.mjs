// Load on a server, and what it makes of it.
import autocannon from "autocannon";
import { Refusal } from "../scripts/steps/report.mjs";

/**
 * A round of `amount` requests for a page, or for its `requests` one after another, all of them answered: cutting off what is under way would charge slow
 * pages for work that is not counted. Every answer must be good. Returns ms, seconds and CPU in µs.
 */
export async function runRound(server, { path, headers, requests = null }, { connections, amount }) {
  const latencies = [];
  const cpuBefore = await server.readCpu();
  const startedAt = performance.now();
  let endedAt = startedAt;
  const result = await new Promise((resolve, reject) => {
    const options = {
      url: server.origin + path,
      headers,
      ...(requests && { requests: requests.map((one) => ({ method: "GET", ...one })) }),
      connections,
      amount,
      sampleInt: 50,
      timeout: 60,
      bailout: 10,
    };
    const run = autocannon(options, (error, value) => (error ? reject(error) : resolve(value)));
    // autocannon's own percentiles are whole milliseconds, more than a plain server needs.
    run.on("response", (_client, _status, _bytes, milliseconds) => {
      latencies.push(milliseconds);
      endedAt = performance.now();
    });
  });
  const cpu = (await server.readCpu()) - cpuBefore;
  const good = latencies.length - result.non2xx;
  if (good !== amount || result.errors > 0)
    throw new Refusal(`${path}: maar ${good} van ${amount} antwoorden waren goed onder belasting.`);
  return { latencies, seconds: (endedAt - startedAt) / 1000, cpu };
}

/** How many requests take about `seconds`; trying it out warms the server up too. */
export async function findAmount(server, page, { connections, seconds }) {
  let amount = connections * 5;
  for (const trial of [seconds / 4, seconds]) {
    const round = await runRound(server, page, { connections, amount });
    amount = Math.max(connections * 5, Math.round((trial * amount) / round.seconds));
  }
  return amount;
}

/** Rounds of about two seconds on one server alone, that together last `seconds`. */
export async function measureAlone(server, page, { connections, seconds }) {
  const count = Math.max(2, Math.round(seconds / 2));
  const amount = await findAmount(server, page, { connections, seconds: seconds / count });
  const rounds = [];
  for (let round = 0; round < count; round++)
    rounds.push(await runRound(server, page, { connections, amount }));
  return summarise(rounds);
}

/**
 * Measures site and plain server in turns, so that the noise of a shared machine hits both; rounds
 * of about two seconds that together last `seconds` for each.
 */
export async function compare(site, plain, page, { connections, seconds }) {
  const count = Math.max(2, Math.round(seconds / 2));
  const target = { connections, seconds: seconds / count };
  const amounts = [await findAmount(site, page, target), await findAmount(plain, page, target)];
  const rounds = [[], []];
  for (let round = 0; round < count; round++) {
    for (const [index, server] of [site, plain].entries())
      rounds[index].push(await runRound(server, page, { connections, amount: amounts[index] }));
  }
  return { connections, site: summarise(rounds[0]), plain: summarise(rounds[1]) };
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
