// SPDX-License-Identifier: Apache-2.0
// An OpenID provider of its own for one test, with a certificate that it makes. Whatever login is typed is the subject.
import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import https from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

import Provider from "oidc-provider";

/** `server` is the address by which the provider reaches it back; `flags` are what `cadred serve` is given. */
export async function startIdentity(server) {
  const folder = mkdtempSync(join(tmpdir(), "cadre-identity-"));
  const [key, certificate, secret] = ["key.pem", "certificate.pem", "secret"].map((name) => join(folder, name));
  execFileSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
    "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
  { stdio: "ignore" });
  writeFileSync(secret, "a secret with + and %\n", { mode: 0o600 });
  const listener = https.createServer({ key: readFileSync(key), cert: readFileSync(certificate) });
  listener.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const issuer = `https://localhost:${listener.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "cadre", client_secret: "a secret with + and %",
      redirect_uris: [`${server}/sign-in/callback`] }],
    cookies: { keys: ["of one test"] },
    pkce: { required: () => true },
  });
  listener.on("request", provider.callback());
  return {
    issuer,
    flags: ["--oidc-issuer", issuer, "--oidc-client", "cadre", "--oidc-secret-file", secret, "--oidc-ca", certificate],
    stop() {
      listener.close();
      listener.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
}
