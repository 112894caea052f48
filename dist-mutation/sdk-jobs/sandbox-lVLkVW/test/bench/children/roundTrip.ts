/** The round trip to the emulator, measured in a process of its own. Argument: the listing as JSON. */
// @ts-nocheck

import { roundTrip } from "./ideal";
import type { Listing } from "./messages";

void roundTrip(JSON.parse(process.argv[2] ?? "") as Listing).then((measured) => process.send?.(measured));
