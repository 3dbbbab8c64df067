# SPDX-License-Identifier: Apache-2.0
"""A record that is erased is gone from the server's files and from every device that synchronises."""

import json
import unittest

from academy import Academy
from cases import NOBODY

WORD = "Quetzalcoatlus"
LATER = "Archaeopteryx"


class Erasing(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server
        self.first = self.academy.device("district", "first")
        self.second = self.academy.device("district", "second")
        self.academy.sync_all()
        milestone = self.first.list("Milestone", "--limit", "1")[0]
        self.comment = self.first.put("Comment", {"about": milestone["id"], "body": WORD}, milestone["scope"])
        self.academy.sync_all()
        self.assertIn(WORD, self.second.get("Comment", self.comment["id"])["body"])

    def erase(self, *words, check=True):
        return self.server.admin("erase", *words, check=check)

    def server_holds(self, word):
        return any(word.encode() in path.read_bytes() for path in self.server.directory.glob("academy.db*"))

    def test_itIsGoneEverywhere(self):
        self.assertTrue(self.server_holds(WORD))
        self.assertTrue(self.second.holds_bytes(WORD))
        said = self.erase("Comment", self.comment["id"], "--reason", "request", "--json").stdout
        self.assertIn(self.comment["scope"], json.loads(said)["scopes"])
        self.assertFalse(self.server_holds(WORD))
        self.academy.sync_all()
        for device in (self.first, self.second):
            self.assertFalse(device.holds_bytes(WORD), device.name)
            self.assertEqual([one for one in device.list("Comment") if one["id"] == self.comment["id"]], [])
            self.assertEqual(device.check()["problems"], [])
        newcomer = self.academy.device("district", "newcomer")
        newcomer.sync()
        self.assertFalse(newcomer.holds_bytes(WORD))
        self.assertFalse(newcomer.has("Comment", self.comment["id"]))

    def test_anEditOfADeviceThatWasAwayIsKept(self):
        self.second.edit("Comment", self.comment["id"], {"body": LATER})
        self.erase("Comment", self.comment["id"], "--reason", "retention")
        self.academy.sync_all(3)
        for device in (self.first, self.second):
            self.assertFalse(device.holds_bytes(WORD), device.name)
            self.assertEqual(device.get("Comment", self.comment["id"])["body"], LATER)
            self.assertTrue(device.conflicts(), device.name)

    def test_whatCannotBeErasedIsSaid(self):
        for words in (["Comment", NOBODY, "--reason", "request"], ["Dragon", self.comment["id"], "--reason", "request"],
                      ["Comment", self.comment["id"], "--reason", "whim"],
                      ["Comment", self.comment["id"], "--reason", "request", "--scope", "nowhere"]):
            with self.subTest(words=words):
                done = self.erase(*words, check=False)
                self.assertNotEqual(done.returncode, 0)
                self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertTrue(self.second.has("Comment", self.comment["id"]))


if __name__ == "__main__":
    unittest.main()
