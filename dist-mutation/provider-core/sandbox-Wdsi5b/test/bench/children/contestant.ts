// @ts-nocheck
import type { Listing } from "./messages";

/** Lists all jobs once and returns how many came. */
export type Contestant = (listing: Listing) => Promise<number>;
