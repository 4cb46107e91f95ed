/**
 * Puts a text on the clipboard. Without https the browser's own way is closed: there the words of the box are selected and copied as by hand.
 * False: they are selected, and must be copied by hand.
 */
export async function copyText(text: string, box: HTMLElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box?.focus();
    if (box) window.getSelection()?.selectAllChildren(box);
    return document.execCommand("copy");
  }
}
