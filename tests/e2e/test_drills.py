# SPDX-License-Identifier: Apache-2.0
"""What goes wrong in a year, rehearsed: an old backup, a copied disk, a lost tablet. Nobody gives a command to heal.

CADRE_DRILL_DEVICES says how many devices meet the restored server; 50 in a drill, fewer in each run of the tests.
"""

import os
import shutil
import unittest
from concurrent.futures import ThreadPoolExecutor

from academy import Academy, Device, Refused, fingerprint
from watched import WatchedDevice

DEVICES = int(os.environ.get("CADRE_DRILL_DEVICES") or 16)
AT_ONCE = 4
ERASED = "Quetzalcoatlus"
PRIVATE = "walrus-9052, for my eyes"


def all_at_once(work, devices):
    """Does it for each device, four at a time; returns what came out, in their order."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(work, devices))


class Drill(unittest.TestCase):
    def setUp(self):
        self.academy = Academy("cadre-drill-").open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server

    def promise(self, device, text):
        """Something that is its author's alone."""
        person = device.status()["person"]
        return device.put("ActionItem", {"owner": person, "text": text, "status": "ACTION_STATUS_OPEN"},
                          f"person/{person}")["id"]

    def is_well(self, device):
        self.assertEqual(device.check()["problems"], [], device.name)
        self.assertEqual(device.status()["waiting"], 0, device.name)
        self.assertEqual(device.lines("quarantine"), [], device.name)


class AnOldBackup(Drill):
    def setUp(self):
        super().setUp()
        logins = sorted(self.server.accounts)
        self.owners = [logins[n % len(logins)] for n in range(DEVICES - 2)] + ["district", "member"]
        for n, login in enumerate(self.owners):
            self.academy.device(login, f"{login}-{n}")
        self.devices = list(self.academy.devices.values())
        self.lost = self.academy.device("mentor", "lost-tablet")
        del self.academy.devices["lost-tablet"]
        self.lost.sync()
        all_at_once(Device.sync, self.devices)
        self.district, self.member = self.devices[-2:]
        milestone = self.district.list("Milestone", "--limit", "1")[0]
        self.comment = self.district.put("Comment", {"about": milestone["id"], "body": ERASED}, milestone["scope"])
        self.district.sync()
        all_at_once(Device.sync, self.devices)
        self.backup = self.academy.directory / "backup.sqlite"
        self.server.admin("backup", "--to", str(self.backup))

    def go_on(self):
        """What the backup knows nothing of: sent by all devices, and waiting on them."""
        self.sent = all_at_once(lambda device: self.promise(device, f"{device.name} sent this"), self.devices)
        all_at_once(Device.sync, self.devices)
        self.server.admin("erase", "Comment", self.comment["id"], "--reason", "request")
        self.server.admin("device", "revoke", self.lost.status()["site"])
        all_at_once(Device.sync, self.devices)
        self.waiting = all_at_once(lambda device: self.promise(device, f"{device.name} kept this"), self.devices)

    def restore(self):
        self.assertEqual(self.server.stop(), 0)
        self.server.admin("restore", "--from", str(self.backup))
        self.server.start()

    def test_allDevicesHealItWithoutACommandAndWhatWasErasedStaysErased(self):
        self.go_on()
        self.restore()
        for _ in range(3):
            all_at_once(Device.sync, self.devices)
        all_at_once(self.is_well, self.devices)
        self.who_was_signed_out_stays_so()
        self.nothing_is_lost()
        self.nothing_erased_is_back()
        self.assertEqual(self.server.admin("check").returncode, 0)

    def who_was_signed_out_stays_so(self):
        with self.assertRaises(Refused) as refused:
            self.lost.sync()
        self.assertIn("signed out", refused.exception.sentence)

    def nothing_is_lost(self):
        seen = {}
        for login in sorted(set(self.owners)):
            fresh = self.academy.device(login, f"{login}-fresh")
            fresh.sync()
            held = {one["id"] for one in fresh.list("ActionItem")}
            for owner, *made in zip(self.owners, self.sent, self.waiting):
                self.assertTrue(owner != login or set(made) <= held, f"{login} lost what she wrote")
        for device in self.academy.devices.values():
            for scope, history in fingerprint(device).items():
                self.assertEqual(seen.setdefault(scope, history), history, f"{device.name} differs in {scope}")

    def nothing_erased_is_back(self):
        for device in self.academy.devices.values():
            self.assertFalse(device.holds_bytes(ERASED), device.name)
        for path in self.server.directory.glob("academy.db*"):
            self.assertNotIn(ERASED.encode(), path.read_bytes(), path.name)
        self.assertIn(ERASED.encode(), self.backup.read_bytes(), "it was never in the backup")


class ACopiedDisk(Drill):
    def test_bothGoOnAndBothBranchesAreKept(self):
        first, other = self.academy.device("district", "first"), self.academy.device("member", "other")
        self.academy.sync_all()
        milestones = first.list("Milestone", "--where", "status=MILESTONE_STATUS_PLANNED", "--limit", "2")
        self.promise(first, "written before the copy")
        second = Device(self.academy.directory / "second", "second")
        shutil.copytree(first.directory, second.directory)
        made = []
        for device in (first, second):
            device.edit("Milestone", milestones[0]["id"], {"title": f"From the {device.name} disk"})
            made.append(self.promise(device, f"from the {device.name} disk"))
        self.academy.devices["second"] = second
        self.academy.sync_all(3)
        for device in (first, second):
            made.append(self.promise(device, f"later, from the {device.name} disk"))
        self.academy.sync_all(3)
        fresh = self.academy.device("district", "fresh")
        fresh.sync()
        for device in (first, second, fresh):
            self.is_well(device)
            self.assertLessEqual(set(made), {one["id"] for one in device.list("ActionItem")}, device.name)
        for device in (first, second, fresh, other):
            cards = [card for card in device.conflicts() if card["record"] == milestones[0]["id"]]
            self.assertEqual([{a["value"] for a in card["alternatives"]} for card in cards],
                             [{"From the first disk", "From the second disk"}], device.name)
        self.assertEqual(self.server.admin("check").returncode, 0)


class ALostTablet(Drill):
    def test_privateWorkIsBackOnTheNewOneAndItsAuthorAloneReadsIt(self):
        tablet = WatchedDevice(self.academy.directory, "tablet", sealed=True)
        tablet.enroll(self.server, self.server.invite("mentor"))
        phone = self.academy.device("mentor", "phone")
        others = [self.academy.device(login) for login in ("teacher", "lead", "principal", "district", "mentor.2")]
        tablet.sync()
        match = tablet.list("MentorMatch")[0]
        check_in = tablet.put("CheckIn", {"matchId": match["id"], "mentor": match["mentor"], "on": "2026-11-17",
                                          "minutes": 30, "status": "CHECK_IN_STATUS_RECORDED"}, f"pair-log/{match['id']}")
        words = {"checkIn": check_in["id"], "author": match["mentor"], "part": "NOTE_PART_PRIVATE", "body": PRIVATE}
        kept = tablet.put("CheckInNote", words, f"person/{match['mentor']}")
        draft = tablet.put("CheckInNote", {**words, "part": "NOTE_PART_WORKS"}, f"person/{match['mentor']}")
        tablet.sync()
        unsent = tablet.put("CheckInNote", words, f"person/{match['mentor']}")
        phone.run("device", "revoke", tablet.status()["site"])

        new = WatchedDevice(self.academy.directory, "new-tablet", sealed=True)
        new.enroll(self.server, phone.one("device", "code")["code"])
        new.sync()
        for note in (kept, draft):
            self.assertEqual(new.get("CheckInNote", note["id"])["body"], PRIVATE)
        new.put("CheckInNote", {**words, "id": draft["id"], "part": "NOTE_PART_WORKS"}, f"pair/{match['id']}")
        new.sync()
        for other in others:
            other.sync()
        self.assertTrue(others[0].has("CheckInNote", draft["id"]))
        for other in others[1:]:
            self.assertFalse(other.holds_bytes(PRIVATE), other.name)
        self.assertEqual([one["id"] for one in others[0].list("CheckInNote") if one["body"] == PRIVATE], [draft["id"]])
        self.the_finder_reads_nothing(tablet)
        with self.assertRaises(AssertionError) as refused:
            tablet.sync()
        self.assertIn("signed out", str(refused.exception))
        self.assertEqual([(one["id"], one["reason"]) for one in tablet.lines("quarantine")], [(unsent["id"], "signed_out")])

    def the_finder_reads_nothing(self, tablet):
        self.assertFalse(tablet.holds_bytes(PRIVATE))
        with self.assertRaises(Refused) as without:
            Device(tablet.directory, "finder").run("list", "CheckInNote")
        self.assertIn("sealed with a passphrase", without.exception.sentence)


if __name__ == "__main__":
    unittest.main(verbosity=2)
