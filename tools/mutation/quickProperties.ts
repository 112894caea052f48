import fc from "fast-check";

/**
 * A mutant needs one counterexample and not the smallest one. One that survives would cost all runs of each property: in
 * so many ms there are enough of them, from one seed.
 */
const limitMs = 700;

// eslint-disable-next-line @typescript-eslint/no-deprecated -- the plugin in its place cannot be set for all properties
fc.configureGlobal({ seed: 1, endOnFailure: true, interruptAfterTimeLimit: limitMs });
