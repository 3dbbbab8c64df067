# SPDX-License-Identifier: Apache-2.0
"""A lost tablet: what lies on a device is unreadable without its passphrase."""

import os
import signal
import subprocess
import unittest

from academy import Academy, Device, Refused

SECRET = "She cried after the third lesson"


class Sealed(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server
        self.passphrase = self.academy.directory / "passphrase"
        self.passphrase.write_text("green tractor on a hill\n")
        self.tablet = self.device("tablet", self.passphrase)
        self.tablet.enroll(self.server, self.server.invite("mentor"))
        self.tablet.sync()

    def device(self, name, passphrase):
        device = Device(self.academy.directory / name, name)
        plain = device.command
        device.command = lambda *words: [*plain(), "--passphrase-file", str(passphrase), *words]
        return device

    def note(self, device):
        match = device.list("MentorMatch")[0]
        check_in = device.put("CheckIn", {"matchId": match["id"], "mentor": match["mentor"], "on": "2026-11-17",
                                          "minutes": 30, "status": "CHECK_IN_STATUS_RECORDED"},
                              f"pair-log/{match['id']}")
        return device.put("CheckInNote", {"checkIn": check_in["id"], "author": match["mentor"],
                                          "part": "NOTE_PART_WORKS", "body": SECRET}, f"pair/{match['id']}")

    def test_noFileOfTheTabletTellsAnything(self):
        people = self.tablet.list("Person")
        note = self.note(self.tablet)
        self.assertTrue(people)
        for told in [SECRET, "CREATE TABLE", *(person["name"] for person in people if person.get("name"))]:
            self.assertFalse(self.tablet.holds_bytes(told), told)
        self.tablet.sync()
        self.assertFalse(self.tablet.holds_bytes(SECRET))
        self.assertTrue(self.tablet.has("CheckInNote", note["id"]))
        self.assertEqual(self.tablet.check()["problems"], [])

    def test_nobodyOpensItWithoutThePassphrase(self):
        note = self.note(self.tablet)
        finder = Device(self.tablet.directory, "finder")
        with self.assertRaises(Refused) as without:
            finder.run("list", "CheckInNote")
        self.assertIn("sealed with a passphrase", without.exception.sentence)
        guess = self.academy.directory / "guess"
        guess.write_text("green tractor on a mill\n")
        with self.assertRaises(Refused) as wrong:
            self.device("tablet", guess).run("list", "CheckInNote")
        self.assertIn("not the passphrase", wrong.exception.sentence)
        self.assertTrue(self.tablet.has("CheckInNote", note["id"]))

    def test_aKilledTabletKeepsWhatWasSavedSealed(self):
        note = self.note(self.tablet)
        watching = subprocess.Popen(self.tablet.command("sync", "--watch"), stdout=subprocess.PIPE,
                                    stderr=subprocess.DEVNULL)
        try:
            watching.stdout.readline()
            self.assertFalse(self.tablet.holds_bytes(SECRET))
        finally:
            os.kill(watching.pid, signal.SIGKILL)
            watching.wait()
            watching.stdout.close()
        self.assertFalse(self.tablet.holds_bytes(SECRET))
        self.assertTrue(self.tablet.has("CheckInNote", note["id"]))

    def test_whatWasBegunInClearIsSealedLater(self):
        plain = Device(self.academy.directory / "plain", "plain")
        plain.enroll(self.server, self.server.invite("mentor"))
        plain.sync()
        note = self.note(plain)
        self.assertTrue(plain.holds_bytes(SECRET))
        sealed = self.device("plain", self.passphrase)
        sealed.run("seal")
        self.assertFalse(sealed.holds_bytes(SECRET))
        with self.assertRaises(Refused):
            plain.run("list", "CheckInNote")
        sealed.sync()
        self.assertTrue(sealed.has("CheckInNote", note["id"]))
        self.assertEqual(sealed.check()["problems"], [])

    def test_anotherPassphraseTakesThePlaceOfTheFirst(self):
        note = self.note(self.tablet)
        another = self.academy.directory / "another"
        another.write_text("red boat on a river\n")
        short = self.academy.directory / "short"
        short.write_text("short\n")
        with self.assertRaises(Refused) as refused:
            self.tablet.run("change-passphrase", "--to-file", str(short))
        self.assertIn("at least 10 characters", refused.exception.sentence)
        self.tablet.run("change-passphrase", "--to-file", str(another))
        with self.assertRaises(Refused):
            self.tablet.run("list", "CheckInNote")
        self.assertTrue(self.device("tablet", another).has("CheckInNote", note["id"]))


if __name__ == "__main__":
    unittest.main(verbosity=2)
