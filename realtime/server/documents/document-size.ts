import { AbstractType, type Doc, type Item } from "yjs";
import { workLimits } from "../../protocol/document-messages";

type List = AbstractType<unknown>;

/** How many items a list, an attribute and a whole document hold; counted along, and anew only near a limit (Yjs joins items again). */
export class DocumentSize {
  readonly #lists = new WeakMap<List, number>();
  #items: number;
  /** Of the update that is being looked at: the cuts that its deletions will make. */
  #cuts = 0;
  #cutLists = new Map<List, number>();

  constructor(private readonly doc: Doc) {
    this.#items = itemsOf(doc);
  }

  /** Another update begins. */
  begin(): void {
    this.#cuts = 0;
    this.#cutLists.clear();
  }

  /** Whether there is room for one more item where this one goes; if so it is counted. */
  takes({ parent, parentSub }: Item): boolean {
    const list = parent instanceof AbstractType ? parent : null;
    if (list && parentSub !== null) return lengthOf(list._map.get(parentSub) ?? null, "left") < workLimits.listItems;
    return (!list || this.#grows(list)) && this.#documentGrows();
  }

  /** Whether an item may become two once the update's deletions are made. */
  takesCut({ parent }: Item): boolean {
    const list = parent instanceof AbstractType ? parent : null;
    this.#cuts += 1;
    if (list) this.#cutLists.set(list, (this.#cutLists.get(list) ?? 0) + 1);
    return (!list || this.#grows(list)) && this.#documentGrows();
  }

  #grows(list: List): boolean {
    const counted = (this.#lists.get(list) ?? workLimits.listItems) + 1;
    const length =
      counted <= workLimits.listItems ? counted : lengthOf(list._start, "right") + (this.#cutLists.get(list) ?? 0) + 1;
    this.#lists.set(list, length);
    return length <= workLimits.listItems;
  }

  #documentGrows(): boolean {
    this.#items += 1;
    if (this.#items > workLimits.documentItems) this.#items = itemsOf(this.doc) + this.#cuts + 1;
    return this.#items <= workLimits.documentItems;
  }
}

function itemsOf({ store }: Doc): number {
  let items = 0;
  for (const structs of store.clients.values()) items += structs.length;
  return items;
}

/** Goes no further than the limit. */
function lengthOf(from: Item | null, towards: "left" | "right"): number {
  let length = 0;
  for (let item = from; item !== null && length < workLimits.listItems; item = item[towards]) length += 1;
  return length;
}
