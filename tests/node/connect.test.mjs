// SPDX-License-Identifier: Apache-2.0
// Any Connect client can talk to the server: here the one from npm, with protobuf and with JSON bodies.
import assert from "node:assert/strict";
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { after, before, describe, test } from "node:test";

import { create, fromBinary, toBinary, toJsonString } from "@bufbuild/protobuf";
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-node";
import { blake2b } from "@noble/hashes/blake2.js";

import { CertificateSchema, HeaderSchema } from "./gen/cadre/sync/v1/change_pb.js";
import { CursorSchema, SyncService } from "./gen/cadre/sync/v1/sync_service_pb.js";
import { EnrollmentService } from "./gen/cadre/sync/v1alpha/enrollment_pb.js";
import { startServer } from "./server.mjs";

const protocol = { lowest: 1, highest: 1 };

// What sync/README.md says is hashed: the domain, a zero byte, then each part after its length.
function hash(domain, part) {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(part.length));
  return blake2b(Buffer.concat([Buffer.from(domain), Buffer.from([0]), length, part]), { dkLen: 32 });
}

function enrollment(invite, keys = generateKeyPairSync("ed25519")) {
  const site = randomBytes(16);
  const proof = sign(null, hash("cadre.enroll.v1", Buffer.concat([Buffer.from(invite), site])), keys.privateKey);
  const publicKey = Buffer.from(keys.publicKey.export({ format: "jwk" }).x, "base64url");
  return { protocol, invite, site, keyAlgorithm: 1, publicKey, deviceName: "A test", platform: "node", appVersion: "0", proof };
}

// What a device says with each call: its signature over method, path, the server's challenge, a nonce and the body.
function proof(path, body, challenge, key) {
  const nonce = randomBytes(16).toString("base64url");
  const content = Buffer.concat([
    Buffer.from(`POST\n${path}\n${challenge}\n${nonce}\n`),
    hash("cadre.call-body.v1", Buffer.from(body)),
  ]);
  return `1.${challenge}.${nonce}.${sign(null, hash("cadre.call.v1", content), key).toString("base64url")}`;
}

async function refusal(call) {
  try {
    await call;
  } catch (error) {
    return ConnectError.from(error);
  }
  return assert.fail("the server accepted what it should refuse");
}

const arrangements = [
  { name: "protobuf over plain HTTP", flags: ["--plaintext"], useBinaryFormat: true },
  { name: "JSON over plain HTTP", flags: ["--plaintext"], useBinaryFormat: false },
  { name: "protobuf over TLS", flags: [], useBinaryFormat: true },
  { name: "JSON over TLS", flags: [], useBinaryFormat: false },
];

for (const { name, flags, useBinaryFormat } of arrangements) {
  describe(name, () => {
    let server;
    let mentor;
    let request;
    let response;
    const keys = generateKeyPairSync("ed25519");
    const transport = (interceptors = []) => createConnectTransport({
      baseUrl: server.url,
      httpVersion: "1.1",
      useBinaryFormat,
      interceptors,
      // The server certifies itself; loopback alone is spoken to.
      nodeOptions: { rejectUnauthorized: false },
    });
    const signed = (next) => async (call) => {
      const body = useBinaryFormat
        ? toBinary(call.method.input, call.message)
        : Buffer.from(toJsonString(call.method.input, call.message));
      const { challenge } = await fetchLoopback(call.url, response.token, "{}");
      call.header.set("Authorization", `Bearer ${response.token}`);
      call.header.set("Cadre-Signature", proof(new URL(call.url).pathname, body, challenge, keys.privateKey));
      return next(call);
    };

    before(async () => {
      server = await startServer(flags);
      mentor = server.accounts.find((account) => account.role === "MT");
      request = enrollment(mentor.invite, keys);
      response = await createClient(EnrollmentService, transport()).enroll(request);
    });
    after(async () => {
      assert.equal(await server.stop(), 0, "SIGTERM ends the server with status 0");
    });

    test("an invite makes a device, and a repeated call the same one", async () => {
      const certificate = fromBinary(CertificateSchema, response.certificate.certificate);
      assert.deepEqual(Buffer.from(certificate.site), request.site);
      assert.notEqual(response.token, "");
      const again = await createClient(EnrollmentService, transport()).enroll(request);
      assert.equal(again.token, response.token);
    });

    test("a wrong invite and a used one are refused with a code and a sentence", async () => {
      const client = createClient(EnrollmentService, transport());
      for (const invite of ["NO-SUCH-INVITE", mentor.invite]) {
        const error = await refusal(client.enroll(enrollment(invite)));
        assert.equal(error.code, Code.PermissionDenied);
        assert.match(error.rawMessage, /invite.*\.$/);
      }
    });

    test("a call without a token is refused", async () => {
      const error = await refusal(createClient(SyncService, transport()).poll({ protocol }));
      assert.equal(error.code, Code.Unauthenticated);
    });

    test("a call that its device did not sign is refused, and so is one that comes twice", async () => {
      const url = `${server.url}/cadre.sync.v1.SyncService/Poll`;
      const unsigned = await fetchLoopback(url, response.token, "{}");
      assert.equal(unsigned.status, 401);
      const path = new URL(url).pathname;
      const strangers = proof(path, Buffer.from("{}"), unsigned.challenge, generateKeyPairSync("ed25519").privateKey);
      assert.equal((await fetchLoopback(url, response.token, "{}", strangers)).status, 401);
      const own = proof(path, Buffer.from("{}"), unsigned.challenge, keys.privateKey);
      assert.equal((await fetchLoopback(url, response.token, "{}", own)).status, 200);
      assert.equal((await fetchLoopback(url, response.token, "{}", own)).status, 401);
    });

    test("poll names the places of this person, and pull brings each to its head", async () => {
      const client = createClient(SyncService, transport([signed]));
      const news = await client.poll({ protocol, cursors: [] });
      const readable = news.memberships.map(({ scope }) => `${scope.kind}/${Buffer.from(scope.key).toString("hex")}`);
      assert.ok(readable.length > 0);
      assert.equal(new Set(readable).size, readable.length);

      const places = new Map(news.memberships.map(({ scope }, i) => [readable[i], create(CursorSchema, { scope })]));
      const heads = new Map();
      let changes = 0;
      while (places.size > 0) {
        const { pages } = await client.pull({ protocol, cursors: [...places.values()], budget: 1 << 20 });
        const before = changes + heads.size;
        for (const page of pages) {
          const key = `${page.scope.kind}/${Buffer.from(page.scope.key).toString("hex")}`;
          assert.ok(places.has(key), "a page of a place that was not asked for");
          const cursor = places.get(key);
          for (const entry of page.entries) {
            assert.equal(entry.rev, cursor.rev + 1n, "revs are dense");
            assert.deepEqual(fromBinary(HeaderSchema, entry.header).scope.key, page.scope.key);
            cursor.rev = entry.rev;
            changes += 1;
          }
          cursor.epoch = page.epoch;
          cursor.logHash = page.headHash;
          if (cursor.rev === page.headRev) {
            heads.set(key, cursor);
            places.delete(key);
          }
        }
        if (changes + heads.size === before) {
          break;
        }
      }
      assert.ok(changes > 0, "the seeded academy holds changes for a mentor");
      assert.ok([...places.values()].every((cursor) => cursor.rev === 0n), "every place with changes was brought to its head");
    });

    test("a request that cannot be read is refused as such", async () => {
      const path = "/cadre.sync.v1.SyncService/Poll";
      const broken = "{\"protocol\": ";
      const { challenge } = await fetchLoopback(server.url + path, response.token, "{}");
      const own = proof(path, Buffer.from(broken), challenge, keys.privateKey);
      const answer = await fetchLoopback(server.url + path, response.token, broken, own);
      assert.equal(answer.status, 400);
      assert.equal(answer.body.code, "invalid_argument");
      assert.match(answer.body.message, /\.$/);
    });
  });
}

// A POST of JSON as it stands, without Connect.
async function fetchLoopback(url, token, body, signature) {
  const { request } = await import(url.startsWith("https") ? "node:https" : "node:http");
  return new Promise((resolve, reject) => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    if (signature) {
      headers["Cadre-Signature"] = signature;
    }
    const call = request(url, { method: "POST", rejectUnauthorized: false, headers }, (answer) => {
      let text = "";
      answer.on("data", (bytes) => { text += bytes; });
      answer.on("end", () => resolve({
        status: answer.statusCode,
        body: JSON.parse(text),
        challenge: answer.headers["cadre-challenge"],
      }));
    });
    call.on("error", reject);
    call.end(body);
  });
}
