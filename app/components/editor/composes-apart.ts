import { Extension } from "@tiptap/core";
import { Plugin, type PluginView } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { HeldText } from "~/realtime/browser/documents/held-text";

/** ProseMirror reads what was composed 20 ms after its end. */
const READ_MS = 30;
/** Who has stopped in the middle of a word (a phone composes every word) sees again what the others write. */
const PATIENCE_MS = 5_000;

/** While an input method composes (a word on a phone, an accent, a character), what others write waits. */
export function composesApart(held: HeldText): Extension {
  return Extension.create({
    name: "composesApart",
    addProseMirrorPlugins: () => [new Plugin({ view: (view) => new Composing(view, held) })],
  });
}

class Composing implements PluginView {
  #release: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly view: EditorView,
    private readonly held: HeldText,
  ) {
    const { dom } = view;
    dom.addEventListener("compositionstart", this.#goOn);
    dom.addEventListener("compositionupdate", this.#goOn);
    dom.addEventListener("compositionend", this.#end);
  }

  destroy(): void {
    const { dom } = this.view;
    dom.removeEventListener("compositionstart", this.#goOn);
    dom.removeEventListener("compositionupdate", this.#goOn);
    dom.removeEventListener("compositionend", this.#end);
    this.#show();
  }

  readonly #goOn = (): void => {
    this.#release ??= this.held.hold();
    this.#after(PATIENCE_MS, this.#breakOff);
  };

  readonly #end = (): void => this.#after(READ_MS, this.#show);

  /** An input method that loses the focus leaves its word as it stands. */
  readonly #breakOff = (): void => {
    this.#end();
    this.view.dom.blur();
    this.view.focus();
  };

  readonly #show = (): void => {
    clearTimeout(this.#timer);
    this.#release?.();
    this.#release = null;
  };

  #after(ms: number, then: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, ms);
  }
}
