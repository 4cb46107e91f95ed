// Runs the proxies whose blocks lie here before a real server, each on a free port of the loopback, and tells what it let through.
// Needs the last build, openssl, and whichever of nginx, caddy and haproxy is installed. Nothing leaves the loopback.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request as plain } from "node:http";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const name = "assembly.example.org";
const here = path.dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), "hemicycle-proxy-"));
const certificate = path.join(folder, "both.pem");
const running = [];

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function makeCertificate() {
  const [key, crt] = ["key.pem", "crt.pem"].map((file) => path.join(folder, file));
  const wanted = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", `/CN=${name}`];
  spawnSync("openssl", [...wanted, "-keyout", key, "-out", crt]);
  writeFileSync(certificate, readFileSync(crt, "utf8") + readFileSync(key, "utf8"));
}

function run(command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const printed = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => printed.push(String(chunk)));
  const one = { child, printed, gone: new Promise((resolve) => child.once("exit", resolve)) };
  running.push(one);
  return one;
}

async function stop({ child, gone }) {
  if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await gone;
}

/** Each proxy: how its block is changed to run here as anybody, and how it is started. */
const proxies = {
  nginx: {
    file: "nginx.conf",
    wrap: (block) =>
      `${process.getuid() === 0 ? "user root; " : ""}daemon off; pid ${folder}/nginx.pid; error_log stderr; events {} http { access_log off; ${["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(" ")}\n${block}}`,
    start: (file) => run("nginx", ["-e", "stderr", "-c", file]),
  },
  caddy: {
    file: "Caddyfile",
    wrap: (block, port) =>
      `{\n\tadmin off\n\tauto_https off\n\tstorage file_system ${folder}/caddy\n}\n${block.replace(`\n${name} {`, `\nhttps://${name}:${port} {\n\tbind 127.0.0.1\n\ttls ${folder}/crt.pem ${folder}/key.pem`)}`,
    start: (file) => run("caddy", ["run", "--adapter", "caddyfile", "--config", file], { HOME: folder }),
  },
  haproxy: { file: "haproxy.cfg", wrap: (block) => block, start: (file) => run("haproxy", ["-db", "-f", file]) },
};

function ask(port, { method = "GET", target, headers = {}, body }) {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, servername: name, rejectUnauthorized: false, agent: false };
    const asked = request({ ...options, method, path: target, headers: { Host: name, ...headers } });
    asked.on("error", reject);
    asked.on("upgrade", ({ statusCode }, socket) => {
      socket.destroy();
      resolve({ status: statusCode, text: "" });
    });
    asked.on("response", async (answer) => {
      const chunks = [];
      for await (const chunk of answer) chunks.push(chunk);
      resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString() });
    });
    asked.end(body);
  });
}

async function untilOpen(port, { printed, child }) {
  for (let tries = 0; tries < 100; tries += 1) {
    const open = await ask(port, { target: "/healthz" }).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (open) return;
    if (child.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(`the proxy does not answer: ${printed.join("")}`);
}

const form = { Origin: `https://${name}`, "Content-Type": "application/x-www-form-urlencoded" };
const upgrade = {
  Origin: `https://${name}`,
  Connection: "Upgrade",
  Upgrade: "websocket",
  "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
  "Sec-WebSocket-Version": "13",
};
const upload = { Origin: `https://${name}`, "Content-Type": "multipart/form-data; boundary=b" };

/** What a good block lets through. A visitor's socket is refused by the server (401): the upgrade came through. */
const checks = [
  ["a page", { target: "/fr/sign-in" }, ({ status }) => status === 200],
  ["a form", { method: "POST", target: "/fr/card", headers: form, body: "code=x" }, ({ status }) => status === 422],
  [
    "a form that says who it came through",
    { method: "POST", target: "/fr/card", headers: { ...form, "X-Forwarded-Host": "evil.example" }, body: "code=x" },
    ({ status }) => status === 422,
  ],
  ["a WebSocket", { target: "/live/?EIO=4&transport=websocket", headers: upgrade }, ({ status }) => status === 401],
  [
    "12 MiB to the page that takes files",
    {
      method: "POST",
      target: `/fr/assembly/${"A".repeat(22)}/recruit`,
      headers: upload,
      body: Buffer.alloc(12 * 1024 * 1024, "a"),
    },
    ({ status }) => status === 302,
  ],
  [
    "too long a form",
    { method: "POST", target: "/fr/card", headers: form, body: `code=${"a".repeat(70_000)}` },
    ({ status, text }) => status === 413 && text.includes("C’est trop long"),
  ],
];
const lostHost = [
  "a form without our Host: the sentence",
  checks[1][1],
  ({ status, text }) => status === 421 && text.includes("must pass the Host"),
];

async function tryProxy(kind, serverPort, { change = (block) => block, asked = checks } = {}) {
  const { file, wrap, start } = proxies[kind];
  const port = await freePort();
  const block = change(readFileSync(path.join(here, file), "utf8"))
    .replaceAll(`/etc/ssl/${name}.pem`, certificate)
    .replaceAll("127.0.0.1:3000", `127.0.0.1:${serverPort}`)
    .replace("listen 443", `listen 127.0.0.1:${port}`)
    .replace("bind :443", `bind 127.0.0.1:${port}`);
  const used = path.join(folder, file);
  writeFileSync(used, wrap(block, port));
  const proxy = start(used);
  await untilOpen(port, proxy);
  let failed = 0;
  for (const [what, sent, isGood] of asked) {
    const answer = await ask(port, sent).catch((error) => ({ status: error.code, text: "" }));
    const good = isGood(answer);
    if (!good) failed += 1;
    console.log(`${good ? "good  " : "FAILED"} ${kind}: ${what} (${answer.status})`);
  }
  await stop(proxy);
  return failed;
}

function untilReady(port) {
  return new Promise((resolve) => {
    const again = () => setTimeout(() => resolve(untilReady(port)), 100);
    plain({ host: "127.0.0.1", port, path: "/readyz" }, ({ statusCode }) => (statusCode === 200 ? resolve() : again()))
      .on("error", again)
      .end();
  });
}

let failed = 0;
try {
  makeCertificate();
  mkdirSync(path.join(folder, "data"));
  const port = await freePort();
  const settings = {
    BASE_URL: `https://${name}`,
    SMTP_URL: "smtp://127.0.0.1:9",
    TRUST_PROXY: "1",
    LOG_LEVEL: "silent",
  };
  const root = path.join(here, "../..");
  process.chdir(root);
  const env = { NODE_ENV: "production", PORT: String(port), DATA_DIR: path.join(folder, "data"), ...settings };
  const server = run(process.execPath, ["build/server/index.js"], env);
  await Promise.race([untilReady(port), server.gone.then(() => Promise.reject(new Error(server.printed.join(""))))]);
  for (const kind of Object.keys(proxies)) {
    if (spawnSync("sh", ["-c", `command -v ${kind}`]).status === 0) failed += await tryProxy(kind, port);
    else console.log(`skipped ${kind}: not installed`);
  }
  const change = (block) => block.replace(/.*proxy_set_header Host.*/, "");
  if (spawnSync("sh", ["-c", "command -v nginx"]).status === 0)
    failed += await tryProxy("nginx", port, { change, asked: [lostHost] });
} finally {
  for (const one of running) await stop(one);
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;
