# SPDX-License-Identifier: Apache-2.0
"""Reports of a real academy, made on its devices without the server, and read back by others."""

import csv
import datetime
import io
import unittest

from academy import Academy
from read_files import Page, axe, events_of, sheets_of, text_of_pdf, violations

SAID = "Quetzalcoatlus"  # in the pair's conversation
ALONE = "Archaeopteryx"  # in the teacher's private note
FORMULA = '=HYPERLINK("https://example.org","x")'
# Not far ahead: a device that is away for long shows less.
NOW = (datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
COLUMNS = {
    "mentoring-statement": "school_id,mentor_id,teacher_id,month,sessions,minutes,protected_minutes,own_time_minutes,"
                           "weeks_with_contact,policy_minutes,attainment_pct,mentor_signed_on,teacher_signed_on,"
                           "admin_seen_on,status",
    "check-in-register": "district_id,school_id,period,active_teachers,active_pairs,matched_in_30d,sessions,minutes,"
                         "policy_minutes,attainment_pct,weekly_contact_pct,median_gap_days,confirmed_pct",
    "my-record": "date,minutes,mode,activities,standards,works,challenge,my_step,mentor_step,due,done_on,my_reflection",
}
# Who makes which report; nobody else does.
MAKERS = {"mentoring-statement": {"mentor", "teacher", "lead", "district"},
          "check-in-register": {"lead", "district", "principal"},
          "my-record": {"teacher"},
          "my-calendar": {"mentor", "teacher"}}
PEOPLE = ["mentor", "teacher", "lead", "district", "principal"]


class Reports(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = Academy().open()
        cls.addClassCleanup(cls.academy.close)
        for login in PEOPLE:
            cls.academy.device(login)
        cls.academy.sync_all(1)
        cls.meet()
        cls.academy.sync_all(2)
        cls.academy.server.stop()

    @classmethod
    def meet(cls):
        """One more meeting of the pair, three days ago, with words that nothing else has."""
        mentor, teacher = cls.academy.devices["mentor"], cls.academy.devices["teacher"]
        cls.match = teacher.list("MentorMatch")[0]
        cls.day = (datetime.date.today() - datetime.timedelta(days=3)).isoformat()
        held = mentor.put("CheckIn", {"matchId": cls.match["id"], "mentor": cls.match["mentor"], "on": cls.day,
                                      "minutes": 37, "status": "CHECK_IN_STATUS_RECORDED",
                                      "timeSource": "TIME_SOURCE_OWN_TIME"}, f"pair-log/{cls.match['id']}")
        pair = f"pair/{cls.match['id']}"
        next_on = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
        mentor.put("CheckInDetail", {"checkIn": held["id"], "focus": SAID, "nextOn": next_on}, pair)
        for part, body in (("CHALLENGE", FORMULA), ("WORKS", SAID)):
            mentor.put("CheckInNote", {"checkIn": held["id"], "author": cls.match["mentor"], "body": body,
                                       "part": f"NOTE_PART_{part}"}, pair)
        mentor.put("ActionItem", {"checkIn": held["id"], "owner": cls.match["teacher"], "text": f"{SAID} again",
                                  "due": next_on, "status": "ACTION_STATUS_OPEN"}, pair)
        teacher.sync()
        mentor.sync()
        teacher.sync()
        teacher.put("CheckInNote", {"checkIn": held["id"], "author": cls.match["teacher"], "body": ALONE,
                                    "part": "NOTE_PART_PRIVATE"}, f"person/{cls.match['teacher']}")

    def made(self, login, name, form, *words, check=True):
        path = self.academy.directory / f"{login}-{name}.{form}"
        path.unlink(missing_ok=True)
        done = self.academy.devices[login].run("report", name, "--format", form, "--out", str(path), *words, check=check)
        return path if check else (path, done)

    def rows(self, login, name, *words):
        content = self.made(login, name, "csv", *words).read_bytes().decode()
        self.assertEqual(content.count("\r\n"), len(content.split("\r\n")) - 1)
        return list(csv.DictReader(io.StringIO(content, newline="")))

    @property
    def month(self):
        return self.day[:7]

    def test_whoHoldsItMakesItAndNobodyElse(self):
        for name, makers in MAKERS.items():
            for login in PEOPLE:
                path, done = self.made(login, name, "csv", check=False)
                if login in makers:
                    self.assertEqual(done.returncode, 0, f"{login} {name}: {done.stderr}")
                    header = path.read_text().splitlines()[0].replace('"', "")
                    self.assertEqual(header, COLUMNS.get(name, "date,what,minutes"))
                else:
                    self.assertEqual(done.returncode, 1, f"{login} made {name}")
                    self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
                    self.assertFalse(path.exists(), f"{login} has {name} all the same")

    def test_aStatementCountsWhatTheDeviceHolds(self):
        row = next(one for one in self.rows("lead", "mentoring-statement", "--period", self.month)
                   if one["teacher_id"] == self.match["teacher"])
        held = [one for one in self.academy.devices["lead"].list("CheckIn", "--where", f"match_id={self.match['id']}")
                if one["on"][:7] == self.month and one["status"] != "CHECK_IN_STATUS_DRAFT"]
        self.assertEqual(int(row["sessions"]), len(held))
        self.assertGreaterEqual(int(row["own_time_minutes"]), 37)
        self.assertEqual(row["status"], "open")
        mine = self.rows("teacher", "mentoring-statement", "--period", self.month)
        self.assertEqual(mine, [row], "the pair and its lead make the same row")

    def test_ofFewTeachersTheRegisterTellsNoRate(self):
        row, = self.rows("lead", "check-in-register", "--period", self.month)
        self.assertEqual(int(row["active_teachers"]), 4)
        self.assertGreater(int(row["minutes"]), 0)
        for column in ("matched_in_30d", "weekly_contact_pct", "median_gap_days", "confirmed_pct"):
            self.assertEqual(row[column], "hidden", column)
        district = self.rows("district", "check-in-register", "--period", self.month)
        self.assertEqual({one["minutes"] for one in district if one["school_id"] == row["school_id"]}, {row["minutes"]})
        principal, = self.rows("principal", "check-in-register", "--period", self.month)
        self.assertEqual((principal["minutes"], principal["active_teachers"]), (row["minutes"], ""))

    def test_whatWasSaidIsInHerRecordAlone(self):
        for login, name in (("lead", "mentoring-statement"), ("lead", "check-in-register"),
                            ("mentor", "mentoring-statement"), ("district", "mentoring-statement")):
            for form in ("csv", "html", "pdf", "xlsx"):
                told = self.read(self.made(login, name, form, "--period", self.month))
                self.assertNotIn(SAID, told, f"{login} {name} {form}")
                self.assertNotIn(ALONE, told)
                self.assertNotIn("HYPERLINK", told)
        for form in ("csv", "html", "pdf", "xlsx"):
            told = self.read(self.made("teacher", "my-record", form))
            self.assertIn(SAID, told, form)
            self.assertNotIn(ALONE, told, form)

    @staticmethod
    def read(path):
        if path.suffix == ".pdf":
            return text_of_pdf(path)
        if path.suffix == ".xlsx":
            return str(sheets_of(path))
        return path.read_text()

    def test_nothingInAFileRuns(self):
        rows = [one for one in self.rows("teacher", "my-record") if one["date"] == self.day]
        self.assertEqual((rows[0]["challenge"], rows[0]["works"], rows[0]["minutes"]), ("'" + FORMULA, SAID, "37"))
        self.assertEqual(rows[0]["my_step"], f"{SAID} again")
        sheets = sheets_of(self.made("teacher", "my-record", "xlsx"))
        self.assertTrue(any(FORMULA in row.values() for row in next(iter(sheets.values()))))
        page = Page(self.made("teacher", "my-record", "html").read_text())
        self.assertEqual([page.all(tag) for tag in ("script", "link", "img", "iframe", "a", "form")], [[]] * 6)

    def test_aPageIsOneThatEverybodyCanRead(self):
        for login, name in (("lead", "mentoring-statement"), ("lead", "check-in-register"), ("teacher", "my-record"),
                            ("teacher", "my-calendar")):
            for language in ("en", "es"):
                page = Page(self.made(login, name, "html", "--language", language).read_text())
                self.assertEqual(page.all("html")[0]["lang"], language)
                headings = page.headings()
                self.assertEqual(headings[0], 1)
                self.assertEqual(headings.count(1), 1)
                self.assertTrue(all(after - before <= 1 for before, after in zip(headings, headings[1:])), headings)
                self.assertEqual(len(page.all("caption")), len(page.all("table")))
                self.assertGreaterEqual(len(page.all("table")), 1)
                self.assertTrue(all(cell.get("scope") in ("col", "row") for cell in page.all("th")))
                self.assertEqual("Período" in page.text, language == "es")

    def test_axeFindsNothingWrongWithAPage(self):
        source = axe()
        for login, name, language in (("lead", "mentoring-statement", "es"), ("lead", "check-in-register", "en"),
                                      ("teacher", "my-record", "en"), ("teacher", "my-calendar", "es")):
            page = self.made(login, name, "html", "--language", language).read_text()
            self.assertEqual(violations(page, source), [], name)
        self.assertIn("html-has-lang", str(violations(page.replace('lang="es"', ""), source)))

    def test_aPdfSaysWhatItsTwinSays(self):
        rows = self.rows("lead", "mentoring-statement", "--period", self.month)
        said = text_of_pdf(self.made("lead", "mentoring-statement", "pdf", "--period", self.month))
        self.assertTrue(said.startswith("Monthly mentoring statement"), said[:80])
        self.assertLess(said.index("Minutes of each pair"), said.index("Dates"))
        self.assertLess(said.index("Dates"), said.index("How to read it"))
        for row in rows:
            self.assertIn(f" {row['sessions']} {row['minutes']} {row['protected_minutes']} ", said)

    def test_aWorkbookHoldsNumbersAndDays(self):
        rows = self.rows("lead", "mentoring-statement", "--period", self.month)
        sheets = sheets_of(self.made("lead", "mentoring-statement", "xlsx", "--period", self.month))
        table = next(iter(sheets.values()))
        self.assertEqual([row["F"] for row in table[1:]], [float(row["minutes"]) for row in rows])
        dates = sheets["Dates"]
        self.assertTrue(all(isinstance(row["B"], float) for row in dates[1:]))

    def test_aCalendarTellsDaysAndNobody(self):
        path = self.made("teacher", "my-calendar", "ics")
        events = events_of(path)
        self.assertEqual(len(events), len(self.rows("teacher", "my-calendar")))
        self.assertEqual({frozenset(event) for event in events},
                         {frozenset(["UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"])})
        self.assertEqual({event["CLASS"] for event in events}, {"PRIVATE"})
        self.assertTrue(all(event["SUMMARY"].startswith("Mentoring: ") for event in events))
        self.assertIn("Mentoring: next meeting", [event["SUMMARY"] for event in events])
        self.assertIn("Mentoring: my next step is due", [event["SUMMARY"] for event in events])
        text = path.read_bytes().decode()
        self.assertTrue(all(len(line.encode()) <= 75 for line in text.split("\r\n")))
        for person in self.academy.devices["teacher"].list("Person"):
            self.assertNotIn(person["family"], text)
        self.assertNotIn(SAID, text)

    def test_theSameMomentMakesTheSameFile(self):
        for form in ("pdf", "html", "csv", "xlsx"):
            first, second = (self.made("teacher", "my-record", form, "--now", NOW).read_bytes() for _ in range(2))
            self.assertEqual(first, second, form)

    def test_wrongUseIsOneSentence(self):
        for words in (("--period", "2026-10-05"), ("--period", "2026-fall"), ("--period", "last"), ("--language", "fr")):
            path, done = self.made("lead", "mentoring-statement", "csv", *words, check=False)
            self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (2, 1), done.stderr)
            self.assertFalse(path.exists())
        for name, form in (("grades", "csv"), ("mentoring-statement", "docx"), ("mentoring-statement", "ics")):
            _, done = self.made("lead", name, form, check=False)
            self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (2, 1), done.stderr)
        for form in ("csv", "xlsx"):
            done = self.academy.devices["lead"].run("report", "D1", "--format", form, "--out", "/nowhere/x", check=False)
            self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (1, 1), done.stderr)

    def test_sheIsToldWhoCopiedWhatIsAboutHer(self):
        self.made("lead", "mentoring-statement", "csv", "--period", self.month)
        self.academy.server.start()
        try:
            self.academy.sync_all(2)
        finally:
            self.academy.server.stop()
        lead = self.academy.server.accounts["lead"]["person"]
        copied = [one for one in self.academy.devices["teacher"].lines("access")
                  if one["reader"] == lead and one["kind"] == "ACCESS_KIND_EXPORTED"]
        self.assertEqual([one["place"] for one in copied], [f"pair-log/{self.match['id']}"], copied)


if __name__ == "__main__":
    unittest.main()
