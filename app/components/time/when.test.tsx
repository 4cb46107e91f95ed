import { cleanup } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import type { Locale } from "~/app/domain/kernel/locale";
import { showPage } from "../testing/show-page";
import { When, type WhenProps } from "./when";

afterEach(cleanup);

const at = Date.parse("2026-03-14T23:30:00Z");

function said(props: Partial<WhenProps>, locale: Locale = "fr"): string {
  showPage(<When at={at} timeZone="Europe/Paris" {...props} />, { locale });
  const text = document.querySelector("time")?.textContent ?? "";
  cleanup();
  return text;
}

it("says a moment in the language of the page", () => {
  expect(said({ as: "date" })).toMatch(/15 mars 2026/);
  expect(said({ as: "date" }, "en")).toMatch(/15 March 2026|March 15, 2026/);
});

it("says the hour where the assembly is, not where the device is", () => {
  expect(said({ as: "date", timeZone: "America/Montreal" })).toMatch(/14 mars 2026/);
  expect(said({ as: "time" })).toMatch(/0\s?[:h]\s?30/);
  expect(said({ as: "time", timeZone: "America/Montreal" })).toMatch(/19\s?[:h]\s?30/);
});

it("gives machines the instant, however it was given", () => {
  for (const given of [at, new Date(at), "2026-03-15T00:30:00+01:00"]) {
    showPage(<When at={given} timeZone="Pacific/Auckland" />);
    expect(document.querySelector("time")?.dateTime).toBe("2026-03-14T23:30:00.000Z");
    cleanup();
  }
});
