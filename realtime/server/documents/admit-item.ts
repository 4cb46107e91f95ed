import {
  type AbstractType,
  ContentAny,
  ContentDeleted,
  ContentFormat,
  ContentString,
  ContentType,
  type Doc,
  Item,
  XmlElement,
  XmlFragment,
  XmlText,
} from "yjs";
import {
  DEEPEST_BLOCK,
  mayHaveAttribute,
  mayHoldText,
  mayMark,
  mayStandIn,
  type TextShape,
} from "~/app/domain/drafting/text-shape";

type Parent = AbstractType<unknown>;

/**
 * Whether a new item may stand where it is put: a document whose every item was asked for can be shown by its editors, since an item
 * changes neither what it holds nor where it is. What is deleted already is nobody's concern. Looks at the item and its parents only.
 */
export function admitsItem(doc: Doc, shape: TextShape, item: Item): boolean {
  const { parent, left, right, content } = item;
  // Its parent is deleted for good: Yjs keeps nothing of it.
  if (!parent) return true;
  if (apart(left, right)) return false;
  if (content instanceof ContentDeleted) return true;
  if (parent instanceof XmlText) return item.parentSub === null && admitsInText(shape, item);
  if (parent instanceof XmlElement) {
    if (item.parentSub === null) return admitsInBlock(shape, parent, item);
    const may = mayHaveAttribute(shape, parent.nodeName, item.parentSub);
    return content instanceof ContentAny && content.arr.length === 1 && may(content.arr[0]);
  }
  if (!(parent instanceof XmlFragment) || parent._item !== null || item.parentSub !== null) return false;
  const root: unknown = parent;
  const isField = shape.fields.some((field) => doc.share.get(field) === root);
  const block = typeOf(item);
  return isField && block instanceof XmlElement && mayStandIn(shape, block.nodeName, null);
}

/** Neighbours in two different lists: no editor has seen them side by side. */
function apart(left: Item | null, right: Item | null): boolean {
  if (!(left instanceof Item) || !(right instanceof Item)) return false;
  return left.parent !== right.parent || left.parentSub !== right.parentSub;
}

function admitsInText(shape: TextShape, { content }: Item): boolean {
  if (content instanceof ContentString) return true;
  return content instanceof ContentFormat && mayMark(shape, content.key, content.value);
}

function admitsInBlock(shape: TextShape, parent: XmlElement, item: Item): boolean {
  const type = typeOf(item);
  if (type instanceof XmlText) return mayHoldText(shape, parent.nodeName);
  if (!(type instanceof XmlElement) || !mayStandIn(shape, type.nodeName, parent.nodeName)) return false;
  return mayHoldText(shape, parent.nodeName) || depthOf(parent) < DEEPEST_BLOCK;
}

function typeOf({ content }: Item): Parent | null {
  return content instanceof ContentType ? content.type : null;
}

/** 1 at the top of the text; no more than one beyond the deepest. */
function depthOf(element: XmlElement): number {
  let depth = 1;
  for (let at = element._item?.parent; at instanceof XmlElement && depth <= DEEPEST_BLOCK; at = at._item?.parent)
    depth++;
  return depth;
}
