import fc, { type GeneratorValue } from "fast-check";
import { type Body, breakages, type Field, multipart, strangeBodies, urlencoded } from "./bodies";
import { commandId, fromSchema } from "./from-schema";
import type { FuzzWorld } from "./fuzz-world";
import { hostileName, hostilePart, hostileText } from "./hostile";
import { candidatesIn, partsFor } from "./known-values";
import { type Home, homes } from "./ownership";
import type { Sender } from "./people";
import type { AppRoute } from "./remix-build";
import { type FormOrder, formOrders } from "./route-forms";
import type { Sending } from "./send";
import type { ShownForm } from "./shown-forms";

/** What requests are made of. */
export interface Making {
  readonly world: FuzzWorld;
  /** The forms that pages have shown, by route and assembly. */
  readonly shown: ReadonlyMap<string, readonly ShownForm[]>;
  /** Names that pages' addresses have in their queries. */
  readonly queryNames: readonly string[];
}

/** Whoever acts in an assembly may have seen its forms; the form behind a way in is its holder's alone. */
export const shownKey = ({ id, pattern }: AppRoute, home: Home, sender: Sender): string =>
  `${pattern.includes(":token") ? sender.name : home} ${id}`;

type Draw = GeneratorValue;

const aText = () => hostileText;
const aName = () => hostileName;
const aPart = () => hostilePart;
const aCommandId = () => commandId;

/** Each number up to `max` equally likely: left alone, fast-check prefers the ends. */
const aNumber = (max: number): fc.Arbitrary<number> => fc.noBias(fc.nat({ max }));
const chance = (g: Draw, inHundred: number): boolean => g(aNumber, 99) < inHundred;
const pick = <T>(g: Draw, from: readonly T[]): T => from[g(aNumber, from.length - 1)] as T;

/** The assembly a request is about: the sender's own in seven of ten, since the other half is drawn from both. */
function homeFor(g: Draw, { home }: Sender): Home {
  return home !== null && chance(g, 40) ? home : pick(g, homes);
}

export interface Asked {
  readonly sender: Sender;
  readonly route: AppRoute;
}

/** A page as it is meant to be asked for, of the sender's own assembly. */
export function plainReading(making: Making, { sender, route }: Asked): fc.Arbitrary<Sending> {
  const { world } = making;
  const home = sender.home ?? "first";
  return fc.gen().map((g) => ({
    method: "GET",
    path: pathOf(g, making, { route, home, sender, hostilePercent: 0 }),
    headers: ownHeaders(world, sender),
    body: null,
  }));
}

/** A page asked for: with parts that lead somewhere, or with one that does not; plainly, or as data. */
export function readingOf(making: Making, { sender, route }: Asked): fc.Arbitrary<Sending> {
  return fc.gen().map((g) => {
    const home = homeFor(g, sender);
    const path = pathOf(g, making, { route, home, sender, hostilePercent: 60 });
    const method = pick(g, ["GET", "GET", "GET", "GET", "GET", "HEAD", "OPTIONS", "GET"]);
    const asData = chance(g, 20);
    const address = asData ? `${path === "/" ? "/_root" : path}.data` : path;
    const query = chance(g, 45) ? queryOf(g, making, route) : "";
    return { method, path: `${address}${query}`, headers: headersOf(g, making, sender), body: null };
  });
}

/** A form sent to a route: as its page shows it, as its schema wants it, a little wrong, or hostile through and through. */
export function sendingOf(making: Making, { sender, route }: Asked): fc.Arbitrary<Sending> {
  const orders = formOrders(route);
  return fc.gen().map((g) => {
    const home = homeFor(g, sender);
    const forms = making.shown.get(shownKey(route, home, sender)) ?? [];
    const shown = forms.length > 0 && chance(g, 75) ? pick(g, forms) : null;
    const hostilePercent = shown || chance(g, 80) ? 3 : 50;
    const path = (chance(g, 95) ? shown?.path : null) ?? pathOf(g, making, { route, home, sender, hostilePercent });
    const fields = shown ? asShown(g, shown) : asSchema(g, making, { orders, home });
    const body = bodyOf(g, chance(g, 60) ? fields : spoiled(g, fields));
    const asData = chance(g, 15);
    const query = chance(g, 10) ? queryOf(g, making, route) : asData ? `?_routes=${encodeURIComponent(route.id)}` : "";
    const headers = { ...headersOf(g, making, sender), ...(body.type !== null && { "content-type": body.type }) };
    const method = chance(g, 96) ? "POST" : pick(g, ["PUT", "DELETE", "PATCH", "GET"]);
    return { method, path: `${path}${asData ? ".data" : ""}${query}`, headers, body: body.bytes, cut: chance(g, 2) };
  });
}

interface Place {
  readonly route: AppRoute;
  readonly home: Home;
  readonly sender: Sender;
  readonly hostilePercent: number;
}

function pathOf(g: Draw, { world }: Making, { route, home, sender, hostilePercent }: Place): string {
  const spoilt = chance(g, hostilePercent);
  let before = "";
  const parts = route.pattern
    .split("/")
    .slice(1)
    .map((part) => {
      const name = part === "*" ? "*" : part.startsWith(":") ? part.slice(1) : null;
      if (name === null) before = part;
      if (name === null) return part;
      if (spoilt && (name !== "lang" || chance(g, 20)) && chance(g, 70)) return g(aPart);
      if (name === "token") return tokenOf(g, world, { before, sender });
      const known = partsFor(world, name, home);
      if (!known) throw new Error(`${route.id}: nothing is known of ":${name}"; give it values in known-values.ts`);
      return known.length > 0 ? encodeURIComponent(pick(g, known)) : "AAAAAAAAAAAAAAAAAAAAAA";
    });
  return `/${parts.join("/")}`;
}

/** Only who was handed a way in knows what its link ends with. */
function tokenOf(g: Draw, { waysIn }: FuzzWorld, { before, sender }: { before: string; sender: Sender }): string {
  const known = sender.name === "holder" ? (waysIn[before] ?? []) : [];
  return known.length > 0 && chance(g, 80) ? pick(g, known) : "AAAAAAAAAAAAAAAAAAAAAA";
}

function queryOf(g: Draw, { queryNames }: Making, { id }: AppRoute): string {
  const names = [...queryNames, "index", "_routes", "_data", "next", "__proto__", ""];
  const pairs = Array.from({ length: 1 + g(aNumber, 2) }, () => {
    const value = chance(g, 15)
      ? encodeURIComponent(id)
      : chance(g, 50)
        ? encodeURIComponent(g(aText).replaceAll(/\p{Surrogate}/gu, ""))
        : g(aPart);
    return `${encodeURIComponent(pick(g, names))}=${value.slice(0, 3_000)}`;
  });
  return `?${pairs.join(chance(g, 90) ? "&" : "?")}`;
}

const strangeHosts = [
  "",
  "a b",
  "[::1",
  "127.0.0.1:99999",
  "elsewhere.example",
  "a@b",
  "<script>",
  "x".repeat(300),
  "127.0.0.1/..",
  "\xff",
];
const strangeCookies = [
  "hemicycle_device=",
  "=",
  ";;;",
  "hemicycle_device=%00",
  "a=b; ".repeat(200),
  "\xff=\xff",
  "__proto__=1",
];

const ownHeaders = (world: FuzzWorld, sender: Sender): Record<string, string> => {
  const cookie = world.cookieOf(sender);
  const origin = `http://127.0.0.1:${world.port}`;
  return { host: `127.0.0.1:${world.port}`, origin, ...(cookie !== undefined && { cookie }) };
};

function headersOf(g: Draw, { world }: Making, sender: Sender): Record<string, string | readonly string[]> {
  const own = world.cookieOf(sender);
  const odd = chance(g, 9);
  const cookie = odd && chance(g, 40) ? [own ?? "", pick(g, strangeCookies)].filter(Boolean).join("; ") : own;
  return {
    ...ownHeaders(world, sender),
    ...(odd && chance(g, 35) && { host: pick(g, strangeHosts) }),
    ...(cookie !== undefined && { cookie }),
    ...(odd &&
      chance(g, 30) && { "accept-language": pick(g, ["", "*", "de-DE,;q=x", "fr;q=9", "\xff", "en-".repeat(500)]) }),
    ...(odd && chance(g, 30) && { "user-agent": pick(g, ["", "Googlebot/2.1", "\xff".repeat(40), "x".repeat(4_000)]) }),
    ...(odd && chance(g, 20) && { "x-forwarded-host": "elsewhere.example", "x-forwarded-proto": "gopher" }),
    ...(odd && chance(g, 20) && { range: "bytes=9-1", "if-none-match": '"', "if-modified-since": "never" }),
  };
}

/** A form as its page shows it, with a new command and something typed where nothing stood. */
function asShown(g: Draw, { fields }: ShownForm): Field[] {
  return fields.map(([name, value]): Field => {
    if (name === "commandId") return [name, g(aCommandId)];
    return [name, value === "" ? pick(g, ["", "Une phrase", "2026-03-14", "12", "zoe@example.org", "fr"]) : value];
  });
}

function asSchema(g: Draw, { world }: Making, { orders, home }: { orders: readonly FormOrder[]; home: Home }): Field[] {
  if (orders.length === 0) return [["commandId", g(aCommandId)]];
  const order = pick(g, orders);
  const value = g(fromSchema, order.schema, candidatesIn(world, home)) as Record<string, unknown>;
  if (order.kind === "live")
    return [
      ["intent", order.name],
      ["commandId", g(aCommandId)],
      ["input", JSON.stringify(value)],
    ];
  return Object.entries(value).flatMap(([name, given]) => texts(given).map((text): Field => [name, text]));
}

const texts = (given: unknown): string[] =>
  given === undefined || given === null ? [] : Array.isArray(given) ? given.flatMap(texts) : [String(given)];

/** One to three fields made wrong: another value, left out, sent twice, under another name, as a file. */
function spoiled(g: Draw, fields: readonly Field[]): Field[] {
  let left = [...fields];
  for (let times = 1 + g(aNumber, 2); times > 0; times--) {
    const at = g(aNumber, Math.max(0, left.length - 1));
    const [name = "text", value = ""] = left[at] ?? [];
    const without = left.filter((_, place) => place !== at);
    const made: readonly (() => Field[])[] = [
      () => [...without, [name, g(aText)]],
      () => [...without, [name, g(aText)]],
      () => [...without, [name, g(aText)]],
      () => without,
      () => [...left, [name, g(aText)]],
      () => [...left, [g(aName), g(aText)]],
      () => [...without, [g(aName), value]],
      () => [...without, [name, { fileName: g(aText).slice(0, 40), bytes: Buffer.from("id;nom\n1;Zoé\n") }]],
      () => (chance(g, 20) ? [...left, ...Array.from({ length: 300 }, (_, n): Field => [`${name}.${n}`, "x"])] : left),
      () => (chance(g, 20) ? [...without, [name, "é".repeat(60_000)]] : left),
    ];
    left = pick(g, made)();
  }
  return left;
}

function bodyOf(g: Draw, fields: readonly Field[]): Body {
  const asked = g(aNumber, 99);
  if (asked < 65 && !fields.some(([, value]) => typeof value !== "string")) return urlencoded(fields);
  if (asked < 91) return multipart(fields);
  if (asked < 97) return (breakages[pick(g, Object.keys(breakages))] ?? ((whole) => whole))(multipart(fields));
  return pick(g, strangeBodies);
}
