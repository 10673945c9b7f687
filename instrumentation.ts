import type { Job } from "@/lib/core/jobs";

/** Next calls this once per server, before the first request: starts what runs in the background. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs" && process.env.NEXT_PHASE !== "phase-production-build") {
    const [{ env }, { startJobs }] = await Promise.all([import("@/lib/core/env"), import("@/lib/core/jobs")]);
    await hearOfKeptQuestions();
    if (env().PLUS1_JOBS !== "0") startJobs(await listJobs());
  }
}

/** A page that is kept is sent without the application: who sends it tells which questions it answered. */
async function hearOfKeptQuestions(): Promise<void> {
  const { countAgain } = await import("@/lib/search/log/mutations");
  Object.assign(globalThis, { pluseenCountQuestions: countAgain });
}

/** Everything this site does by itself. A further job is one more line here. */
async function listJobs(): Promise<Job[]> {
  const [
    { hasMailServer },
    { deliverMails, forgetMails },
    { forgetSignIns },
    { tidyUp },
    { sendDigests },
    { carryOutDue },
    { sweepFiles },
  ] = await Promise.all([
    import("@/lib/core/mail"),
    import("@/lib/notifications/mutations"),
    import("@/lib/accounts/sign-in/mutations"),
    import("@/lib/privacy/retention/mutations"),
    import("@/lib/follows/digest/mutations"),
    import("@/lib/herindelingen/mutations"),
    import("@/lib/adoptions/documents/mutations"),
  ]);
  return [
    // Without a mail server the words wait in the outbox, where the demonstration shows them.
    ...(hasMailServer() ? [{ name: "mail", every: 1, work: deliverMails }] : []),
    { name: "forget-mail", schedule: "7 * * * *", work: () => forgetMails() },
    { name: "forget-sign-ins", schedule: "37 * * * *", work: () => forgetSignIns() },
    { name: "sweep-files", schedule: "47 * * * *", work: async () => void (await sweepFiles()) },
    { name: "digest-now", schedule: "*/5 * * * *", work: () => sendDigests("IMMEDIATELY") },
    { name: "digest-daily", schedule: "0 7 * * *", work: () => sendDigests("DAILY") },
    { name: "digest-weekly", schedule: "0 7 * * 1", work: () => sendDigests("WEEKLY") },
    { name: "herindelingen", schedule: "11 * * * *", work: () => carryOutDue() },
    { name: "retention", schedule: "23 3 * * *", work: async () => void (await tidyUp()) },
  ];
}
