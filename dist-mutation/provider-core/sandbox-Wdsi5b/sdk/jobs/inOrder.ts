/**
 * Runs `task` on the items, up to `limit` of them ahead, and yields the results in the order of the items. When one
 * fails, or nobody reads on, no more are started; what is under way is left to end by itself.
 */
// @ts-nocheck

export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  task: (item: Item) => Promise<Result>,
  limit: number,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.iterator]();
  const underWay: Promise<Result>[] = [];
  const startMore = () => {
    while (underWay.length < limit) {
      const next = iterator.next();
      if (next.done) return;
      const result = task(next.value);
      // A failure is told when its turn comes. Until then, or if it never comes, it is not "unhandled".
      result.catch(() => undefined);
      underWay.push(result);
    }
  };
  for (;;) {
    startMore();
    const next = underWay.shift();
    if (!next) return;
    yield await next;
  }
}
