// @ts-nocheck
import type { Transport } from "../http/transport";

/** All requests that may be sent were sent. */
export class BudgetSpent extends Error {}

/** Counts what is sent, by all transports that share it, and sends no more than was said. */
export class Budget {
  sent = 0;

  constructor(readonly most: number) {}

  limit(transport: Transport): Transport {
    return async (request, limits) => {
      if (this.sent >= this.most) throw new BudgetSpent(`all of the ${this.most} requests are used up`);
      this.sent += 1;
      return transport(request, limits);
    };
  }
}
