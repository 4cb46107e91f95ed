import type { ReactNode } from "react";

/** The content of a page, where "skip to the content" leads. */
export function MainContent({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <main id="main" tabIndex={-1} className={className}>
      {children}
    </main>
  );
}
