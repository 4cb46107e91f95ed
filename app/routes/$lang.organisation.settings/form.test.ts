import { expect, test } from "vitest";
import { taken } from "~/server/testing/posted";
import { organisationForm, organisationTextsOf } from "./form";

const ID = "a".repeat(22);
const SEEN = "0".repeat(64);

test("the texts of an organisation leave out a language that was left empty", () => {
  const posted = { organisationId: ID, seen: SEEN, name: " Ville ", "privacy.fr": "Nous gardons…", "privacy.en": " " };
  const texts = organisationTextsOf(taken(organisationForm, posted));
  expect([texts.name, texts.privacy, texts.legalNotice]).toEqual(["Ville", { fr: "Nous gardons…" }, {}]);
});
