// So many at a time: the load that every contestant gets alike.

/** Runs `one` for every item, never more than `concurrency` at once. */
export async function inFlight<Item>(
  concurrency: number,
  items: readonly Item[],
  one: (item: Item) => Promise<unknown>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const item = items[next] as Item;
      next += 1;
      await one(item);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
}
