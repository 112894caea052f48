/**
 * Runs at most `limit` tasks at once; the others wait in the order in which they came, until their signal is aborted:
 * then they reject with its reason.
 */
export function limitConcurrency(limit: number): <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let running = 0;
  const waiting = new Set<() => void>();

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const begin = () => {
        waiting.delete(begin);
        signal.removeEventListener("abort", leave);
        resolve();
      };
      const leave = () => {
        waiting.delete(begin);
        reject(signal.reason as Error);
      };
      waiting.add(begin);
      signal.addEventListener("abort", leave);
    });
  }

  return async (task, signal) => {
    if (running >= limit) await turn(signal);
    else running += 1;
    try {
      return await task();
    } finally {
      // The place passes on to the next in line, or is given back.
      const [next] = waiting;
      if (next) next();
      else running -= 1;
    }
  };
}
