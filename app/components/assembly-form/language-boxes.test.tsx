import { cleanup, render } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { afterEach, expect, it } from "vitest";
import type { Locale } from "~/app/domain/kernel/locale";
import { i18nOf } from "~/app/i18n/translate";
import { LanguageBoxes } from "./language-boxes";

afterEach(cleanup);

it("knows of a language that was taken away before the page had its scripts", () => {
  const told: (readonly Locale[])[] = [];
  const boxes = (
    <I18nextProvider i18n={i18nOf("fr")}>
      <LanguageBoxes languages={["fr", "en"]} onChange={(languages) => void told.push(languages)} />
    </I18nextProvider>
  );
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = renderToString(boxes);
  const english = container.querySelector<HTMLInputElement>("input[value='en']");
  english?.click();
  render(boxes, { container, hydrate: true });
  expect(english?.checked).toBe(false);
  expect(told).toEqual([["fr"]]);
});
