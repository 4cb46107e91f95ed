import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Server, type Socket } from "socket.io";
import { accept, type Result, refuse } from "~/app/domain/kernel/result";
import type { ClientEvents, ServerEvents, StreamSnapshot } from "../protocol/live-messages";

export type Joined = Result<StreamSnapshot>;

/** A server on the loopback that answers as a test says; the page's half is the real one. For tests. */
export class ScriptedServer {
  readonly joins: string[] = [];
  turnsAway: string | null = null;
  readonly commands: string[] = [];
  socket: Socket<ClientEvents, ServerEvents> | null = null;
  clock: (() => number) | null = () => 5_000;
  join: (stream: string, time: number) => Joined = () => refuse("stream-unknown");
  command: (time: number) => Result<unknown> = () => accept(null);
  readonly #io = new Server<ClientEvents, ServerEvents>();
  readonly #http = createServer();

  async open(): Promise<string> {
    this.#io.attach(this.#http, { transports: ["websocket"] });
    this.#io.use((_, next) => next(this.turnsAway === null ? undefined : new Error(this.turnsAway)));
    this.#io.on("connection", (socket) => {
      this.socket = socket;
      socket.on("clock", (answer) => this.clock && answer(this.clock()));
      socket.on("join", ({ stream }, answer) => {
        this.joins.push(stream);
        answer(this.join(stream, this.joins.filter((one) => one === stream).length));
      });
      socket.on("command", ({ id }, answer) => {
        this.commands.push(id);
        answer(this.command(this.commands.length));
      });
    });
    await new Promise<void>((listening) => this.#http.listen(0, "127.0.0.1", listening));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.#io.close();
  }
}
