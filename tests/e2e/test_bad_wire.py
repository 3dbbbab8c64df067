# SPDX-License-Identifier: Apache-2.0
"""Bad input on the wire gets a Connect error with one clear sentence, and the others are served on."""

import base64
import json
import os
import socket
import ssl
import unittest
import urllib.error
import urllib.request
import uuid

from cases import NOBODY, WithAcademy
from handmade import HandmadeDevice, Key, header_hash, new_record

SYNC = "/cadre.sync.v1.SyncService/"
ENROLL = "/cadre.sync.v1alpha.EnrollmentService/Enroll"
COMMENT, SET, TEXT = 17, 1, 6


class Wire(WithAcademy):
    def call(self, path, body, device=None, kind="application/json"):
        """Status, and the JSON or the bytes of the answer. A device signs the call."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        headers = {"Content-Type": kind}
        if device:
            headers["Authorization"] = f"Bearer {device.token}"
            _, _, told = self.exchange(path, b"{}", headers)
            headers["Cadre-Signature"] = device.prove(path, raw, told["Cadre-Challenge"])
        status, answer, _ = self.exchange(path, raw, headers)
        return status, answer

    def exchange(self, path, raw, headers):
        request = urllib.request.Request(self.server.url + path, data=raw, headers=headers)
        context = ssl._create_unverified_context()
        try:
            with urllib.request.urlopen(request, timeout=30, context=context) as answer:
                body = answer.read()
                json_wanted = headers["Content-Type"].endswith("json")
                return answer.status, json.loads(body or b"{}") if json_wanted else body, answer.headers
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.loads(error.read()), error.headers

    def by_hand(self, login="district"):
        device = HandmadeDevice()
        status, answer = self.call(ENROLL, device.enroll_request(self.server.invite(login)))
        self.assertEqual(status, 200, answer)
        device.enrolled(answer)
        return device

    def comment_edit(self, body, extra=None):
        values = {1: (SET, self.milestone["id"]), 2: (TEXT, body)}
        return new_record(COMMENT, {**values, **(extra or {})})

    def push(self, device, *runs):
        status, answer = self.call(SYNC + "Push", device.push_request(*runs), device)
        return status, answer

    def assertServedOn(self):
        self.comment()
        self.district.sync()
        self.assertEqual(self.district.status()["waiting"], 0)

    def assertRefused(self, answer, *codes):
        status, error = answer
        self.assertGreaterEqual(status, 400)
        self.assertIn(error["code"], codes)
        self.assertTrue(error["message"].strip())
        self.assertServedOn()

    def test_aMalformedBodyIsRefused(self):
        device = self.by_hand()
        self.assertRefused(self.call(SYNC + "Push", b"{\"runs\":", device), "invalid_argument")
        self.assertRefused(self.call(SYNC + "Push", b"\xff\xff\xff", device, "application/proto"), "invalid_argument")
        self.assertRefused(self.call(SYNC + "Push", {"runs": 7}, device), "invalid_argument")

    def test_anOversizedBodyIsRefused(self):
        device = self.by_hand()
        try:
            answer = self.call(SYNC + "Push", b" " * (64 * 1024 * 1024), device)
            self.assertRefused(answer, "resource_exhausted", "invalid_argument")
        except (urllib.error.URLError, ConnectionError, ssl.SSLError):
            self.assertServedOn()  # hung up before the end of the body

    def test_anUnknownCallIsRefused(self):
        device = self.by_hand()
        self.assertRefused(self.call(SYNC + "Fly", {}, device), "unimplemented", "not_found")
        self.assertRefused(self.call("/cadre.sync.v9.X/Y", {}, device), "unimplemented", "not_found")

    def test_aBadSignatureIsRefusedAndNothingIsKept(self):
        device = self.by_hand()
        record, edit = self.comment_edit("Forged words.")
        change = device.change(self.milestone["scope"], 1, b"", [edit])
        status, answer = self.push(device, device.run([change], key=Key()))
        self.assertTrue(status >= 400 or all(v["verdict"] != 1 for v in answer["verdicts"]), answer)
        self.assertServedOn()
        self.assertFalse(self.district.has("Comment", str(uuid.UUID(bytes=record))))

    def test_whatWasSignedByHandIsTaken(self):
        device = self.by_hand()
        record, edit = self.comment_edit("By hand.")
        run = device.run([device.change(self.milestone["scope"], 1, b"", [edit])])
        first = self.push(device, run)
        self.assertEqual((first[0], [v["verdict"] for v in first[1]["verdicts"]]), (200, [1]), first)
        again = self.push(device, run)
        self.assertEqual(again[1]["verdicts"], first[1]["verdicts"])
        self.district.sync()
        self.assertEqual(self.district.get("Comment", str(uuid.UUID(bytes=record)))["body"], "By hand.")

    def test_aHoleInAChainIsHeldUntilItIsFilled(self):
        device = self.by_hand()
        scope = self.milestone["scope"]
        first = device.change(scope, 1, b"", [self.comment_edit("First.")[1]])
        record, edit = self.comment_edit("Second.")
        second = device.change(scope, 2, header_hash(first[0]), [edit])
        status, answer = self.push(device, device.run([second]))
        self.assertEqual((status, [v["verdict"] for v in answer["verdicts"]]), (200, [4]), answer)
        self.assertServedOn()
        self.assertFalse(self.district.has("Comment", str(uuid.UUID(bytes=record))))
        status, answer = self.push(device, device.run([first, second]))
        self.assertEqual((status, [v["verdict"] for v in answer["verdicts"]]), (200, [1, 1]), answer)
        self.district.sync()
        self.assertTrue(self.district.has("Comment", str(uuid.UUID(bytes=record))))

    def test_anUnknownTypeOrFieldHarmsNobody(self):
        device = self.by_hand()
        scope = self.milestone["scope"]
        record, odd_field = self.comment_edit("With a field of tomorrow.", {77: (SET, "tomorrow")})
        _, odd_type = new_record(4711, {1: (SET, "of tomorrow")})
        first = device.change(scope, 1, b"", [odd_field])
        second = device.change(scope, 2, header_hash(first[0]), [odd_type])
        status, answer = self.push(device, device.run([first, second]))
        self.assertEqual((status, len(answer["verdicts"])), (200, 2), answer)
        for verdict in answer["verdicts"]:
            self.assertIn(verdict["verdict"], (1, 3))
            self.assertTrue(verdict["verdict"] == 1 or verdict["sentence"])
        self.assertServedOn()
        self.assertEqual(self.district.check()["problems"], [])

    def test_aStrangersPlaceIsRefused(self):
        device = self.by_hand("mentor")
        _, edit = self.comment_edit("From outside.")
        status, answer = self.push(device, device.run([device.change(f"person/{NOBODY}", 1, b"", [edit])]))
        self.assertTrue(status >= 400 or [v["verdict"] for v in answer["verdicts"]] == [3], answer)
        status, answer = self.call(SYNC + "Pull", {"cursors": [{"scope": {"kind": 18, "key": base64.b64encode(
            uuid.UUID(NOBODY).bytes).decode()}}]}, device)
        self.assertFalse(answer.get("pages", [{}])[0].get("entries") if status == 200 and answer.get("pages") else None)
        self.assertServedOn()

    def test_noiseOnThePortHarmsNobody(self):
        for noise in (b"\0" * 512, b"GET / HTTP/1.1\r\n\r\n", os.urandom(2048)):
            with socket.create_connection(("127.0.0.1", self.server.port), timeout=10) as line:
                line.sendall(noise)
        self.assertServedOn()


if __name__ == "__main__":
    unittest.main(verbosity=2)
