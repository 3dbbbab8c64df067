# SPDX-License-Identifier: Apache-2.0
"""Any Connect client can talk to the server: curl with JSON."""

import base64
import json
import re
import subprocess
import unittest

from academy import Academy
from handmade import HandmadeDevice

SYNC = "/cadre.sync.v1.SyncService/"


class JsonCalls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = Academy().open()
        cls.mentor = cls.academy.server.accounts["mentor"]

    @classmethod
    def tearDownClass(cls):
        cls.academy.close()

    def curl(self, path, body, device=None):
        """Status and JSON of a call. A device signs it over the challenge that the server tells."""
        data = json.dumps(body)
        headers = []
        if device:
            headers = [f"Authorization: Bearer {device.token}"]
            _, _, told = self.exchange(path, "{}", headers)
            challenge = re.search(r"^cadre-challenge: (\S+)", told, re.IGNORECASE | re.MULTILINE)[1]
            headers.append(f"Cadre-Signature: {device.prove(path, data.encode(), challenge)}")
        status, answer, _ = self.exchange(path, data, headers)
        return status, answer

    def exchange(self, path, data, headers):
        command = ["curl", "--silent", "--show-error", "--insecure", "--max-time", "30", "--include", "--write-out",
                   "\n%{http_code}", "--header", "Content-Type: application/json", "--data-binary", "@-",
                   self.academy.server.url + path]
        for header in headers:
            command += ["--header", header]
        done = subprocess.run(command, input=data, capture_output=True, text=True, check=True)
        answer, status = done.stdout.rsplit("\n", 1)
        told, body = answer.split("\n\n", 1)
        return int(status), json.loads(body), told

    def test_theServerSaysThatItIsWell(self):
        done = subprocess.run(["curl", "--silent", "--insecure", "--fail", self.academy.server.url + "/health"])
        self.assertEqual(done.returncode, 0)

    def test_aPersonEnrollsAndReadsByJsonAlone(self):
        device = HandmadeDevice()
        status, answer = self.curl("/cadre.sync.v1alpha.EnrollmentService/Enroll",
                                   device.enroll_request(self.mentor["invite"]))
        self.assertEqual(status, 200, answer)
        device.enrolled(answer)
        again, repeated = self.curl("/cadre.sync.v1alpha.EnrollmentService/Enroll",
                                    device.enroll_request(self.mentor["invite"]))
        self.assertEqual((again, repeated["token"]), (200, device.token))

        status, poll = self.curl(SYNC + "Poll", {"protocol": {"lowest": 1, "highest": 1}, "cursors": []}, device)
        self.assertEqual(status, 200, poll)
        scopes = [membership["scope"] for membership in poll["memberships"]]
        self.assertTrue(scopes)
        pairs = [scope for scope in scopes if scope["kind"] == 12]
        status, pull = self.curl(SYNC + "Pull", {"protocol": {"lowest": 1, "highest": 1},
                                                 "cursors": [{"scope": pairs[0]}]}, device)
        self.assertEqual(status, 200, pull)
        entries = pull["pages"][0]["entries"]
        self.assertEqual([int(entry["rev"]) for entry in entries], list(range(1, len(entries) + 1)))
        self.assertTrue(base64.b64decode(entries[0]["header"]))

    def test_aCallWithoutATokenIsToldSo(self):
        status, answer = self.curl(SYNC + "Poll", {})
        self.assertEqual((status, answer["code"]), (401, "unauthenticated"))
        self.assertTrue(answer["message"])

    def test_aWrongInviteIsToldSo(self):
        status, answer = self.curl("/cadre.sync.v1alpha.EnrollmentService/Enroll",
                                   HandmadeDevice().enroll_request("WRONG-WRONG-WRONG"))
        self.assertNotEqual(status, 200)
        self.assertTrue(answer["message"])


if __name__ == "__main__":
    unittest.main(verbosity=2)
