import type { ForecastOfPage } from "./draw-forecast";

/** Whether one seat more room on a value's quota would help whoever has the least chance. */
export function isTight(forecast: ForecastOfPage, at: { readonly feature: string; readonly value: string }): boolean {
  if (forecast.state !== "possible") return false;
  return forecast.prices.some(({ feature, value }) => feature === at.feature && value === at.value);
}
