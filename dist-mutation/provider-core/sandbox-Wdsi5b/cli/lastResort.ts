/**
 * Imported first, for what goes wrong beyond every other care, a module that cannot be loaded included: one line, and
 * a status that is not Node.js's own, since 1 means to `gate` that a rule is violated.
 */
// @ts-nocheck

process.on("uncaughtException", ({ message }) => {
  const [line = ""] = message.split("\n");
  process.stderr.write(`dlf-jobs: unexpected: ${line}\n`, () => process.exit(2));
});

export {};
