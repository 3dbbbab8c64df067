# SPDX-License-Identifier: Apache-2.0
"""What an academy owes those whom its records are about: who saw them is told, what is erased stays erased."""

import json
import shutil
import sqlite3
import unittest

from academy import Academy, lines_of, run

WORD = "Quetzalcoatlus"


class Rights(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server

    def audit(self):
        return lines_of(self.server.admin("audit", "list", "--json").stdout)

    def verify(self, *words):
        return self.server.admin("audit", "verify", *words, check=False)

    def check_in(self, device):
        match = device.list("MentorMatch")[0]
        return device.put("CheckIn", {"matchId": match["id"], "mentor": match["mentor"], "on": "2026-11-17",
                                      "minutes": 45, "status": "CHECK_IN_STATUS_RECORDED"}, f"pair-log/{match['id']}")

    def database(self):
        return sqlite3.connect(self.server.directory / "academy.db")

    def test_theAuditLogTellsWhoWasLetInAndWhatWasSent(self):
        mentor = self.academy.device("mentor")
        mentor.sync()
        entries = self.audit()
        self.assertEqual([entry["number"] for entry in entries], list(range(1, len(entries) + 1)))
        enrolled = [entry for entry in entries if entry["kind"] == "enrolled"]
        self.assertEqual([entry["person"] for entry in enrolled], [self.server.accounts["mentor"]["person"]])
        sent = [place for entry in entries if entry["kind"] == "delivered" for place in entry["deliveries"]]
        self.assertTrue(any(place["place"].startswith("pair/") for place in sent), sent)
        self.assertTrue(all(place["about"] != enrolled[0]["person"] for place in sent))
        again = len(entries)
        mentor.sync()
        self.assertEqual(len(self.audit()), again, "what was sent on the same day is one entry")
        self.assertNotIn("45", json.dumps([entry for entry in entries if entry["kind"] == "opened"]))

    def test_aChangedEntryIsFound(self):
        self.academy.device("mentor").sync()
        self.assertEqual(self.verify().returncode, 0, self.verify().stderr)
        self.server.stop()
        with self.database() as database:
            with self.assertRaises(sqlite3.DatabaseError):
                database.execute("UPDATE server_audit SET entry = x'00' WHERE number = 3")
            database.execute("DROP TRIGGER server_audit_stays")
            database.execute("UPDATE server_audit SET entry = (SELECT entry FROM server_audit WHERE number = 4)"
                             " WHERE number = 3")
        self.server.start()
        done = self.verify()
        self.assertEqual(done.returncode, 1)
        self.assertIn("Entry 3 of the audit log", done.stderr)

    def test_anEndThatWasCutOffIsFound(self):
        self.academy.device("mentor").sync()
        self.server.stop()
        with self.database() as database:
            last, = database.execute("SELECT max(number) FROM server_audit").fetchone()
            database.execute("DROP TRIGGER server_audit_is_kept")
            database.execute("DELETE FROM server_audit WHERE number > ?", (last - 2,))
            database.execute("DELETE FROM server_audit_checkpoint")
        self.server.start()
        done = self.verify()
        self.assertEqual(done.returncode, 1)
        self.assertIn(f"ends with entry {last - 2}", done.stderr)

    def test_aTeacherSeesWhoWasSentAndWhoOpenedWhatIsAboutHer(self):
        mentor, teacher = self.academy.device("mentor"), self.academy.device("teacher")
        mentor.sync()
        check_in = self.check_in(mentor)
        mentor.sync()
        self.server.stop()
        for _ in range(2):
            mentor.get("CheckIn", check_in["id"])  # without a server, and twice on one day
        self.server.start()
        self.academy.sync_all(3)
        me = self.server.accounts["mentor"]["person"]
        place = check_in["scope"]
        lines = [line for line in teacher.lines("access") if line["reader"] == me and line["place"] == place]
        kinds = {line["kind"]: line for line in lines}
        self.assertEqual(set(kinds), {"ACCESS_KIND_DELIVERED", "ACCESS_KIND_OPENED"}, lines)
        self.assertEqual(kinds["ACCESS_KIND_OPENED"]["recordType"], "CheckIn")
        self.assertEqual(kinds["ACCESS_KIND_OPENED"]["days"], 1)
        self.assertIn("Opened by", teacher.run("access").stdout)
        self.assertFalse(any(line["reader"] == self.server.accounts["teacher"]["person"]
                             for line in teacher.lines("access")))
        self.assertEqual(mentor.lines("access"), [])

    def test_whatIsErasedAndWhoIsSignedOutStaysSoAfterAnOldBackupIsRestored(self):
        first, second = self.academy.device("district", "first"), self.academy.device("district", "second")
        mentor = self.academy.device("mentor")
        self.academy.sync_all()
        milestone = first.list("Milestone", "--limit", "1")[0]
        comment = first.put("Comment", {"about": milestone["id"], "body": WORD}, milestone["scope"])
        self.academy.sync_all()
        backup = self.academy.directory / "old.sqlite"
        self.server.admin("backup", "--to", str(backup))
        self.assertIn(WORD.encode(), backup.read_bytes())
        self.server.admin("erase", "Comment", comment["id"], "--reason", "request")
        site = next(line["site"] for line in lines_of(self.server.admin("device", "list", "--json").stdout)
                    if line["login"] == "mentor")
        self.server.admin("device", "revoke", site)
        self.server.admin("account", "suspend", "teacher")
        self.server.stop()

        said = self.server.admin("restore", "--from", str(backup)).stdout
        self.assertIn("erased again: 1", said)
        self.assertIn("signed out again: 2", said)
        stored = self.server.directory / "academy.db"
        self.assertNotIn(WORD.encode(), stored.read_bytes())
        self.server.start()
        self.assertNotEqual(mentor.run("sync", check=False).returncode, 0)
        self.assertEqual(self.verify().returncode, 0, self.verify().stderr)
        self.academy.devices.pop("mentor")
        self.academy.sync_all(3)
        newcomer = self.academy.device("district", "newcomer")
        newcomer.sync()
        for device in (first, second, newcomer):
            self.assertFalse(device.has("Comment", comment["id"]), device.name)
            self.assertEqual(device.check()["problems"], [])

    def test_aStorePutBackByHandForgetsNothing(self):
        device = self.academy.device("district")
        device.sync()
        milestone = device.list("Milestone", "--limit", "1")[0]
        comment = device.put("Comment", {"about": milestone["id"], "body": WORD}, milestone["scope"])
        device.sync()
        self.server.stop()
        stored = self.server.directory / "academy.db"
        old = self.academy.directory / "old.sqlite"
        shutil.copy(stored, old)
        self.server.admin("erase", "Comment", comment["id"], "--reason", "request")
        for end in ("-wal", "-shm"):
            (self.server.directory / f"academy.db{end}").unlink(missing_ok=True)
        shutil.copy(old, stored)
        self.server.admin("stats")
        self.assertNotIn(WORD.encode(), stored.read_bytes())

    def test_aPersonGetsAllOfItToReadWithoutCadre(self):
        mentor, teacher = self.academy.device("mentor"), self.academy.device("teacher")
        mentor.sync()
        check_in = self.check_in(mentor)
        mentor.get("CheckIn", check_in["id"])
        self.academy.sync_all(3)
        here, there = self.academy.directory / "here", self.academy.directory / "there"
        teacher.run("export", "--out", str(here))
        self.server.admin("export-person", "teacher", "--out", str(there))
        for folder in (here, there):
            rows = {row["id"]: row for row in json.loads((folder / "CheckIn.json").read_text())}
            self.assertEqual(rows[check_in["id"]]["record"]["minutes"], 45)
            self.assertFalse(rows[check_in["id"]]["own"])
            seen = json.loads((folder / "AccessEntry.json").read_text())
            self.assertIn("ACCESS_KIND_OPENED", {row["record"]["kind"] for row in seen})
            page = (folder / "index.html").read_text()
            self.assertIn("Who saw what", page)
            self.assertIn("Opened by", page)
        me = self.server.accounts["teacher"]["person"]
        for row in json.loads((there / "CheckInNote.json").read_text()):
            self.assertFalse(row["place"].startswith("person/") and not row["place"].endswith(me), row["place"])
        self.assertIn('"exported"', (there / "audit.jsonl").read_text())
        self.assertNotEqual(self.server.admin("export-person", "teacher", "--out", str(there), check=False).returncode,
                            0)

    def test_aCopyMadeOfflineIsToldAtTheNextContact(self):
        mentor, teacher = self.academy.device("mentor"), self.academy.device("teacher")
        mentor.sync()
        self.check_in(mentor)
        self.academy.sync_all(2)
        self.server.stop()
        mentor.run("export", "--out", str(self.academy.directory / "copy"))
        self.server.start()
        self.assertEqual([entry for entry in self.audit() if entry["kind"] == "exported"], [])
        self.academy.sync_all(3)
        told = [entry for entry in self.audit() if entry["kind"] == "exported"]
        people = {name: account["person"] for name, account in self.server.accounts.items()}
        self.assertEqual({entry["actor"] for entry in told}, {people["mentor"]})
        self.assertIn(people["teacher"], {entry["person"] for entry in told})
        self.assertEqual([entry["place"] for entry in told if entry["person"] == people["mentor"]],
                         [f"person/{people['mentor']}"])
        copied = [entry for entry in teacher.list("AccessEntry") if entry["kind"] == "ACCESS_KIND_EXPORTED"]
        self.assertEqual({entry["reader"] for entry in copied}, {people["mentor"]})
        self.assertIn("Copied by", teacher.run("access").stdout)

    def test_theInventorySaysWhatIsKept(self):
        told = self.server.program, "inventory"
        self.assertIn("| CheckIn | ", run([*told]).stdout)
        self.assertIn('"minutes"', run([*told, "--csv"]).stdout)

    def test_whatNoRuleNamesIsReported(self):
        denied = run([self.server.program, "policy", "denied", "--csv"]).stdout
        self.assertIn('"PR","pair","CheckInNote","read"', denied)
        self.assertNotIn('"MT","pair","CheckInNote","read"', denied)

    def test_aHoldKeepsWhatWouldBeErased(self):
        mentor = self.academy.device("mentor")
        mentor.sync()
        check_in = self.check_in(mentor)
        mentor.sync()
        self.server.admin("hold", "add", "teacher")
        self.assertIn("teacher", self.server.admin("hold", "list").stdout)
        done = self.server.admin("erase", "CheckIn", check_in["id"], "--reason", "request", check=False)
        self.assertNotEqual(done.returncode, 0)
        self.assertIn("legal hold", done.stderr)
        self.server.admin("hold", "remove", "teacher")
        self.server.admin("erase", "CheckIn", check_in["id"], "--reason", "request")


if __name__ == "__main__":
    unittest.main()
