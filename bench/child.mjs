// The side of a measured process that talks with the bench.

/** Says that the server listens; afterwards tells its processor time, or takes an order, when asked. */
export function answerParent(obey = () => {}) {
  process.on("message", (message) => {
    if (message.kind === "order") obey(message);
    const { user, system } = process.cpuUsage();
    process.send({ cpuMicroseconds: user + system });
  });
  // Whoever measures is gone: so is the reason to be here.
  process.on("disconnect", () => process.exit());
  process.send({ ready: true });
}
