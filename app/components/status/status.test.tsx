import { act, cleanup, fireEvent, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Locale } from "~/app/domain/kernel/locale";
import { showPage } from "../testing/show-page";
import { ConnectionNotice } from "./connection-notice";
import { StatusProvider, type StatusTone, useSay } from "./status";

afterEach(cleanup);

function Says({ text, tone }: { readonly text: string; readonly tone?: StatusTone }) {
  const say = useSay();
  return (
    <button type="button" onClick={() => say(text, tone && { tone })}>
      {text}
    </button>
  );
}

describe("what is said in passing", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function showSaying(tone?: StatusTone, locale: Locale = "fr"): void {
    showPage(
      <StatusProvider>
        <Says text="Idée gardée" {...(tone && { tone })} />
        <Says text="Idée retirée" {...(tone && { tone })} />
      </StatusProvider>,
      { locale },
    );
  }
  const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
  const heard = () => screen.getByRole("status").textContent;
  const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));

  it("is read out where it appears, and leaves after eight seconds", () => {
    showSaying("done");
    expect(heard()).toBe("");
    press("Idée gardée");
    expect(heard()).toBe("Idée gardée");
    pass(7_999);
    expect(heard()).toBe("Idée gardée");
    pass(1);
    expect(heard()).toBe("");
  });

  it("gives way to what is said next, which has its own eight seconds", () => {
    showSaying();
    press("Idée gardée");
    pass(5_000);
    press("Idée retirée");
    expect(heard()).toBe("Idée retirée");
    pass(5_000);
    expect(heard()).toBe("Idée retirée");
    pass(3_000);
    expect(heard()).toBe("");
  });

  it("stays until it is closed where something went wrong", () => {
    showSaying("danger", "en");
    press("Idée gardée");
    pass(60_000);
    expect(heard()).toBe("Idée gardée");
    press("Close");
    expect(heard()).toBe("");
  });
});

describe("the network", () => {
  const connected = (isOnline: boolean) => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(isOnline);
    act(() => void window.dispatchEvent(new Event(isOnline ? "online" : "offline")));
  };
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it("is spoken of when it is gone, and no more when it is back", () => {
    showPage(<ConnectionNotice />);
    const status = screen.getByRole("status");
    expect(status.textContent).toBe("");
    connected(false);
    expect(status.textContent).toMatch(/Connexion coupée\. Ce qui est enregistré le reste/);
    connected(true);
    expect(status.textContent).toBe("");
  });

  it("is spoken of in English on an English page", () => {
    showPage(<ConnectionNotice />, { locale: "en" });
    connected(false);
    expect(screen.getByRole("status").textContent).toMatch(/[Cc]onnection/);
  });
});
