import { expect, test } from "vitest";
import { z } from "zod";
import { settingsFields, settingsOf } from "./settings-schema";

test("titles and authorities have one line, without signs that turn the reading round", () => {
  const posted = z.object(settingsFields).parse({
    languages: ["fr"],
    "title.fr": " Se loger\r\nBcc: x\u202e ",
    "question.fr": "Une ligne,\nune autre.",
    "authorityName.fr": "La\nmairie",
    timeZone: "Europe/Paris",
    seats: "20",
    groupSize: "5",
    contactName: "Claire",
    contactPhone: "01",
    contactEmail: "claire@example.org",
  });
  const { title, question, authorityName } = settingsOf(posted);
  expect([title.fr, authorityName.fr]).toEqual(["Se loger Bcc: x", "La mairie"]);
  expect(question.fr).toBe("Une ligne,\nune autre.");
});
