import { CollaborationCaret } from "@tiptap/extension-collaboration-caret";
import type { Plugin } from "@tiptap/pm/state";
import { DecorationSet } from "@tiptap/pm/view";
import type { WebsocketProvider } from "y-websocket";

export interface CaretsProps {
  readonly provider: Pick<WebsocketProvider, "awareness">;
  /** How others see this person's caret. */
  readonly user: { readonly name: string; readonly color: string };
}

/**
 * The carets of others. y-tiptap 3.0.9 throws at a position that leads nowhere, before the text that others changed is shown; the next
 * letter typed then takes theirs out of everybody's text. The server lets no such position pass; where one comes all the same, carets are
 * not shown and the text is.
 */
export function othersCarets({ provider, user }: CaretsProps) {
  return CollaborationCaret.extend({
    addProseMirrorPlugins() {
      const plugins = this.parent?.() ?? [];
      for (const plugin of plugins) showNoneRatherThanThrow(plugin);
      return plugins;
    },
  }).configure({ provider, user, render });
}

/** The name is drawn, and no text of the page: an arrow key would lead the person's own caret into it. */
function render({ name, color }: Record<string, string | undefined>): HTMLElement {
  const caret = document.createElement("span");
  caret.classList.add("collaboration-carets__caret");
  caret.dataset.name = name ?? "";
  caret.style.setProperty("--caret", color ?? "transparent");
  return caret;
}

function showNoneRatherThanThrow(plugin: Plugin<DecorationSet>): void {
  const { state } = plugin.spec;
  if (!state) return;
  const { init, apply } = state;
  plugin.spec.state = {
    ...state,
    init: (...given) => orNone(() => init.apply(plugin, given)),
    apply: (...given) => orNone(() => apply.apply(plugin, given)),
  };
}

function orNone(carets: () => DecorationSet): DecorationSet {
  try {
    return carets();
  } catch {
    return DecorationSet.empty;
  }
}
