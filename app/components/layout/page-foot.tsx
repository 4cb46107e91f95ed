import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";

/** Language and appearance, under every page. */
export function PageFoot({ className = "", children }: { readonly className?: string; readonly children?: ReactNode }) {
  return (
    <footer
      className={`mx-auto grid w-full max-w-6xl gap-4 border-t border-line px-4 pt-4 pb-8 text-s print:hidden ${className}`.trim()}
    >
      {children}
      <div className="row justify-between">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </footer>
  );
}
