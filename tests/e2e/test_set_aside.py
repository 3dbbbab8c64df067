# SPDX-License-Identifier: Apache-2.0
"""What was set aside is let in by whom it waits for, and its author's other devices get it."""

import unittest

from academy import Academy, Device, Refused, lines_of


class SetAside(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)

    def test_workOfALostTabletIsLetInFromTheNextOne(self):
        tablet = self.academy.device("mentor")
        phone = Device(self.academy.directory / "phone", "phone")
        phone.enroll(self.academy.server, tablet.one("device", "code")["code"])
        teacher = self.academy.device("teacher")
        self.academy.sync_all()
        match = tablet.list("MentorMatch")[0]
        check_in = tablet.put("CheckIn", {"matchId": match["id"], "mentor": match["mentor"], "on": "2026-11-17",
                                          "minutes": 35, "status": "CHECK_IN_STATUS_RECORDED"},
                              f"pair-log/{match['id']}")
        phone.run("device", "revoke", tablet.status()["site"])
        # Whoever has the tablet now hands in what is on it, and it stays out.
        tablet.run("sync", check=False)
        phone.sync()
        self.assertFalse(phone.has("CheckIn", check_in["id"]))
        waiting, = phone.lines("set-aside", "list")
        self.assertEqual((waiting["reason"], waiting["types"]), ("signed_out", ["CheckIn"]))
        self.assertEqual(teacher.lines("set-aside", "list"), [])
        name = (waiting["scope"], f"{waiting['site']}/{waiting['seq']}")
        with self.assertRaises(Refused) as refused:
            teacher.run("set-aside", "release", *name)
        self.assertIn("Nothing like that waits for you", refused.exception.sentence)

        phone.run("set-aside", "release", *name)
        phone.run("set-aside", "release", *name)
        self.assertEqual(phone.lines("set-aside", "list"), [])
        for device in (phone, teacher):
            device.sync()
            self.assertEqual(device.get("CheckIn", check_in["id"])["minutes"], 35)
        released = [line for line in lines_of(self.academy.server.admin("audit", "list", "--json").stdout)
                    if line["kind"] == "released"]
        self.assertEqual(len(released), 1)
        self.assertEqual(released[0]["reason"], "signed_out")
        self.assertEqual(self.academy.server.admin("check").returncode, 0)


if __name__ == "__main__":
    unittest.main()
