import { expect, test } from "vitest";
import { queryNamesIn, queryNamesRead, shownForms } from "./shown-forms";

const page = `<form method="post" action="/fr/vote?x=1"><input type="hidden" name="commandId" value="a&amp;b"/>
<input type="checkbox" name="yes" value="on"/><input type="radio" name="to" value="2" checked=""/>
<select name="role"><option value="expert">Expert</option><option value="guest" selected="">Invitée</option></select>
<textarea name="text">L&#x27;idée</textarea><input type="file" name="file"/><button type="submit" name="intent" value="save">OK</button></form>
<form method="get"><input name="q" value=""/></form><a href="/fr/list?show=all&amp;page=2">Tout</a>`;

test("a form of a page is read as its first button would send it", () => {
  const [form, ...others] = shownForms(page, "/fr");
  expect(others).toEqual([]);
  expect(form?.path).toBe("/fr/vote");
  expect(form?.fields.filter(([name]) => name !== "file")).toEqual([
    ["commandId", "a&b"],
    ["to", "2"],
    ["role", "guest"],
    ["text", "L'idée"],
    ["intent", "save"],
  ]);
  expect(form?.fields.find(([name]) => name === "file")?.[1]).toMatchObject({ fileName: "volontaires.csv" });
});

test("the names that pages ask with are found in their links and their forms", () => {
  expect(queryNamesIn(page)).toEqual(["x", "show", "page", "q"]);
});

test("the names of queries are known that pages read and no address shows", () => {
  expect(queryNamesRead()).toEqual(expect.arrayContaining(["group", "next", "only", "pair", "q", "session", "table"]));
});
