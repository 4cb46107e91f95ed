import { X } from "lucide-react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from "react";
import { useT } from "~/app/i18n/use-t";

export type StatusTone = "info" | "done" | "danger";
interface Message {
  readonly id: number;
  readonly text: string;
  readonly tone: StatusTone;
}
type Say = (text: string, options?: { readonly tone?: StatusTone }) => void;

const SHOWN_MS = 8_000;
const SayContext = createContext<Say>(() => {});

/** Says something in passing: shown at the foot of the page and read out, then gone. What must stay is a Notice. */
export function useSay(): Say {
  return useContext(SayContext);
}

export function StatusProvider({ children }: { readonly children: ReactNode }) {
  const t = useT("frame");
  const [message, setMessage] = useState<Message>();
  const say = useCallback<Say>((text, { tone = "info" } = {}) => {
    setMessage((before) => ({ id: (before?.id ?? 0) + 1, text, tone }));
  }, []);
  useEffect(() => {
    if (!message || message.tone === "danger") return;
    const timer = setTimeout(() => setMessage(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [message]);
  return (
    <SayContext.Provider value={say}>
      {children}
      <div
        className="pointer-events-none fixed inset-x-0 bottom-4 z-45 grid justify-items-center px-4 in-[body:has(.hall)]:top-19 in-[body:has(.hall)]:bottom-auto print:hidden"
        role="status"
        aria-live="polite"
      >
        {message && (
          <div
            key={message.id}
            className={`pointer-events-auto flex max-w-160 items-center gap-3 rounded-m bg-ink py-[0.4rem] ps-[1.2rem] pe-2 text-paper shadow-float ${message.tone === "danger" ? "border-s-6 border-glow" : ""}`}
          >
            <span>{message.text}</span>
            <button
              type="button"
              className="btn icon quiet text-inherit hover:bg-transparent focus-visible:outline-paper"
              aria-label={t("close")}
              onClick={() => setMessage(undefined)}
            >
              <X aria-hidden="true" />
            </button>
          </div>
        )}
      </div>
    </SayContext.Provider>
  );
}
