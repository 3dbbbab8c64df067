# SPDX-License-Identifier: Apache-2.0
"""The server's signed word that devices hold: grants, and the numbered list of who is signed out."""

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
