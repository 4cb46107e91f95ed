/** The item at a place of a list. Throws where the list ends before it: a place that was counted is a place that there is. */
export function itemAt<Item>(list: readonly Item[], at: number): Item {
  const item = list[at];
  if (item === undefined) throw new RangeError(`nothing at ${at} of ${list.length}`);
  return item;
}
