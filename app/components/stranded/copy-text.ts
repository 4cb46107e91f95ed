/**
 * Puts a text on the clipboard. Without https the browser's own way is closed: there the text of the box is selected and copied as by hand.
 * False: it is selected, and must be copied by hand.
 */
export async function copyText(text: string, box: HTMLTextAreaElement | null): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    box?.focus();
    box?.select();
    return document.execCommand("copy");
  }
}
