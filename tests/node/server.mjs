// SPDX-License-Identifier: Apache-2.0
// A cadred of its own for one test: an academy seeded into a new folder, a port it picked itself.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The program of that name below CADRE_BIN. */
export function program(name) {
  const waiting = [process.env.CADRE_BIN];
  while (waiting.length > 0) {
    const folder = waiting.shift();
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isFile() && entry.name === name) {
        return path;
      }
      if (entry.isDirectory() && !["CMakeFiles", "Testing", "qml_modules"].includes(entry.name)) {
        waiting.push(path);
      }
    }
  }
  throw new Error(`${name} is not below ${process.env.CADRE_BIN}`);
}

/** Seeds and starts a server. `flags` follow `serve`; `url`, `accounts` and, with TLS, `pin`
 * are filled; `run` gives what a command of cadred prints, `stop` ends it and its folder. */
export async function startServer(flags, listen = "127.0.0.1:0") {
  const folder = mkdtempSync(join(tmpdir(), "cadre-connect-"));
  const store = ["--store", `sqlite:${join(folder, "store.db")}`];
  const seeded = spawnSync(program("cadred"), ["seed", ...store, "--size", "small", "--json"], { encoding: "utf8" });
  if (seeded.status !== 0) {
    throw new Error(`cadred seed: ${seeded.stderr}`);
  }
  const accounts = seeded.stdout.trim().split("\n").map((line) => JSON.parse(line));

  const portFile = join(folder, "port");
  const child = spawn(program("cadred"),
    ["serve", ...store, "--listen", listen, "--port-file", portFile, ...flags],
    { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  child.stdout.on("data", (bytes) => { printed += bytes; });
  let said = "";
  child.stderr.on("data", (bytes) => { said += bytes; });
  const pin = /^pin (.*)$/m;
  const isReady = () => existsSync(portFile) && readFileSync(portFile, "utf8").trim() !== ""
    && (flags.includes("--plaintext") || flags.includes("--tls-cert") || pin.test(printed));
  while (!isReady()) {
    if (child.exitCode !== null) {
      throw new Error(`cadred serve ended with ${child.exitCode}: ${said}`);
    }
    await pause(20);
  }
  const scheme = flags.includes("--plaintext") ? "http" : "https";
  return {
    accounts,
    pin: printed.match(pin)?.[1],
    run(...command) {
      return execFileSync(program("cadred"), [...command, ...store], { encoding: "utf8" });
    },
    url: `${scheme}://127.0.0.1:${readFileSync(portFile, "utf8").trim()}`,
    async stop() {
      if (child.exitCode === null) {
        child.kill("SIGTERM");
        await once(child, "exit");
      }
      rmSync(folder, { recursive: true });
      return child.exitCode;
    },
  };
}
