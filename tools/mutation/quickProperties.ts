import fc from "fast-check";

/** Of each property a twentieth of its runs, always the same: a mutant that survives costs all of them. */
process.env["PROPERTY_RUNS"] = "0.05";

// One counterexample kills a mutant. The smallest one is not needed.
fc.configureGlobal({ seed: 1, endOnFailure: true });
