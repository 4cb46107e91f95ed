import { expect, test } from "vitest";
import { telAddress } from "./tel-address";

test.each([
  ["01 23 45 67 89", "tel:0123456789"],
  ["+33 (0)1 23-45.67/89", "tel:+33123456789"],
  ["+33 1 23 45 67 89", "tel:+33123456789"],
  ["(+33) (0)1 23 45", "tel:+3312345"],
  ["0033 (0)1 23 45", "tel:003312345"],
  ["Tél. +33 (0)1 23 45", "tel:+3312345"],
  ["+39 (0)6 1234", "tel:+39061234"],
  ["(020) 7946 0958", "tel:02079460958"],
  ["(0)1 23 45", "tel:012345"],
])("%s is dialled as %s", (written, dialled) => {
  expect(telAddress(written)).toBe(dialled);
});
