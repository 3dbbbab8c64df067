# SPDX-License-Identifier: Apache-2.0
"""A check-in recorded without a network reaches whom it may; two edits that meet lose nothing."""

import datetime
import unittest
import uuid

from academy import Academy, fingerprint

WORKS = "Pencils sharpened before the bell, zebra-7431."
PRIVATE = "Speak slower next time, walrus-9052."
FOCUS = "Wait time, heron-2266"
STEP = "Count to five before the next question, otter-6617."


def school_day():
    """The last school day, today included."""
    day = datetime.date.today()
    while day.isoweekday() > 5:
        day -= datetime.timedelta(days=1)
    return day.isoformat()


class Spine(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = Academy().open()
        try:
            for login in ["mentor", "teacher", "lead", "principal", "district", "member", "mentor.2", "teacher.2"]:
                setattr(cls, login.replace(".", "_"), cls.academy.device(login))
            cls.phone = cls.academy.device("mentor", "mentor-phone")
            cls.academy.sync_all(1)
        except BaseException:
            cls.academy.close()
            raise
        cls.me = cls.mentor.status()["person"]
        cls.her = cls.teacher.status()["person"]
        cls.match = cls.mentor.list("MentorMatch", "--where", f"teacher={cls.her}")[0]["id"]

    @classmethod
    def tearDownClass(cls):
        cls.academy.close()

    def setUp(self):
        if self.academy.server.process is None:
            self.academy.server.start()

    def offline(self):
        self.academy.server.stop()

    def online(self):
        self.academy.server.start()
        self.academy.sync_all()

    def milestone(self, n=0):
        """The n-th planned one of the district; each test takes its own."""
        planned = self.district.list("Milestone", "--where", "status=MILESTONE_STATUS_PLANNED", "--order-by", "sort")
        return [one for one in planned if one["scope"].startswith("district/")][n]

    def check_in(self, device, minutes=45):
        return device.put("CheckIn", {
            "matchId": self.match, "mentor": self.me, "on": school_day(), "minutes": minutes,
            "status": "CHECK_IN_STATUS_RECORDED", "timeSource": "TIME_SOURCE_SANCTIONED",
            "activities": ["ACTIVITY_PLANNING"]})

    def months(self, device, type_name, **where):
        month = school_day()[:7]
        lines = device.list(type_name, "--where", f"month={month}",
                            *[word for key, value in where.items() for word in ("--where", f"{key}={value}")])
        return {line["id"]: line.get("minutes", 0) for line in lines}

    def test_aCheckInRecordedOfflineReachesWhomItMayAndNobodyElse(self):
        pair = f"pair/{self.match}"
        pair_minutes = sum(self.months(self.district, "PairMonth", matchId=self.match).values())
        school_minutes = sum(self.months(self.principal, "SchoolMonth").values())
        self.offline()
        check_in = self.check_in(self.mentor)
        detail = self.mentor.put("CheckInDetail", {"checkIn": check_in["id"], "focus": FOCUS, "pulse": 4,
                                                    "pulseGivenTo": self.me})
        note = self.mentor.put("CheckInNote", {"checkIn": check_in["id"], "author": self.me, "part": "NOTE_PART_WORKS",
                                               "body": WORKS}, pair)
        private = self.mentor.put("CheckInNote", {"checkIn": check_in["id"], "author": self.me,
                                                  "part": "NOTE_PART_PRIVATE", "body": PRIVATE}, f"person/{self.me}")
        step = self.mentor.put("ActionItem", {"checkIn": check_in["id"], "owner": self.her, "text": STEP,
                                              "status": "ACTION_STATUS_OPEN"}, pair)
        refused = self.mentor.run("sync", check=False)
        self.assertEqual(refused.returncode, 1)
        self.assertEqual(len(refused.stderr.strip().splitlines()), 1)
        self.assertGreaterEqual(self.mentor.status()["waiting"], 4)
        self.online()

        self.assertEqual(self.mentor.status()["waiting"], 0)
        shared = [("CheckIn", check_in), ("CheckInDetail", detail), ("CheckInNote", note), ("ActionItem", step)]
        for device in (self.mentor, self.phone):
            for type_name, record in shared + [("CheckInNote", private)]:
                self.assertTrue(device.has(type_name, record["id"]), f"{device.name} lacks the {type_name}")
        for type_name, record in shared:
            self.assertTrue(self.teacher.has(type_name, record["id"]), f"the teacher lacks the {type_name}")
        self.assertFalse(self.teacher.has("CheckInNote", private["id"]))
        self.assertEqual(self.lead.get("CheckIn", check_in["id"])["minutes"], 45)
        self.assertEqual(sum(self.months(self.district, "PairMonth", matchId=self.match).values()), pair_minutes + 45)
        self.assertEqual(sum(self.months(self.principal, "SchoolMonth").values()), school_minutes + 45)

        outside = [self.lead, self.principal, self.district, self.member, self.mentor_2, self.teacher_2]
        for device in outside:
            for words in (WORKS, PRIVATE, FOCUS, STEP):
                self.assertFalse(device.holds_bytes(words[-12:]), f"{device.name} holds bytes of the pair's words")
            for record in (detail, note, private, step):
                self.assertFalse(device.holds_bytes(record["id"]), f"{device.name} holds an id of the pair's")
                self.assertFalse(device.holds_bytes(uuid.UUID(record["id"]).bytes), f"{device.name} holds an id")
        for device in outside[1:]:
            self.assertFalse(device.holds_bytes(uuid.UUID(check_in["id"]).bytes), f"{device.name} holds the check-in's id")
            self.assertFalse(device.holds_bytes(check_in["id"]), f"{device.name} holds the check-in's id")
        self.assertFalse(self.teacher.holds_bytes(PRIVATE[-12:]))

    def test_twoEditsOfDifferentFieldsMerge(self):
        milestone = self.milestone(0)["id"]
        self.offline()
        self.district.edit("Milestone", milestone, {"currentDue": "2027-01-15"})
        self.member.edit("Milestone", milestone, {"atRisk": True})
        self.online()
        for device in (self.district, self.member, self.lead):
            merged = device.get("Milestone", milestone)
            self.assertEqual((merged["currentDue"], merged["atRisk"]), ("2027-01-15", True))
            self.assertNotIn("conflicts", merged)

    def test_twoEditsOfOneFieldAreKeptForBothUntilOneOfThemDecides(self):
        milestone = self.milestone(1)
        self.offline()
        self.district.edit("Milestone", milestone["id"], {"currentDue": "2027-05-03"})
        self.member.edit("Milestone", milestone["id"], {"currentDue": "2027-05-10"})
        self.online()
        cards = []
        for device in (self.district, self.member):
            mine = [card for card in device.conflicts() if card["record"] == milestone["id"]]
            self.assertEqual([card["field"] for card in mine], ["currentDue"])
            cards.append(mine[0])
        self.assertEqual(cards[0], cards[1])
        self.assertEqual({a["value"] for a in cards[0]["alternatives"]}, {"2027-05-03", "2027-05-10"})
        self.assertEqual(cards[0]["base"]["value"], milestone["currentDue"])

        chosen = cards[1]["alternatives"][1]["value"]
        self.member.run("resolve", cards[1]["id"], "--take", "1")
        self.academy.sync_all()
        for device in (self.district, self.member, self.lead):
            self.assertEqual([c for c in device.conflicts() if c["record"] == milestone["id"]], [])
            self.assertEqual(device.get("Milestone", milestone["id"])["currentDue"], chosen)

    def test_twoWhoResolveAtOnceMeetAgain(self):
        milestone = self.milestone(2)
        self.offline()
        self.district.edit("Milestone", milestone["id"], {"title": "From the district"})
        self.member.edit("Milestone", milestone["id"], {"title": "From the member"})
        self.online()
        self.offline()
        for device, title in ((self.district, "One more try"), (self.member, "Another try")):
            card = next(c for c in device.conflicts() if c["record"] == milestone["id"])
            device.run("resolve", card["id"], "--value", f'"{title}"')
        self.online()
        card = next(c for c in self.district.conflicts() if c["record"] == milestone["id"])
        self.assertEqual({a["value"] for a in card["alternatives"]}, {"One more try", "Another try"})
        self.district.run("resolve", milestone["id"], "--take", "0")  # the only one of that record
        self.academy.sync_all()
        self.assertEqual(self.member.get("Milestone", milestone["id"])["title"], card["alternatives"][0]["value"])

    def test_aFormOpenedBeforeAnotherEditArrivedIsNoSuccessorOfIt(self):
        milestone = self.milestone(3)["id"]
        token = self.district.one("get", "Milestone", milestone, "--open")["token"]
        self.member.edit("Milestone", milestone, {"currentDue": "2027-03-01"})
        self.academy.sync_all()
        self.district.edit("Milestone", milestone, {"currentDue": "2027-03-05"}, token)
        self.academy.sync_all()
        card = next(c for c in self.member.conflicts() if c["record"] == milestone)
        self.assertEqual({a["value"] for a in card["alternatives"]}, {"2027-03-01", "2027-03-05"})
        self.member.run("resolve", card["id"], "--take", "0")
        self.academy.sync_all()

    def test_editsOneAfterTheOtherNeverMeet(self):
        milestone = self.milestone(4)["id"]
        for n, device in enumerate([self.district, self.member] * 3):
            device.edit("Milestone", milestone, {"currentDue": f"2027-04-0{n + 1}"})
            self.academy.sync_all(1)
            self.district.sync()
            self.member.sync()
        self.assertEqual(self.district.get("Milestone", milestone)["currentDue"], "2027-04-06")
        self.assertEqual([c for c in self.member.conflicts() if c["record"] == milestone], [])

    def test_anEditThatHadNotSeenTheDeleteBringsTheRecordBack(self):
        milestone = self.district.list("Milestone", "--where", "status=MILESTONE_STATUS_DROPPED")[0]["id"]
        self.offline()
        self.district.run("delete", "Milestone", milestone)
        self.member.edit("Milestone", milestone, {"blocker": "Two buses are late."})
        self.online()
        for device in (self.district, self.member):
            kept = device.get("Milestone", milestone)
            self.assertEqual(kept["blocker"], "Two buses are late.")
            self.assertIn("life", kept["conflicts"])
            card = next(c for c in device.conflicts() if c["record"] == milestone)
        self.district.run("resolve", card["id"], "--take", "0")
        self.academy.sync_all()

    def test_aDraftIsPublishedUnderItsOwnId(self):
        check_in = self.check_in(self.mentor, 30)
        words = {"checkIn": check_in["id"], "author": self.me, "part": "NOTE_PART_CHALLENGE", "body": "Draft, lynx-3310."}
        draft = self.mentor.put("CheckInNote", words, f"person/{self.me}")
        self.academy.sync_all()
        self.assertFalse(self.teacher.has("CheckInNote", draft["id"]))
        self.assertTrue(self.phone.has("CheckInNote", draft["id"]))
        self.mentor.put("CheckInNote", {**words, "id": draft["id"]}, f"pair/{self.match}")
        self.academy.sync_all()
        self.assertEqual(self.teacher.get("CheckInNote", draft["id"])["body"], words["body"])

    def test_whatMayNotBeWrittenIsSetAsideAndTheNextChangeGoesOn(self):
        check_in = self.check_in(self.mentor, 20)
        self.academy.sync_all()
        self.teacher.edit("CheckIn", check_in["id"], {"minutes": 5})
        answer = self.teacher.put("Acknowledgement", {"checkIn": check_in["id"], "teacher": self.her, "at": "1790000000000",
                                                      "result": "CONFIRMATION_CONFIRMED"})
        self.academy.sync_all()
        aside = self.teacher.lines("quarantine")
        self.assertIn(check_in["id"], [line["id"] for line in aside])
        self.assertTrue(all(line["sentence"] for line in aside))
        self.assertEqual(self.mentor.get("CheckIn", check_in["id"])["minutes"], 20)
        self.assertEqual(self.teacher.get("CheckIn", check_in["id"])["minutes"], 20)
        self.assertTrue(self.mentor.has("Acknowledgement", answer["id"]))
        self.assertEqual(self.teacher.status()["waiting"], 0)

    def test_everybodyMeansTheSameHistory(self):
        self.academy.sync_all()
        seen = {}
        for device in self.academy.devices.values():
            for scope, history in fingerprint(device).items():
                self.assertEqual(seen.setdefault(scope, history), history, f"{device.name} differs in {scope}")
        self.assertEqual(self.academy.server.admin("check").returncode, 0)

    def test_aRevokedDeviceIsToldSoAndKeepsWhatItSaved(self):
        lost = self.academy.device("mentor", "lost-tablet")
        try:
            lost.sync()
            saved = self.check_in(lost, 15)
            self.academy.server.admin("device", "revoke", lost.status()["site"])
            refused = lost.run("sync", check=False)
            self.assertEqual(refused.returncode, 1)
            self.assertEqual(len(refused.stderr.strip().splitlines()), 1)
            # Handed in all the same, for somebody to look at.
            self.assertEqual([(one["id"], one["reason"]) for one in lost.lines("quarantine")],
                             [(saved["id"], "signed_out")])
            self.assertFalse(self.phone.has("CheckIn", saved["id"]))
        finally:
            del self.academy.devices["lost-tablet"]


if __name__ == "__main__":
    unittest.main(verbosity=2)
