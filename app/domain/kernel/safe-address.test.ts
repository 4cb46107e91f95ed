import { expect, test } from "vitest";
import { isSafeAddress } from "./safe-address";

test.each([
  "https://example.org",
  "http://example.org/a?b=c#d",
  "HTTPS://example.org:8443/é/@marie",
  "https://example.org?x=a@b",
  "mailto:odette@example.org",
  "mailto:odette@example.org?subject=x",
])("a link may lead to %s", (href) => {
  expect(isSafeAddress(href)).toBe(true);
});

test.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "//example.org",
  "https://",
  "https:///x",
  "https://bank.example@evil.example/",
  "https://user:pw@example.org/",
  "https://exam\u202eple.org/",
  "https://example.org/\u2066x",
  "https://a b.example",
  "mailto:odette",
  "example.org",
  "",
])("a link may not lead to %j", (href) => {
  expect(isSafeAddress(href)).toBe(false);
});
