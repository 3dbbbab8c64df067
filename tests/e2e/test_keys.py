# SPDX-License-Identifier: Apache-2.0
"""The server's signing key is exchanged while devices are away, and what each of them then believes."""

import json
import unittest
from pathlib import Path

from academy import Academy, lines_of


class Keys(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server

    def key(self, *words, check=True):
        """A command of the operator's, while the server stands still."""
        return self.server.admin("key", *words, check=check)

    def rotate(self, *words, check=True):
        self.server.stop()
        done = self.key("rotate", *words, check=check)
        self.server.start()
        return done

    def recovery_code(self):
        self.server.stop()
        code = Path(self.academy.directory) / "recovery-code"
        code.write_text(self.key("recovery").stdout, encoding="utf-8")
        self.server.start()
        return code

    def note(self, device, body):
        match = device.list("MentorMatch")[0]["id"]
        about = device.list("CheckIn")[0]["id"]
        content = {"checkIn": about, "author": device.status()["person"], "part": "NOTE_PART_WORKS", "body": body}
        return device.one("put", "CheckInNote", "--scope", f"pair/{match}", stdin=json.dumps(content))["id"]

    def test_whoWasAwayFollowsTwoExchangesAndHerWorkArrives(self):
        tablet, teacher = self.academy.device("mentor", "tablet"), self.academy.device("teacher", "teacher")
        for device in (tablet, teacher):
            device.sync()
        away = self.note(tablet, "Written before the keys were exchanged.")
        shown = [self.key_print()]
        for _ in range(2):
            self.rotate()
            shown.append(self.key_print())
        self.assertEqual(len(set(shown)), 3)
        after = self.note(tablet, "And after.")
        tablet.sync()
        self.assertEqual(tablet.status()["waiting"], 0)
        self.assertEqual({one["standing"] for one in tablet.lines("grants")}, {"good"})
        teacher.sync()
        self.assertLessEqual({away, after}, {one["id"] for one in teacher.list("CheckInNote")})
        # Who comes now reads what was signed with each of them.
        phone = self.academy.device("teacher", "phone")
        phone.sync()
        self.assertLessEqual({away, after}, {one["id"] for one in phone.list("CheckInNote")})
        self.assertEqual(self.server.admin("check").returncode, 0)
        self.assertEqual(self.server.admin("audit", "verify").returncode, 0)

    def test_aLostKeyIsExchangedByTheCodeFromTheDrawer(self):
        code = self.recovery_code()
        tablet, away = self.academy.device("mentor", "tablet"), self.academy.device("teacher", "away")
        for device in (tablet, away):
            device.sync()
        before = self.key_print()
        wrong = Path(self.academy.directory) / "wrong-code"
        wrong.write_text("ABCD-EFGH\n", encoding="utf-8")
        refused = self.rotate("--recovery-file", str(wrong), check=False)
        self.assertNotEqual(refused.returncode, 0)
        self.assertIn("not this server's recovery key", refused.stderr)
        self.assertEqual(self.key_print(), before)
        self.rotate("--recovery-file", str(code))
        self.assertNotEqual(self.key_print(), before)
        kept = self.note(tablet, "The key was stolen; this was not.")
        tablet.sync()
        self.assertEqual({one["standing"] for one in tablet.lines("grants")}, {"good"})
        away.sync()
        self.assertIn(kept, {one["id"] for one in away.list("CheckInNote")})

    def test_aServerWithAnotherKeyIsNotBelieved(self):
        tablet = self.academy.device("mentor", "tablet")
        tablet.sync()
        backup = Path(self.academy.directory) / "backup"
        self.server.admin("backup", "--to", str(backup))
        code = self.recovery_code()
        tablet.sync()
        self.rotate("--recovery-file", str(code))
        tablet.sync()
        kept = self.note(tablet, "Safe here.")
        # What a thief of the old key could run: the store as it was.
        self.server.stop()
        self.server.admin("restore", "--from", str(backup))
        self.server.start()
        self.assertIn("Nothing of it was taken over", tablet.run("sync", check=False).stderr)
        self.assertIn(kept, {one["id"] for one in tablet.list("CheckInNote")})
        self.assertEqual({one["standing"] for one in tablet.lines("grants")}, {"good"})

    def test_anOlderStoreFollowsTheKeysAndWhatTheySigned(self):
        tablet = self.academy.device("mentor", "tablet")
        tablet.sync()
        backup = Path(self.academy.directory) / "backup"
        self.server.admin("backup", "--to", str(backup))
        code = self.recovery_code()
        self.rotate()
        tablet.sync()
        self.server.admin("account", "suspend", "lead")
        self.server.stop()
        said = self.server.admin("restore", "--from", str(backup)).stdout
        self.assertIn("signed out again: 1", said)
        self.assertIn("key was exchanged since then", said)
        accounts = {one["login"]: one["status"] for one in lines_of(self.server.admin("account", "list", "--json").stdout)}
        self.assertEqual(accounts["lead"], "suspended")
        refused = self.key("rotate", check=False)
        self.assertIn("use the recovery code", refused.stderr)
        self.key("rotate", "--recovery-file", str(code))
        self.server.start()
        kept = self.note(tablet, "After all of it.")
        tablet.sync()
        self.assertEqual(tablet.status()["waiting"], 0)
        self.assertEqual({one["standing"] for one in tablet.lines("grants")}, {"good"})
        teacher = self.academy.device("teacher", "teacher")
        teacher.sync()
        self.assertIn(kept, {one["id"] for one in teacher.list("CheckInNote")})
        self.assertEqual(self.server.admin("audit", "verify").returncode, 0)

    def key_print(self):
        self.server.stop()
        shown = json.loads(self.key("show", "--json").stdout)["key"]
        self.server.start()
        return shown


if __name__ == "__main__":
    unittest.main(verbosity=2)
