# SPDX-License-Identifier: Apache-2.0
"""Any Connect client can talk to the server: curl with JSON."""

import base64
import json
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

    def curl(self, path, body, token=None):
        """Status and JSON of a call."""
        command = ["curl", "--silent", "--show-error", "--insecure", "--max-time", "30", "--write-out", "\n%{http_code}",
                   "--header", "Content-Type: application/json", "--data-binary", "@-",
                   self.academy.server.url + path]
        if token:
            command += ["--header", f"Authorization: Bearer {token}"]
        done = subprocess.run(command, input=json.dumps(body), capture_output=True, text=True, check=True)
        answer, status = done.stdout.rsplit("\n", 1)
        return int(status), json.loads(answer)

    def test_theServerSaysThatItIsWell(self):
        done = subprocess.run(["curl", "--silent", "--insecure", "--fail", self.academy.server.url + "/health"])
        self.assertEqual(done.returncode, 0)

    def test_aPersonEnrollsAndReadsByJsonAlone(self):
        device = HandmadeDevice()
        status, answer = self.curl("/cadre.sync.v1alpha.EnrollmentService/Enroll",
                                   device.enroll_request(self.mentor["invite"]))
        self.assertEqual(status, 200, answer)
        token = answer["token"]
        again, repeated = self.curl("/cadre.sync.v1alpha.EnrollmentService/Enroll",
                                    device.enroll_request(self.mentor["invite"]))
        self.assertEqual((again, repeated["token"]), (200, token))

        status, poll = self.curl(SYNC + "Poll", {"protocol": {"lowest": 1, "highest": 1}, "cursors": []}, token)
        self.assertEqual(status, 200, poll)
        scopes = [membership["scope"] for membership in poll["memberships"]]
        self.assertTrue(scopes)
        pairs = [scope for scope in scopes if scope["kind"] == 12]
        status, pull = self.curl(SYNC + "Pull", {"protocol": {"lowest": 1, "highest": 1},
                                                 "cursors": [{"scope": pairs[0]}]}, token)
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
