// The server build of Remix, which Vite makes: known by name only.
declare module "virtual:remix/server-build" {
  const build: import("@remix-run/node").ServerBuild;
  export = build;
}
