// What must hold of the answers during and after a fault.

/** Milliseconds within which everybody has an answer, and within which the site is well again. */
const longest = 10_000;

/**
 * Compares what visitors got with what was promised. `from` and `until` bound the fault. Returns the figures
 * for the table and a sentence per promise that was not kept.
 */
export function judgeAnswers(answers, { from, until, expectsRefusals = true }) {
  const pages = answers.filter(({ kind }) => kind === "page" || kind === "form");
  // Who waited when it began is a visitor of the fault as well.
  const during = answers.filter(({ at, milliseconds }) => at + milliseconds >= from && at < until);
  const refused = during.filter(({ status }) => status === 503);
  const slowest = Math.max(...answers.map(({ milliseconds }) => milliseconds));
  const recovery = recoveryOf(answers, until);
  const faults = [
    slowest > longest && `het langzaamste antwoord kwam na ${seconds(slowest)}`,
    ...new Set(answers.flatMap(describeBreak)),
    answers.some(({ status }) => status >= 500 && status !== 503) &&
      "er was een antwoord 5xx dat geen 503 is",
    expectsRefusals && !refused.some(({ kind }) => kind === "page") && "geen pagina kreeg 503",
    pages.some((answer) => answer.status === 503 && !(answer.isDutch && answer.retryAfter)) &&
      "een 503 was geen Nederlandse pagina met Retry-After",
    answers.some(({ kind, status, isProblem }) => kind === "api" && status === 503 && !isProblem) &&
      "een 503 van de API was geen problem+json",
    answers.some(({ kind, status }) => kind === "health" && status !== 200) && "/healthz was niet 200",
    !(recovery <= longest) && `pas na ${seconds(recovery)} weer gezond`,
  ];
  return {
    figures: {
      antwoorden: during.length,
      200: during.filter(({ status }) => status === 200 || status === 303).length,
      503: refused.length,
      langzaamst: seconds(slowest),
      herstel: seconds(recovery),
    },
    faults: faults.filter(Boolean),
  };
}

/** Which line broke and how, so that a fault that is seen once can be understood. */
function describeBreak({ name, status, trouble, milliseconds }) {
  return status === 0 ? [`een verbinding brak af: ${name}, ${trouble} na ${seconds(milliseconds)}`] : [];
}

/** Milliseconds from the end of the fault to the first answer after which every answer was good. */
function recoveryOf(answers, until) {
  const late = answers.filter(({ at, status }) => at >= until && status >= 500);
  const good = answers.filter(({ at, status }) => at >= until && (status === 200 || status === 303));
  if (good.length === 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, ...late.map(({ at, milliseconds }) => at + milliseconds - until));
}

export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
