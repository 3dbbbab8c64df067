# SPDX-License-Identifier: Apache-2.0
"""The server's signed word that devices hold: grants, and the numbered list of who is signed out."""

import json
import unittest

from academy import Academy, Refused


class Grants(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server

    def test_aDeviceHoldsAGrantOfEachPlaceAndJudgesItWithoutTheServer(self):
        phone = self.academy.device("mentor", "phone")
        self.assertEqual(phone.lines("grants"), [])
        phone.sync()
        self.server.stop()
        held = phone.lines("grants")
        self.assertEqual({one["standing"] for one in held}, {"good"})
        self.assertIn(f"pair-log/{phone.list('MentorMatch')[0]['id']}", [one["scope"] for one in held])
        later = phone.lines("grants", "--now", "2099-01-01T00:00:00Z")
        self.assertEqual({one["standing"] for one in later}, {"ended"})

    def test_pastItsEndOnesOwnIsReadAndWritingGoesOn(self):
        mentor, teacher, lead = (self.academy.device(who, who) for who in ("mentor", "teacher", "lead"))
        mentor.sync()
        match = mentor.list("MentorMatch")[0]["id"]
        about = mentor.list("CheckIn")[0]["id"]

        def note(device, *words):
            content = {"checkIn": about, "author": device.status()["person"], "part": "NOTE_PART_WORKS", "body": "Ours."}
            return device.one("put", "CheckInNote", "--scope", f"pair/{match}", *words, stdin=json.dumps(content))["id"]

        teachers = note(teacher)
        teacher.sync()
        for device in (mentor, lead):
            device.sync()
        self.server.stop()
        late = ("--now", "2099-01-01T00:00:00Z")

        def ids(device, kind, *words):
            return [one["id"] for one in device.lines("list", kind, *words)]

        own = note(mentor)
        self.assertIn(teachers, ids(mentor, "CheckInNote"))
        self.assertTrue(ids(lead, "CheckIn"))
        self.assertNotIn(teachers, ids(mentor, "CheckInNote", *late))
        self.assertIn(own, ids(mentor, "CheckInNote", *late))
        self.assertIn(match, ids(mentor, "MentorMatch", *late))
        self.assertEqual(ids(mentor, "Person", *late), ids(mentor, "Person"))
        for kind in ("CheckIn", "TeacherEnrollment"):
            self.assertEqual(ids(lead, kind, *late), [], kind)
        self.assertEqual(mentor.run("get", "CheckInNote", teachers, *late, check=False).returncode, 1)
        waiting = mentor.status()["waiting"]
        note(mentor, *late)
        self.assertEqual(mentor.status()["waiting"], waiting + 1)
        self.assertGreater(mentor.status()["closed"], 0)
        self.server.start()
        mentor.sync()
        self.assertEqual(mentor.status()["closed"], 0)
        self.assertIn(teachers, ids(mentor, "CheckInNote"))

    def test_theListOfSignedOutDevicesReachesTheOthers(self):
        phone, tablet = self.academy.device("mentor", "phone"), self.academy.device("mentor", "tablet")
        teacher = self.academy.device("teacher", "teacher")
        for device in (phone, tablet, teacher):
            device.sync()
        before = teacher.one("revocations")
        self.assertEqual(before["sites"], [])
        site = tablet.status()["site"]
        phone.run("device", "revoke", site)
        teacher.sync()
        self.assertEqual(teacher.one("revocations")["number"], before["number"] + 1)
        self.assertEqual(teacher.one("revocations")["sites"], [site])
        # The number goes on over a restart, and over a sign-out while the server is down.
        self.server.stop()
        self.server.admin("device", "revoke", phone.status()["site"])
        self.server.start()
        teacher.sync()
        after = teacher.one("revocations")
        self.assertEqual(after["number"], before["number"] + 2)
        self.assertEqual(sorted(after["sites"]), sorted([site, phone.status()["site"]]))

    def test_aRestoredServerSaysItsListAnew(self):
        phone, tablet = self.academy.device("mentor", "phone"), self.academy.device("mentor", "tablet")
        teacher = self.academy.device("teacher", "teacher")
        teacher.sync()
        backup = str(self.academy.directory / "backup.db")
        self.server.admin("backup", "--to", backup)
        phone.run("device", "revoke", tablet.status()["site"])
        teacher.sync()
        held = teacher.one("revocations")
        self.server.stop()
        self.server.admin("restore", "--from", backup)
        self.server.start()
        report = teacher.sync()
        self.assertNotIn("checked", report["notice"])
        self.assertGreater(teacher.one("revocations")["epoch"], held["epoch"])
        # The backup knew of no sign-out; the teacher's device did.
        teacher.sync()
        teacher.sync()
        self.assertEqual(teacher.one("revocations")["sites"], held["sites"])
        with self.assertRaises(Refused):
            tablet.sync()


if __name__ == "__main__":
    unittest.main(verbosity=2)
