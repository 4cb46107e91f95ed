import type { ReactNode } from "react";
import { LanguageSwitch } from "./language-switch";
import { ThemeSwitch } from "./theme-switch";

/** Language and appearance, under every page. */
export function PageFoot({ children }: { readonly children?: ReactNode }) {
  return (
    <footer className="page-foot">
      {children}
      <div className="row between">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </footer>
  );
}
