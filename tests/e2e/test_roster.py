# SPDX-License-Identifier: Apache-2.0
"""A district's lead takes in the staff of a OneRoster file; nothing of students goes anywhere."""

import csv
import io
import stat
import unittest
import zipfile

from academy import Academy, Device, Refused
from watched import Tap

ORGS = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId".split(",")
USERS_11 = ("sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,"
            "middleName,identifier,email,sms,phone,agentSourcedIds,grades,password").split(",")
USERS_12 = ("sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,"
            "email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,"
            "preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns").split(",")
ROLES = ("sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,"
         "userProfileSourcedId").split(",")
SECRETS = ["Kidgiven", "Kidfamily", "kid.login", "K-7788", "kid@home.example", "Kinpassword", "Kingiven", "Kinfamily"]


def table(columns, rows):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def person(sourced_id, given, family, role="teacher", orgs="s1", **more):
    return {"sourcedId": sourced_id, "enabledUser": "true", "orgSourcedIds": orgs, "role": role,
            "username": f"{given}.{family}".lower(), "givenName": given, "familyName": family,
            "email": f"{given}.{family}@school.example".lower(), "password": "Kinpassword", **more}


KID = {**person("kid-1", "Kidgiven", "Kidfamily", "student"), "username": "kid.login", "identifier": "K-7788",
       "email": "kid@home.example", "password": "Kinpassword"}
KIN = person("kin-1", "Kingiven", "Kinfamily", "guardian", agentSourcedIds="kid-1")


class TestRoster(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server
        self.district = self.academy.device("district")
        self.district.sync()
        self.path = self.academy.directory / "roster.zip"

    def write(self, users, orgs=None, version="1.1", mode="bulk", roles=None):
        orgs = orgs if orgs is not None else [
            {"sourcedId": "d1", "name": "Cedar Bend School District", "type": "district"},
            {"sourcedId": "s1", "name": "Lincoln Elementary", "type": "school", "parentSourcedId": "d1"}]
        manifest = {"manifest.version": "1.0", "oneroster.version": version, "file.users": mode,
                    "file.orgs": "bulk" if orgs else "absent", "file.roles": mode if roles else "absent",
                    "source.systemName": "Sample SIS"}
        if mode == "delta":
            users = [{"status": "active", "dateLastModified": "2026-08-01T00:00:00Z", **user} for user in users]
        with zipfile.ZipFile(self.path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("manifest.csv", "propertyName,value\n" + "".join(f"{k},{v}\n" for k, v in manifest.items()))
            if orgs:
                archive.writestr("orgs.csv", table(ORGS, orgs))
            columns = USERS_11 if version == "1.1" else USERS_12
            archive.writestr("users.csv", table(columns, [{k: v for k, v in u.items() if k in columns} for u in users]))
            if roles:
                archive.writestr("roles.csv", table(ROLES, roles))

    def take(self, *words, device=None):
        lines = (device or self.district).lines("import", "oneroster", str(self.path), *words)
        return lines[-1], lines[:-1]

    def stored(self):
        folder = self.server.directory
        return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())

    def people(self):
        self.district.sync()
        return {one["sourcedId"]: one for one in self.district.list("Person") if "sourcedId" in one}

    def lincoln(self):
        return next(one["id"] for one in self.district.list("Organization") if one["name"] == "Lincoln Elementary")

    def roles_of(self, who):
        return [(one["role"], one.get("to")) for one in self.district.list("RoleAssignment") if one["person"] == who]

    def test_aDistrictsStaffComesInOnceAndTheSameFileAgainChangesNothing(self):
        self.write([person("t1", "Ana", "Ruiz"), person("p1", "Omar", "Bell", "principal"), KID, KIN,
                    person("x1", "Nobody", "Known", "coach")])
        before = self.server.admin("stats", "--json").stdout
        summary, lines = self.take("--dry-run")
        self.assertEqual((summary["preview"], summary["added"], summary["notTaken"]), (True, 2, 1))
        self.assertEqual([line["row"] for line in lines if line["outcome"] == "added"], [2, 3])
        self.assertEqual(self.server.admin("stats", "--json").stdout, before)
        self.assertNotIn("Ana", self.server.admin("account", "list").stdout)

        summary, lines = self.take()
        self.assertEqual((summary["added"], summary["leftUnread"]), (2, 2))
        invites = {line["login"]: line["invite"] for line in lines if "invite" in line}
        self.assertEqual(set(invites), {"ana.ruiz", "omar.bell"})
        self.assertEqual(self.people()["t1"]["family"], "Ruiz")
        ana = Device(self.academy.directory / "ana")
        ana.enroll(self.server, invites["ana.ruiz"])
        ana.sync()
        self.assertTrue(any(grant["scope"].startswith("school/") for grant in ana.lines("grants")))

        after = self.server.admin("stats", "--json").stdout
        summary, lines = self.take()
        self.assertEqual((summary["changes"], summary["unchanged"]), (0, 2))
        self.assertEqual([line for line in lines if "invite" in line], [])
        self.assertEqual(self.server.admin("stats", "--json").stdout, after)
        self.assertIn("Nothing to change.", self.district.run("import", "oneroster", str(self.path)).stdout)
        self.assertEqual(self.server.admin("check").returncode, 0)

    def test_nothingOfStudentsAndFamiliesGoesAnywhere(self):
        invite = self.server.invite("district")
        self.server.stop()
        self.server.words = ["--plaintext"]
        self.server.start()
        tap = Tap(self.server.port)
        self.addCleanup(tap.close)
        tablet = Device(self.academy.directory / "tablet")
        tablet.run("enroll", "--server", f"http://127.0.0.1:{tap.port}", "--invite", invite)
        self.write([person("t1", "Ana", "Ruiz"), KID, KIN])
        shown = tablet.run("import", "oneroster", str(self.path), "--dry-run").stdout
        shown += tablet.run("import", "oneroster", str(self.path)).stdout
        tablet.sync()
        self.assertIn("Ana Ruiz", shown)
        self.assertIn(b"ana.ruiz", self.stored())
        self.assertIn(b"ana.ruiz@school.example", tap.bytes)
        for secret in SECRETS:
            self.assertNotIn(secret, shown)
            self.assertNotIn(secret.encode(), tap.bytes)
            self.assertFalse(tablet.holds_bytes(secret))
            self.assertNotIn(secret.encode(), self.stored())

    def test_anEmailIsTakenForAPersonOnlyWhenSomebodySaysSo(self):
        elena = next(one for one in self.district.list("Person") if one["family"] == "Rivera")
        self.write([person("m1", "Elena", "Rivera-Lopez", email=elena["email"].upper())])
        summary, lines = self.take()
        self.assertEqual((summary["asked"], summary["changes"]), (1, 0))
        self.assertIn("same e-mail", lines[0]["sentence"])
        summary, _ = self.take("--same", "m1")
        self.assertEqual((summary["changed"], summary["asked"]), (1, 0))
        self.district.sync()
        self.assertEqual(self.district.get("Person", elena["id"])["family"], "Rivera-Lopez")
        self.assertEqual(self.take()[0]["changes"], 0)
        with self.assertRaises(Refused) as wrong:
            self.take("--same", "nobody")
        self.assertEqual(wrong.exception.status, 2)

    def test_aStaffNumberIsAPerson(self):
        self.write([person("t1", "Ana", "Ruiz", identifier="N-1")])
        self.take()
        ana = self.people()["t1"]["id"]
        self.write([person("new-id", "Ana", "Ruiz-Bell", identifier="N-1")])
        summary, lines = self.take("--source", "another system")
        self.assertEqual((summary["added"], summary["changed"]), (0, 1))
        self.assertIn("staff number", lines[0]["sentence"])
        self.assertEqual(self.people()["new-id"]["id"], ana)

    def test_whoeverIsToBeDeletedIsEndedAndNothingOfHersIs(self):
        self.write([person("t1", "Ana", "Ruiz"), person("t2", "Bo", "Lund")])
        invites = {line["login"]: line["invite"] for line in self.take()[1] if "invite" in line}
        ana = Device(self.academy.directory / "ana")
        ana.enroll(self.server, invites["ana.ruiz"])
        ana.sync()
        self.write([person("t1", "Ana", "Ruiz", status="tobedeleted"), person("t2", "Bo", "Lund", enabledUser="false"),
                    {**KID, "status": "tobedeleted"}], mode="delta", orgs=[])
        summary, lines = self.take()
        self.assertEqual([line["name"] for line in lines], ["Ana Ruiz", "Bo Lund"])
        self.assertEqual(summary["ended"], 2)
        self.assertEqual(self.take()[0]["changes"], 0)
        people = self.people()
        self.assertFalse(people["t1"].get("active", False))
        self.assertTrue(all(to for _, to in self.roles_of(people["t1"]["id"])))
        ana.sync()
        scopes = [grant["scope"] for grant in ana.lines("grants")]
        self.assertTrue(scopes and all(scope.split("/")[0] in ("person", "access", "teacher", "reference", "academy")
                                       for scope in scopes), scopes)
        with self.assertRaises(Refused):
            Device(self.academy.directory / "bo").enroll(self.server, invites["bo.lund"])
        # Back in the next file, she goes on as she was.
        self.write([person("t1", "Ana", "Ruiz")])
        self.assertEqual(self.take()[0]["changed"], 1)
        self.assertTrue(self.people()["t1"]["active"])

    def test_whoIsMissingFromAWholeRosterIsAskedAbout(self):
        self.write([person("t1", "Ana", "Ruiz"), person("t2", "Bo", "Lund")])
        self.take()
        self.write([person("t1", "Ana", "Ruiz")])
        summary, lines = self.take()
        self.assertEqual((summary["changes"], [line["sourcedId"] for line in lines]), (0, ["t2"]))
        self.write([person("t1", "Ana", "Ruiz"), person("", "No", "Id")])
        self.assertEqual(self.take("--end-missing")[0]["ended"], 0) # The row could have been hers.
        self.write([person("t1", "Ana", "Ruiz")])
        self.assertEqual(self.take("--end-missing")[0]["ended"], 1)

    def test_aRosterOf12WholeAndAsChanges(self):
        def role(number, user, word="teacher", **more):
            return {"sourcedId": f"r{number}", "userSourcedId": user, "roleType": "primary", "role": word,
                    "orgSourcedId": "s1", **more}
        self.write([person("t1", "Ana", "Ruiz", preferredGivenName="Anita"), KID], version="1.2",
                   roles=[role(1, "t1"), role(2, "kid-1", "student")])
        self.assertEqual(self.take()[0]["added"], 1)
        self.assertEqual(self.people()["t1"]["preferred"], "Anita Ruiz")
        delta = {"status": "active", "dateLastModified": "2026-08-01T00:00:00Z"}
        self.write([person("t1", "Ana", "Bell"), KID], version="1.2", mode="delta", orgs=[],
                   roles=[role(1, "t1", status="tobedeleted"), role(3, "t1", "principal", **delta)])
        self.assertEqual(self.take()[0]["changed"], 1)
        ana = self.people()["t1"]
        self.assertEqual(ana["family"], "Bell")
        self.assertEqual([(r, bool(to)) for r, to in sorted(self.roles_of(ana["id"]))],
                         [("ROLE_BT", True), ("ROLE_PR", False)])
        self.assertNotIn(b"Kidgiven", self.stored())

    def test_schoolsAreAddedOnlyWhenAsked(self):
        orgs = [{"sourcedId": "d1", "name": "Cedar Bend School District", "type": "district"},
                {"sourcedId": "s9", "name": "New School", "type": "school", "parentSourcedId": "d1"}]
        self.write([person("t9", "Ana", "Ruiz", orgs="s9")], orgs)
        summary, lines = self.take()
        self.assertEqual((summary["asked"], summary["changes"]), (1, 0))
        self.assertEqual((lines[0]["file"], lines[0]["row"]), ("orgs.csv", 3))
        summary, _ = self.take("--organization", f"s9={self.lincoln()}", "--dry-run")
        self.assertEqual(summary["added"], 1)
        self.write([person("t9", "Ana", "Ruiz", orgs="elsewhere")])
        self.assertIn("does not tell what this is", self.take()[1][0]["sentence"])
        self.assertEqual(self.take("--organization", f"elsewhere={self.lincoln()}", "--dry-run")[0]["added"], 1)
        self.write([person("t9", "Ana", "Ruiz", orgs="s9")], orgs)
        summary, _ = self.take("--add-schools")
        self.assertEqual(summary["added"], 2)
        self.assertIn("New School", [one["name"] for one in self.people() and self.district.list("Organization")])

    def test_onlyALeadTakesPeopleInAndOnlyInRolesSheGives(self):
        self.write([person("t1", "Ana", "Ruiz"), person("p1", "Omar", "Bell", "principal")])
        teacher = self.academy.device("teacher")
        with self.assertRaises(Refused) as refused:
            self.take(device=teacher)
        self.assertEqual(refused.exception.status, 1)
        self.assertIn("M&I lead", refused.exception.sentence)
        lead = self.academy.device("lead")
        summary, lines = self.take(device=lead)
        self.assertEqual((summary["added"], summary["notTaken"]), (1, 1))
        left = next(line for line in lines if line.get("outcome") == "notTaken")
        self.assertEqual((left["row"], left["name"]), (3, "Omar Bell"))
        self.assertIn("Principal is a role that you do not give", left["sentence"])
        # Nor does she change somebody who holds a role that she does not give.
        lead.sync()
        principal = next(role["person"] for role in lead.list("RoleAssignment") if role["role"] == "ROLE_PR"
                         and role["scope"] == f"people/{self.lincoln()}")
        before = lead.get("Person", principal)
        self.write([person("boss", "Renamed", "Other", email=before["email"])])
        summary, lines = self.take("--same", "boss", device=lead)
        self.assertEqual((summary["changes"], summary["notTaken"]), (0, 1))
        self.assertIn("also Principal", next(line["sentence"] for line in lines if line["sourcedId"] == "boss"))
        lead.sync()
        self.assertEqual(lead.get("Person", principal)["family"], before["family"])

    def test_theInvitesAreAPageToPrint(self):
        self.write([person("t1", "Ana", "Ruiz"), person("t2", "Bo <i>", "Lund")])
        page = self.academy.directory / "invites.html"
        self.take("--invites", str(page))
        text = page.read_text()
        self.assertEqual((text.count("<svg"), stat.S_IMODE(page.stat().st_mode)), (2, 0o600))
        self.assertIn("Bo &lt;i&gt; Lund", text)
        again = self.academy.directory / "again.html"
        with self.assertRaises(Refused) as there:
            self.take("--invites", str(page))
        self.assertEqual(there.exception.status, 2)
        self.take("--renew-invites", "--invites", str(again))
        self.assertEqual(again.read_text().count("<svg"), 2)

    def test_whoeverIsInAPairGetsNoInviteByARoster(self):
        people = {one["id"]: one for one in self.district.list("Person")}
        matches = self.district.list("MentorMatch")
        teacher = next(people[one["teacher"]] for one in matches if one["status"] == "MATCH_STATUS_ACTIVE")
        self.write([person("t1", teacher["given"], teacher["family"], orgs="s9", email=teacher["email"]),
                    person("t2", "Bo", "Lund")])
        words = ["--same", "t1", "--organization", f"s9={teacher['orgId']}", "--renew-invites"]
        summary, lines = self.take(*words)
        self.assertEqual((summary["added"], [line["name"] for line in lines if "invite" in line]), (1, ["Bo Lund"]))
        self.assertEqual([line["name"] for line in self.take(*words)[1] if "invite" in line], ["Bo Lund"])

    def test_aBadFileIsOneSentenceAndNothingIsTaken(self):
        self.write([person("t1", "Ana", "Ruiz")])
        whole = self.path.read_bytes()
        for content, status in ((whole[:-30], 1), (b"", 1), (b"PK", 1)):
            self.path.write_bytes(content)
            with self.assertRaises(Refused) as refused:
                self.take()
            self.assertEqual(refused.exception.status, status)
            self.assertEqual(len(refused.exception.sentence.splitlines()), 1)
        self.path.unlink()
        with self.assertRaises(Refused) as missing:
            self.take()
        self.assertEqual(missing.exception.status, 2)
        self.assertNotIn("t1", self.people())


if __name__ == "__main__":
    unittest.main(verbosity=2)
