import type { APIResponse, Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { type Demonstration, newCommandId, test } from "../fixtures/demonstration";
import { type AppRoute, addressOf, listRoutes } from "../fixtures/list-routes";
import { cookieOf, documentCloseCode, LiveWire, listLiveCommands, upgradeStatus } from "../fixtures/live-wire";
import { bringOutsiders } from "../fixtures/outsiders";
import { type PageForm, readForms } from "../fixtures/read-forms";
import { explore, type Visited } from "../fixtures/walk-links";

/** Pages that anybody may open. All others ask a visitor to sign in. */
const openToAll = [
  /^\/$/,
  /^\/:lang$/,
  /^\/:lang\/(sign-in|card|link|setup|team-link|invitation|site)(\/|$)/,
  /^\/:lang\/(sign-out|outbox)$/,
];
/** Pages of an assembly that its members open. All others are the team's. */
const membersPages =
  /^\/:lang\/assembly\/:assemblyId(\/(home|calendar|calendar\.ics|learn|learn\/:materialId|tasks\/:taskId|questions|device-check|sessions|hall\/:sessionId|session\/:sessionId\/(video|notes)|recommendations|recommendation\/:recommendationId|recommendation\/:recommendationId\/.+|booklet|votes|vote\/:voteId))?$/;

const title = "Convention étudiante";
const idLike = "AAAAAAAAAAAAAAAAAAAAAA";
const isOpenToAll = ({ pattern }: Pick<AppRoute, "pattern">): boolean => openToAll.some((open) => open.test(pattern));
const isOfAssembly = ({ pattern }: Pick<AppRoute, "pattern">): boolean => pattern.includes("/:assemblyId");

/** What a person would have to fill in before the form could be carried out at all. */
const typed: Readonly<Record<string, object>> = {
  invite: { name: "Quelqu’un", role: "expert" },
  "move-member": { "participationId+fromGroupId": `${idLike}+${idLike}`, toGroupId: "BBBBBBBBBBBBBBBBBBBBBB" },
};

/** A stack trace or a path of our source in an answer. */
const trace = /\n\s+at .+:\d+:\d+|node_modules|file:\/\/\/|\.tsx?:\d+/;

const routes = listRoutes();

/** Every address; ids that the demonstration has none of are made up. */
function everyAddress(parts: Readonly<Record<string, string>>): { route: AppRoute; path: string }[] {
  const names = new Set(routes.flatMap(({ pattern }) => [...pattern.matchAll(/:(\w+)/g)].map(([, name = ""]) => name)));
  const filled = { ...Object.fromEntries([...names].map((name) => [name, idLike])), ...parts };
  return routes.map((route) => ({ route, path: addressOf(route.pattern, filled) ?? "" }));
}

/** The same page as Remix fetches it while going from page to page, with the loader of this page alone. */
const dataOf = (path: string, { id }: AppRoute): string => `${path === "/" ? "/_root" : path}.data?_routes=${id}`;

async function faultsOf(answer: APIResponse): Promise<string[]> {
  const body = await answer.text();
  return [
    ...(answer.status() >= 500 ? [`answers ${answer.status()}`] : []),
    ...(trace.test(body) ? ["shows a stack trace"] : []),
  ];
}

async function organisersForms(demonstration: Demonstration, page: Page, visited: readonly Visited[]) {
  const found = new Map<string, PageForm>();
  for (const { path, status } of visited) {
    if (status !== 200 || path.endsWith(".ics")) continue;
    const html = await (await demonstration.as.organiser.get(path)).text();
    for (const form of await readForms(page, html, path)) {
      if (!form.path.includes("/assembly/")) continue;
      found.set(`${routes.find(({ matcher }) => matcher.test(form.path))?.pattern} ${form.fields.intent}`, form);
    }
  }
  return [...found.values()];
}

test("a visitor is asked to sign in by every page that is not public, and is told nothing", async ({
  demonstration,
}) => {
  const { parts } = await explore(demonstration.as);
  const faults: string[] = [];
  for (const { route, path } of everyAddress(parts)) {
    const answer = await demonstration.as.visitor.get(path, { maxRedirects: 0 });
    faults.push(...(await faultsOf(answer)).map((fault) => `${path} ${fault}`));
    if (isOpenToAll(route)) continue;
    const ahead = answer.headers().location ?? "";
    if (answer.status() === 401 && !answer.headers()["content-type"]?.startsWith("text/html")) continue;
    if (answer.status() !== 302 || !ahead.startsWith("/fr/sign-in"))
      faults.push(`${path}: ${answer.status()} ${ahead}`);
    const data = await demonstration.as.visitor.get(dataOf(path, route), { maxRedirects: 0 });
    const body = await data.text();
    if (body.includes(title) || !/sign-in|^\[\{\}\]/.test(body))
      faults.push(`${path}.data: ${data.status()} ${body.slice(0, 120)}`);
  }
  expect(faults).toEqual([]);
});

test("to people of another assembly, and of none, no page of this assembly exists", async ({ demonstration, page }) => {
  const { parts } = await explore(demonstration.as);
  const outsiders = await bringOutsiders(demonstration, page);
  const faults: string[] = [];
  for (const [who, browser] of Object.entries(outsiders)) {
    for (const { route, path } of everyAddress(parts).filter(({ route }) => isOfAssembly(route))) {
      const answer = await browser.get(path, { maxRedirects: 0 });
      const body = await answer.text();
      if (answer.status() !== 404 || body.includes(title)) faults.push(`${who} ${path}: ${answer.status()}`);
      const data = await (await browser.get(dataOf(path, route), { maxRedirects: 0 })).text();
      // A file that is refused says so in words, to pages too.
      if (data.includes(title) || !/-unknown|^\[\{\}\]|Cette assemblée n’existe pas/.test(data))
        faults.push(`${who} ${path}.data: ${data.slice(0, 120)}`);
    }
  }
  expect(faults).toEqual([]);
});

/** The console of a session is the team's: whoever sits in the hall is sent there, and what they posted was refused. */
const isSentToHall = (answer: APIResponse): boolean =>
  answer.status() === 302 && (answer.headers().location ?? "").includes("/hall/");

test("a member is refused the organisers' pages by a page that says so", async ({ demonstration }) => {
  const { parts } = await explore(demonstration.as);
  const faults: string[] = [];
  const teams = everyAddress(parts).filter(({ route }) => isOfAssembly(route) && !membersPages.test(route.pattern));
  expect(teams.length).toBeGreaterThan(10);
  for (const { path } of teams) {
    const answer = await demonstration.as.member.get(path, { maxRedirects: 0 });
    if (isSentToHall(answer)) continue;
    const saysSo = path.endsWith("/export") || (await answer.text()).includes("<h1");
    if (answer.status() !== 403 || !saysSo) faults.push(`${path}: ${answer.status()}`);
  }
  expect(faults).toEqual([]);
});

test("what an organiser's forms ask for is refused to a visitor, to a member and to people of another assembly", async ({
  demonstration,
  page,
}) => {
  const { visited } = await explore(demonstration.as);
  const forms = await organisersForms(demonstration, page, visited);
  expect(forms.length).toBeGreaterThan(15);
  const outsiders = await bringOutsiders(demonstration, page);
  const { visitor, member } = demonstration.as;
  const faults: string[] = [];
  for (const [who, browser] of Object.entries({ visitor, ...outsiders, member })) {
    for (const { path, fields } of forms) {
      const pattern = routes.find(({ matcher }) => matcher.test(path.split("?")[0] ?? ""))?.pattern ?? "";
      if (who === "member" && membersPages.test(pattern)) continue;
      const form = { ...fields, ...typed[fields.intent ?? ""], commandId: newCommandId() };
      const answer = await browser.post(path, { form, maxRedirects: 0 });
      const toSignIn = answer.status() === 302 && (answer.headers().location ?? "").includes("/sign-in");
      const refused =
        [401, 403, 404].includes(answer.status()) ||
        (who === "visitor" && toSignIn) ||
        (who === "member" && isSentToHall(answer));
      if (!refused)
        faults.push(`${who} ${path} ${fields.intent}: ${answer.status()} ${answer.headers().location ?? ""}`);
      faults.push(...(await faultsOf(answer)).map((fault) => `${who} ${path} ${fields.intent} ${fault}`));
    }
  }
  expect(faults).toEqual([]);
});

test("a form that comes from another site is refused by every page", async ({ demonstration }) => {
  const { parts } = await explore(demonstration.as);
  const strange: Record<string, string>[] = [
    { Origin: "https://elsewhere.example" },
    { Origin: "null" },
    { Origin: "", "Sec-Fetch-Site": "cross-site" },
  ];
  const faults: string[] = [];
  for (const { path } of everyAddress(parts)) {
    for (const headers of strange) {
      const answer = await demonstration.as.organiser.post(path, {
        headers,
        form: { commandId: newCommandId() },
        maxRedirects: 0,
      });
      if (answer.status() !== 403) faults.push(`${path} ${JSON.stringify(headers)}: ${answer.status()}`);
    }
  }
  expect(faults).toEqual([]);
});

test("both sockets are closed to other sites and to visitors", async ({ demonstration: { url, as } }) => {
  const cookie = await cookieOf(as.member);
  for (const path of ["/live/?EIO=4&transport=websocket", `/documents/${idLike}`]) {
    expect(await upgradeStatus(url + path, { origin: "https://elsewhere.example", cookie }), path).toBe(403);
    expect(await upgradeStatus(url + path, { cookie }), `${path} without an Origin`).toBe(403);
    expect(await documentCloseCode(url + path, { origin: url, cookie: "" }), `${path} as a visitor`).toBe(4401);
    expect(await upgradeStatus(url + path, { origin: url, cookie }), `${path} as a member`).toBe(101);
  }
});

interface Hall {
  readonly sessionId: string;
  readonly currentItemId: string;
  readonly agenda: readonly { readonly itemId: string }[];
  readonly attendees: readonly { readonly participationId: string }[];
  readonly round: { readonly roundId: string; readonly groups: readonly { readonly groupId: string }[] };
}

async function hallOf({ url, as }: Demonstration, sessionId: string): Promise<{ hall: Hall; documentId: string }> {
  const wire = await LiveWire.open(url, as.organiser);
  const joined = await wire.join(`session:${sessionId}`);
  const { state } = joined.value as { state: Hall };
  const group = await wire.join(`group:${state.round.groups[0]?.groupId}`);
  wire.close();
  const { documentId } = (group.value as { state: { documentId: string } }).state;
  return { hall: state, documentId };
}

/** For each command an input that its schema takes and that names things of the demonstration's running session. */
function inputs({ sessionId, currentItemId, agenda, attendees, round }: Hall): Record<string, object> {
  const [first, second] = round.groups.map(({ groupId }) => groupId);
  const participationId = attendees[0]?.participationId;
  const inGroup = { sessionId, groupId: first };
  return {
    "start-session": { sessionId },
    "close-session": { sessionId },
    "step-agenda": {
      sessionId,
      fromItemId: currentItemId,
      toItemId: agenda.at(-1)?.itemId,
      callBackRoundId: round.roundId,
    },
    "extend-item": { sessionId, seenEndsAtMs: 0, minutes: 5 },
    "extend-group": { ...inGroup, seenMoreTime: null, minutes: 5 },
    "split-into-groups": { sessionId, present: null, groupSize: null },
    "call-back": { sessionId, roundId: round.roundId },
    "undo-call-back": { sessionId, roundId: round.roundId },
    "place-member": { ...inGroup, participationId },
    "move-member": { sessionId, participationId, fromGroupId: first, toGroupId: second },
    "assign-facilitator": { ...inGroup, participationId },
    "ask-turn": inGroup,
    "withdraw-turn": { sessionId, entryId: idLike },
    "give-turn": { ...inGroup, participationId },
    "end-turn": { sessionId, turnId: idLike },
    "keep-idea": { ...inGroup, text: "Une idée", language: "fr", authorIds: [participationId] },
    "drop-idea": { sessionId, ideaId: idLike },
    "call-help": inGroup,
    "answer-help": { sessionId, callId: idLike },
    "close-help": { sessionId, callId: idLike },
  };
}

/** What a member may ask for in the plenary or in their own group; the rest runs the session. */
const membersCommands = ["ask-turn", "withdraw-turn", "end-turn", "keep-idea", "drop-idea", "call-help", "close-help"];

test("every command of a live session is refused to people of another assembly, and its conduct to members", async ({
  demonstration,
  page,
}) => {
  const { parts } = await explore(demonstration.as);
  const home = await (await demonstration.as.member.get(`/fr/assembly/${parts.assemblyId}/home`)).text();
  const running = /\/hall\/([\w-]{22})/.exec(home)?.[1] ?? "";
  const { hall, documentId } = await hallOf(demonstration, running);
  const samples = inputs(hall);
  expect(Object.keys(samples).sort(), "a sample for each command").toEqual([...listLiveCommands()].sort());
  const { elsewhere, nowhere } = await bringOutsiders(demonstration, page);
  const faults: string[] = [];
  for (const [who, browser] of Object.entries({ elsewhere, nowhere, member: demonstration.as.member })) {
    const wire = await LiveWire.open(demonstration.url, browser);
    for (const [name, input] of Object.entries(samples)) {
      if (who === "member" && membersCommands.includes(name)) continue;
      const { ok, refusal } = await wire.command(name, input);
      const codes = who === "member" ? ["role-not-permitted", "not-your-group"] : ["session-unknown"];
      if (ok || !codes.includes(refusal?.code ?? "")) faults.push(`${who} ${name}: ${refusal?.code ?? "carried out"}`);
    }
    const streams =
      who === "member" ? [`cockpit:${hall.sessionId}`] : [`session:${hall.sessionId}`, `cockpit:${hall.sessionId}`];
    if (who !== "member") streams.push(...hall.round.groups.map(({ groupId }) => `group:${groupId}`));
    for (const stream of streams) {
      const { ok } = await wire.join(stream);
      if (ok) faults.push(`${who} joins ${stream}`);
    }
    wire.close();
    if (who === "member") continue;
    const knock = { origin: demonstration.url, cookie: await cookieOf(browser) };
    const closed = await documentCloseCode(`${demonstration.url}/documents/${documentId}`, knock);
    if (![4403, 4404].includes(closed)) faults.push(`${who} opens the shared notes: ${closed}`);
  }
  expect(faults).toEqual([]);
});
