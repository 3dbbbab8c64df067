// SPDX-License-Identifier: Apache-2.0
// A school account proves a person once: cadred and cadrectl over TLS, with a real OpenID provider in between.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { Browser, call } from "./browser.mjs";
import { startIdentity } from "./identity.mjs";
import { program, startServer } from "./server.mjs";

const service = "/cadre.sync.v1alpha.EnrollmentService";
let identity;
let server;
let linked;

async function freePort() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

before(async () => {
  const listen = `127.0.0.1:${await freePort()}`;
  identity = await startIdentity(`https://${listen}`);
  server = await startServer(["--public-url", `https://${listen}`, ...identity.flags], listen);
  linked = server.accounts[0].login;
  server.run("account", "link", linked, "--oidc-issuer", identity.issuer, "--oidc-subject", "of-the-school");
});

after(async () => {
  await server?.stop();
  identity?.stop();
});

// What a device begins with, and the address that it opens.
function beginning() {
  const verifier = randomBytes(32).toString("base64url");
  const state = randomBytes(32).toString("base64url");
  const challenge = createHash("sha256").update(verifier).digest("base64url");
  return { verifier, state, address: `${server.url}/sign-in?challenge=${challenge}&port=40000&state=${state}` };
}

function exchange(code, verifier) {
  return call(server.url, `${service}/ExchangeSignIn`, { protocol: { lowest: 1, highest: 1 }, code, verifier });
}

async function refused(answer, status = 403) {
  assert.equal(answer.status, status);
  assert.equal(answer.invite, undefined);
}

test("a linked person gets a device by signing in", async () => {
  assert.equal((await call(server.url, `${service}/GetSignInOffer`, {})).browser, true);
  const data = mkdtempSync(join(tmpdir(), "cadre-device-"));
  const browser = `${process.execPath} ${fileURLToPath(new URL("browser.mjs", import.meta.url))} of-the-school`;
  const device = spawn(program("cadrectl"),
    ["--data", data, "--json", "sign-in", "--server", server.url, "--pin", server.pin, "--browser", browser],
    { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  device.stdout.on("data", (bytes) => { said += bytes; });
  const [status] = await once(device, "exit");
  rmSync(data, { recursive: true });
  assert.equal(status, 0);
  assert.equal(JSON.parse(said).person, server.accounts[0].person);
});

test("a code is good once", async () => {
  const { verifier, state, address } = beginning();
  const { device } = await new Browser("of-the-school").open(address);
  assert.equal(device.host, "127.0.0.1:40000");
  assert.equal(device.searchParams.get("state"), state);
  const code = device.searchParams.get("code");
  const first = await exchange(code, verifier);
  assert.equal(first.status, 200);
  assert.match(first.invite, /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/);
  assert.ok(Math.abs(Number(first.expiresAt) - Date.now() - 600_000) < 60_000);
  await refused(await exchange(code, verifier));
});

test("a code is worth nothing without its verifier, and a wrong one ends it", async () => {
  const { verifier, address } = beginning();
  const { device } = await new Browser("of-the-school").open(address);
  const code = device.searchParams.get("code");
  await refused(await exchange(code, randomBytes(32).toString("base64url")));
  await refused(await exchange(code, verifier));
});

test("who is not linked is told so, and nothing is made", async () => {
  const before = server.run("device", "list", "--json") + server.run("account", "list", "--json");
  const page = await new Browser("somebody").open(beginning().address);
  assert.equal(page.status, 403);
  assert.match(page.text, /Nobody is linked with this sign-in/);
  assert.equal(server.run("device", "list", "--json") + server.run("account", "list", "--json"), before);
});

test("a sign-in is taken from its own browser, with its own state, once", async () => {
  const browser = new Browser("of-the-school");
  const { stopped } = await browser.open(beginning().address, (url) => url.pathname === "/sign-in/callback");
  const tampered = new URL(stopped);
  tampered.searchParams.set("state", randomBytes(32).toString("base64url"));
  await refused(await browser.open(tampered), 400);
  await refused(await new Browser("of-the-school").open(stopped), 400);
  const foreign = new Browser("of-the-school");
  await foreign.open(beginning().address, (url) => url.pathname === "/sign-in/callback");
  await refused(await foreign.open(stopped), 400);
  // None of that has used it up.
  assert.notEqual((await browser.open(stopped)).device, undefined);
  await refused(await browser.open(stopped), 400);
});

test("what the provider refuses ends in a page", async () => {
  const browser = new Browser("of-the-school");
  const { stopped } = await browser.open(beginning().address, (url) => url.origin === identity.issuer);
  const state = new URL(stopped).searchParams.get("state");
  const page = await browser.open(`${server.url}/sign-in/callback?error=access_denied&state=${state}`);
  assert.equal(page.status, 403);
  assert.match(page.text, /did not finish/);
});

test("an address that no app made is refused", async () => {
  for (const query of ["", "challenge=x&port=40000&state=y", `${new URL(beginning().address).search.slice(1)}&port=2`,
    new URL(beginning().address).search.slice(1).replace("port=40000", "port=80")]) {
    await refused(await new Browser("x").open(`${server.url}/sign-in?${query}`), 400);
  }
});

test("who was unlinked is unknown again", async () => {
  server.run("account", "unlink", linked);
  const page = await new Browser("of-the-school").open(beginning().address);
  assert.equal(page.status, 403);
});
