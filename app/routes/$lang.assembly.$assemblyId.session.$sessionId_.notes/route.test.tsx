import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import type { ComponentProps } from "react";
import { afterEach, expect, it } from "vitest";
import { showPage } from "~/app/components/testing/show-page";
import { knownId } from "~/app/domain/kernel/ids";
import type { Locale } from "~/app/domain/kernel/locale";
import { ItemNotes } from "./item-notes";

afterEach(cleanup);

type Item = ComponentProps<typeof ItemNotes>["item"];
type Table = Item["tables"][number];

const words = (text: string) => ({
  type: "doc",
  content: [{ type: "paragraph", content: text === "" ? [] : [{ type: "text", text }] }],
});
const table = (number: number, text: string, changes: Partial<Table> = {}): Table => ({
  ...{ documentId: knownId(String(number % 10).repeat(22)), number, own: false, text: words(text), ideas: [] },
  ...{ takenOut: [], writable: false },
  ...changes,
});

function show(
  tables: readonly Table[],
  { locale = "fr", title = { fr: "Débattre" } }: { locale?: Locale; title?: Item["title"] } = {},
) {
  const posts: Record<string, string>[] = [];
  const answer = (values: Record<string, string>) => {
    posts.push(values);
    return null;
  };
  showPage(<ItemNotes item={{ itemId: knownId("i".repeat(22)), title, tables: [...tables] }} />, { locale, answer });
  return posts;
}

const tables = () => screen.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent?.trim());

it("shows one's own table first, then the others by number, and says in one sentence which noted nothing", () => {
  show([table(1, "Un"), table(2, ""), table(3, "Trois", { own: true }), table(4, "")]);
  expect(tables()).toEqual(["Table 3 Votre table", "Table 1"]);
  expect(screen.getByText("Les tables 2 et 4 n’ont rien noté.")).toBeTruthy();
  cleanup();
  show([table(1, "Un"), table(2, "")], { locale: "en" });
  expect(screen.getByText("Table 2 noted nothing.")).toBeTruthy();
});

it("leads to each table where there are more than four, by its number", () => {
  show([1, 2, 3, 4].map((number) => table(number, "mots")));
  expect(screen.queryByRole("navigation")).toBeNull();
  cleanup();
  show([1, 2, 3, 4, 5].map((number) => table(number, "mots")));
  const ways = within(screen.getByRole("navigation", { name: "Aller à la table" })).getAllByRole("link");
  expect(ways.map(({ textContent }) => textContent)).toEqual([
    "Table 11",
    "Table 22",
    "Table 33",
    "Table 44",
    "Table 55",
  ]);
  const last = document.getElementById(ways[4]?.getAttribute("href")?.slice(1) ?? "");
  expect(last?.getAttribute("aria-labelledby")).toBe(screen.getByRole("heading", { name: /^Table 5/ }).id);
});

it("names an item that was formed outside the agenda so", () => {
  show([table(1, "Un")], { title: null });
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("Hors de l’ordre du jour");
});

it("counts a table that only kept ideas as one that wrote, its ideas in their own language", () => {
  const ideas = [{ ideaId: knownId<"idea">("a".repeat(22)), text: "More trains", language: "en" as const }];
  show([table(1, "", { ideas })]);
  expect(screen.getByText("Une idée gardée")).toBeTruthy();
  expect(screen.getByText("More trains").lang).toBe("en");
});

it("says of notes that were all taken out that they were, the last part first, and puts one back by one click", async () => {
  const part = (removalId: number, ...lines: readonly string[]) => ({
    removalId,
    name: "",
    atMs: 0,
    lines: [...lines],
  });
  const takenOut = [part(1, "Première"), part(2, "Deuxième", "Troisième")];
  const posts = show([table(1, "", { takenOut, writable: true })]);
  expect(screen.getByText("Tout ce que cette table avait noté a été retiré.")).toBeTruthy();
  expect([...document.querySelectorAll("blockquote")].map(({ textContent }) => textContent)).toEqual([
    "Deuxième\nTroisième",
    "Première",
  ]);
  expect(screen.getByText(/^Quelqu’un a retiré 2 lignes/)).toBeTruthy();
  const [first] = screen.getAllByRole("button", { hidden: true });
  fireEvent.click(first ?? document.body);
  await waitFor(() => expect(posts).toMatchObject([{ removalId: "2", documentId: "1".repeat(22) }]));
  cleanup();
  show([table(1, "Un", { takenOut })]);
  expect(screen.queryByRole("button", { hidden: true })).toBeNull();
});
