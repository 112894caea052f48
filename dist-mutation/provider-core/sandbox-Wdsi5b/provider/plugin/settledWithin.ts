/** Waits until all have settled, or for so many milliseconds. */
// @ts-nocheck

export async function settledWithin(promises: Iterable<Promise<unknown>>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const time = new Promise((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([Promise.allSettled(promises), time]);
  clearTimeout(timer);
}
