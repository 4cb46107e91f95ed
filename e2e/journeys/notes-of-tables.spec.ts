import { type Browser, expect, type Page, test } from "@playwright/test";
import { LiveWire } from "../fixtures/live-wire";
import { type ServerUnderTest, startServer } from "../fixtures/server";
import { type SignedInHall, type SignedInPerson, signInPeople } from "../fixtures/signed-in-people";

interface Table {
  readonly server: ServerUnderTest;
  readonly people: SignedInHall;
  order(name: string, input?: object): Promise<void>;
  sitDown(person: SignedInPerson): Promise<Page>;
  stop(): Promise<void>;
}

/** The demonstration's session, with two of its members at one table and nobody at any other. */
async function tableOfTwo(browser: Browser): Promise<Table> {
  const server = await startServer({ args: ["--demo", "--at", "live"] });
  const people = signInPeople(server.dataDir, 2);
  const { assemblyId, sessionId } = people;
  const newContext = async (token: string) => {
    const context = await browser.newContext({ baseURL: server.url, locale: "fr-FR" });
    await context.addCookies([{ name: "hemicycle_device", value: token, url: server.url }]);
    return context;
  };
  const wire = await LiveWire.open(server.url, (await newContext(people.organiser.laptop)).request);
  const order = async (name: string, input: object = {}): Promise<void> => {
    const answer = await wire.command(name, { sessionId, ...input });
    expect(answer.ok, `${name}: ${answer.refusal?.code}`).toBe(true);
  };
  const session = await wire.join(`session:${sessionId}`);
  const { state } = session.value as { readonly state: { readonly round: { readonly roundId: string } } };
  await order("call-back", { roundId: state.round.roundId });
  await order("split-into-groups", {
    present: people.members.map(({ participationId }) => participationId),
    groupSize: 2,
  });
  return {
    server,
    people,
    order,
    async sitDown(person) {
      const page = await (await newContext(person.laptop)).newPage();
      await page.goto(`/fr/assembly/${assemblyId}/hall/${sessionId}`);
      await expect(page.getByText("Tout est enregistré")).toBeVisible();
      return page;
    },
    async stop() {
      wire.close();
      await server.stop();
    },
  };
}

const notesOf = (page: Page) => page.getByRole("textbox", { name: "Notes du groupe" });

async function write(page: Page, text: string): Promise<void> {
  await notesOf(page).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Enter");
  await page.keyboard.type(text);
  await expect(page.getByText("Tout est enregistré")).toBeVisible();
}

test("what one takes out of a table's notes the other sees and puts back; after the session both find the notes from their home", async ({
  browser,
}) => {
  const line = "Des fontaines au marché, et des bancs à l'ombre.";
  const table = await tableOfTwo(browser);
  const [anne, paul] = await Promise.all(table.people.members.map(table.sitDown));
  if (!anne || !paul) throw new Error("the table is not of two");
  await write(anne, line);
  await expect(notesOf(paul)).toContainText(line);
  await write(paul, "Encore une chose.");
  await paul.keyboard.press("ControlOrMeta+A");
  await paul.keyboard.press("Delete");

  const takenOut = anne.getByRole("region", { name: "Passages retirés des notes" });
  await expect(takenOut).toContainText(/ a retiré .+ à \d+\sh\s\d\d\./);
  await expect(takenOut).toContainText(line);
  await expect(notesOf(anne)).not.toContainText(line);
  await anne.reload();
  await takenOut.getByRole("button", { name: "Remettre dans les notes" }).click();
  for (const page of [anne, paul]) {
    await expect(notesOf(page)).toContainText(line);
    await expect(page.getByRole("button", { name: "Remettre dans les notes" })).toBeHidden();
  }

  await table.order("close-session");
  await anne.getByRole("link", { name: "Revenir à mon accueil" }).click();
  await anne.getByRole("link", { name: "Relire les notes de vos tables" }).click();
  await expect(anne.getByRole("heading", { level: 1, name: "Notes des tables" })).toBeVisible();
  const own = anne.getByRole("article", { name: "Table 1 Votre table" });
  await expect(own).toContainText(line);
  await table.stop();
});
