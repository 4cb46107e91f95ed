import { listGroupIdeas } from "~/db/repositories/idea";
import { createHttp } from "~/server/http/create-http";
import { type Jobs, startJobs } from "~/server/jobs/jobs";
import { mailJob } from "~/server/jobs/mail-job";
import { liveSession } from "~/server/queries/live/live-session";
import { isSentence } from "~/server/testing/break-under-load";
import { at, value } from "~/server/testing/build-live";
import { writingPage } from "~/server/testing/writing-page";
import type { DocumentClient } from "../browser/documents/document-client";
import type { LiveClient } from "../browser/live/live-client";
import { type LiveWorld, until } from "./live-world";
import { livePage, textPage } from "./own-pages";
import { type SharedText, sharedText, wordsIn } from "./shared-text";

type Kind = "form" | "idea" | "word" | "mail";
const byPeople = ["form", "idea", "word"] as const satisfies readonly Kind[];

interface Pages {
  readonly lives: readonly LiveClient[];
  readonly texts: readonly DocumentClient[];
}

/** Two people each send forms, keep ideas in a session and write in a text, one thing after the other; a job sends a mail for each form. */
export class Traffic {
  /** What was acknowledged, by kind, in order. */
  readonly acknowledged: Readonly<Record<Kind, string[]>> = { form: [], idea: [], word: [], mail: [] };
  /** What anybody was answered that is neither what was asked for nor the sentence. */
  readonly unexplained: unknown[] = [];
  readonly #jobs: Jobs;
  readonly #underWay: Promise<unknown>;
  readonly #listeners = new Set<() => void>();
  #sentences = 0;
  #answered = 0;
  #begun = 0;
  #isOver = false;

  private constructor(
    private readonly world: LiveWorld,
    private readonly text: SharedText,
    private readonly pages: Pages,
  ) {
    const { app } = world.online(world.system());
    this.#jobs = startJobs([mailJob(app, { deliver: async ({ to }) => this.#sent(to), close: () => {} })], app);
    const config = { ...app.config, baseUrl: null };
    const served = { ...app, config, baseUrl: world.url, jobs: this.#jobs };
    world.server.on("request", createHttp({ app: served, build: writingPage }));
    const works = text.writers.flatMap((_, who) => [() => this.#send(), () => this.#keep(who), () => this.#write(who)]);
    this.#underWay = Promise.all(works.map((work) => this.#goOn(work)));
  }

  static async begin(world: LiveWorld): Promise<Traffic> {
    const text = await sharedText(world);
    const lives = await Promise.all(text.writers.map((writer) => livePage(world, text.live, writer)));
    const texts = await Promise.all(text.writers.map((writer) => textPage(world, text, writer)));
    return new Traffic(world, text, { lives, texts });
  }

  /** Resolves once one thing more of each kind that people do was acknowledged. */
  async goesOn(): Promise<void> {
    const enough = byPeople.map((kind) => [kind, this.acknowledged[kind].length + 1] as const);
    await until(this.#listen, () => enough.every(([kind, count]) => this.acknowledged[kind].length >= count));
  }

  /** Resolves once somebody's form was answered with the sentence. */
  async isTold(): Promise<void> {
    const before = this.#sentences;
    await until(this.#listen, () => this.#sentences > before);
  }

  /** Nobody begins anything more; what is under way is waited for, and what failed in a job is tried again. */
  async end(): Promise<void> {
    this.#isOver = true;
    this.#tell();
    await this.#underWay;
    this.world.clock.advance(3_600_000);
    this.#jobs.wake("mail");
    await until(this.#listen, () => this.acknowledged.form.every((name) => this.acknowledged.mail.includes(name)));
  }

  /** What was acknowledged and is not in the stores. */
  async lost(): Promise<readonly string[]> {
    const kept = await listGroupIdeas(this.world.app.stores.main, this.text.groupId);
    const ideas = new Set(kept.map((one) => one.text));
    const stored = await this.text.stored();
    const { idea, word } = this.acknowledged;
    return [...idea.filter((one) => !ideas.has(one)), ...word.filter((one) => !stored.includes(one))];
  }

  /** Resolves once every page shows what it would if it were opened anew. */
  async recovered(): Promise<void> {
    const { live, groupId, writers } = this.text;
    const fresh = value(await liveSession(await this.world.as(at(writers, 0).personId), live.sessionId));
    const ideas = JSON.stringify(fresh.groups[groupId]?.ideas);
    for (const page of this.pages.lives) {
      await until(page.subscribe, () => page.view().connection === "online");
      await until(page.subscribe, () => JSON.stringify(page.view().state.groups[groupId]?.ideas) === ideas);
    }
    for (const page of this.pages.texts) await until(page.subscribe, () => page.view().status === "saved");
  }

  async stop(): Promise<void> {
    this.#isOver = true;
    for (const page of [...this.pages.lives, ...this.pages.texts]) page.stop();
    await this.#jobs.stop();
  }

  async #goOn(work: () => Promise<void>): Promise<void> {
    while (!this.#isOver) await work();
  }

  async #send(): Promise<void> {
    const name = this.#next("form");
    const body = new URLSearchParams({ name, id: this.world.commandId() });
    const response = await fetch(`${this.world.url}/page`, {
      method: "POST",
      body,
      headers: { origin: this.world.url },
    });
    const answer = { name, status: response.status, text: await response.text() };
    if (answer.status === 200) this.#took("form", name);
    else if (isSentence(answer)) this.#sentences += 1;
    else this.unexplained.push(answer);
    this.#answered += 1;
    this.#tell();
  }

  /** Nobody acts faster than forms are answered: the allowances of a person are for people. */
  async #paced(): Promise<void> {
    const before = this.#answered;
    await until(this.#listen, () => this.#isOver || this.#answered > before);
  }

  async #keep(who: number): Promise<void> {
    await this.#paced();
    const text = this.#next("idea");
    const { live, groupId, writers } = this.text;
    const authorIds = [at(writers, who).participationId];
    const idea = { sessionId: live.sessionId, groupId, language: "fr" as const, text, authorIds };
    const kept = await at(this.pages.lives, who).commands.send("keep-idea", idea);
    if (kept.ok) this.#took("idea", text);
    else this.unexplained.push(kept.refusal);
  }

  async #write(who: number): Promise<void> {
    await this.#paced();
    const page = at(this.pages.texts, who);
    const { doc } = page.view();
    if (!doc) throw new Error("no document");
    const word = this.#next("word");
    wordsIn(doc).insert(0, word);
    await until(page.subscribe, () => page.view().status === "saved");
    this.#took("word", word);
  }

  #sent(name: string): { kind: "sent" } {
    this.#took("mail", name);
    return { kind: "sent" };
  }

  #next(kind: Kind): string {
    return `${kind} ${this.#begun++}.`;
  }

  #took(kind: Kind, what: string): void {
    this.acknowledged[kind].push(what);
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }

  readonly #listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
