# SPDX-License-Identifier: Apache-2.0
"""A device written by hand: bytes, hashes and signatures without Cadre's own code, so that a test
can say on the wire what cadrectl never would. Keys and signatures are openssl's, or libsodium's."""

import base64
import ctypes
import ctypes.util
import hashlib
import os
import subprocess
import tempfile
import time
import uuid


def blake(domain, *parts):
    state = hashlib.blake2b(digest_size=32)
    state.update(domain.encode() + b"\0")
    for part in parts:
        state.update(len(part).to_bytes(8, "big") + part)
    return state.digest()


def varint(number):
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def field(number, value):
    """A protobuf field: bytes and text with their length, numbers as varint."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value) if value else b""
    value = value.encode() if isinstance(value, str) else value
    return varint(number << 3 | 2) + varint(len(value)) + value


def text(raw):
    return base64.b64encode(raw).decode()


def url_text(raw):
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


class Key:
    """An Ed25519 key of openssl's."""

    def __init__(self):
        self.pem = self._openssl("genpkey", "-algorithm", "ed25519")
        self.public = self._openssl("pkey", "-pubout", "-outform", "DER", stdin=self.pem)[-32:]

    @staticmethod
    def _openssl(*words, stdin=b""):
        return subprocess.run(["openssl", *words], input=stdin, capture_output=True, check=True).stdout

    def sign(self, domain, content):
        with tempfile.TemporaryDirectory() as folder:
            key, message = os.path.join(folder, "key"), os.path.join(folder, "message")
            for path, data in ((key, self.pem), (message, blake(domain, content))):
                with open(path, "wb") as file:
                    file.write(data)
            return self._openssl("pkeyutl", "-sign", "-inkey", key, "-rawin", "-in", message)


class QuickKey:
    """An Ed25519 key of libsodium's, for who signs often."""

    sodium = ctypes.CDLL(ctypes.util.find_library("sodium") or "libsodium.so.23")

    def __init__(self):
        public, self.secret = ctypes.create_string_buffer(32), ctypes.create_string_buffer(64)
        self.sodium.crypto_sign_keypair(public, self.secret)
        self.public = public.raw

    def sign(self, domain, content):
        message = blake(domain, content)
        signature = ctypes.create_string_buffer(64)
        self.sodium.crypto_sign_detached(signature, None, message, ctypes.c_ulonglong(len(message)), self.secret)
        return signature.raw


class HandmadeDevice:
    """Makes enrolment requests and signed runs as JSON bodies."""

    protocol = {"lowest": 1, "highest": 1}

    def __init__(self, key=None):
        self.key = key or Key()
        self.site = os.urandom(16)
        self.person = b""
        self.certificate = None
        self.token = ""

    def enroll_request(self, invite):
        proof = self.key.sign("cadre.enroll.v1", invite.encode() + self.site)
        return {"protocol": self.protocol, "invite": invite, "site": text(self.site), "keyAlgorithm": 1,
                "publicKey": text(self.key.public), "deviceName": "by hand", "proof": text(proof)}

    def prove(self, path, body, challenge):
        """The value of Cadre-Signature for a POST of these bytes."""
        nonce = url_text(os.urandom(16))
        content = f"POST\n{path}\n{challenge}\n{nonce}\n".encode() + blake("cadre.call-body.v1", body)
        return f"1.{challenge}.{nonce}.{url_text(self.key.sign('cadre.call.v1', content))}"

    def enrolled(self, answer):
        self.person = base64.b64decode(answer["person"])
        self.certificate = answer["certificate"]
        self.token = answer["token"]

    def change(self, scope, seq, previous, edits, when=None):
        """Header and body of one change; `edits` are encoded RecordEdits."""
        when = int(time.time() * 1000) if when is None else when
        parts, hashes = b"", b""
        for content in edits:
            salt = os.urandom(16)
            parts += field(1, field(1, salt) + field(2, content))
            hashes += blake("cadre.part.v1", salt, content)
        header = (field(1, 1) + field(2, scope_bytes(scope)) + field(3, self.site) + field(4, seq) + field(5, previous)
                  + field(6, when << 16) + field(7, self.person) + field(8, 1) + field(9, blake("cadre.body.v1", hashes)))
        return header, parts

    def run(self, changes, key=None):
        headers = [header for header, _ in changes]
        return {"format": 1, "headers": [text(h) for h in headers], "bodies": [text(body) for _, body in changes],
                "signature": text((key or self.key).sign("cadre.run.v1", header_hash(headers[-1]))), "signatureAlgorithm": 1,
                "certificate": self.certificate}

    def push_request(self, *runs):
        return {"protocol": self.protocol, "runs": list(runs)}


def header_hash(header):
    return blake("cadre.header.v1", header)


def scope_bytes(scope):
    """`pair-log/UUID` as bytes; the kinds that tests write into."""
    kinds = {"district": 5, "pair-log": 12, "pair": 13, "person": 18}
    kind, key = scope.split("/")
    return field(1, kinds[kind]) + field(2, uuid.UUID(key).bytes)


def new_record(type_number, values, record=None):
    """A RecordEdit that makes a record: its life, and text registers by field number."""
    record = record or uuid.uuid4().bytes
    edit = field(1, type_number) + field(2, record)
    edit += field(3, field(2, 7) + field(4, b"\1"))
    for number, (kind, value) in values.items():
        wire_type = 0 if isinstance(value, int) else 2
        raw = varint(value) if isinstance(value, int) else value.encode()
        edit += field(3, field(1, number) + field(2, kind) + field(3, wire_type) + field(4, raw))
    return record, edit
