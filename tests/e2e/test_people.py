# SPDX-License-Identifier: Apache-2.0
"""Invites as QR codes, further devices, recovery, and devices that are signed out."""

import re
import struct
import unittest
import zlib

from academy import Academy, Device, Refused, lines_of


def png_squares(data):
    """The dark squares of a PNG with one bit a pixel and eight pixels a square; checks every checksum."""
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    at, chunks = 8, {}
    while at < len(data):
        length, = struct.unpack(">I", data[at:at + 4])
        kind, content = data[at + 4:at + 8], data[at + 8:at + 8 + length]
        assert struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0] == zlib.crc32(kind + content)
        chunks[kind] = content
        at += 12 + length
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    side, height, depth, colour = struct.unpack(">IIBB", chunks[b"IHDR"][:10])
    assert (side, depth, colour) == (height, 1, 0)
    rows = zlib.decompress(chunks[b"IDAT"])
    width = side // 8
    lines = [rows[n * (width + 1) + 1:(n + 1) * (width + 1)] for n in range(side)]
    assert len(rows) == side * (width + 1) and all(lines[n] == lines[n - n % 8] for n in range(side))
    return {(x, y) for y in range(width) for x in range(width) if lines[y * 8][x] == 0}


class People(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server

    def bare(self, name):
        return Device(self.academy.directory / name, name)

    def check_in(self, device, minutes):
        match = device.list("MentorMatch")[0]
        return device.put("CheckIn", {"matchId": match["id"], "mentor": match["mentor"], "on": "2026-11-17",
                                      "minutes": minutes, "status": "CHECK_IN_STATUS_RECORDED"},
                          f"pair-log/{match['id']}")

    def test_aQrCodeSaysAllThatADeviceNeeds(self):
        told = self.server.admin("account", "invite", "mentor", "--qr", "text").stdout
        link = told.splitlines()[-1]
        self.assertRegex(link, r"^cadre://enroll\?server=https.*&pin=sha256.*&invite=")
        tablet = self.bare("tablet")
        tablet.run("enroll", "--invite", link)
        self.assertGreater(tablet.sync()["pulled"], 0)
        with self.assertRaises(Refused) as again:
            self.bare("thief").run("enroll", "--invite", link)
        self.assertIn("used already", again.exception.sentence)

    def test_picturesOfAQrCodeShowTheSameSquares(self):
        for kind in ("svg", "png"):
            self.server.admin("account", "invite", "mentor", "--qr", kind, "--out",
                              str(self.academy.directory / f"invite.{kind}"))
        svg = (self.academy.directory / "invite.svg").read_text()
        side = int(re.search(r'viewBox="0 0 (\d+) ', svg)[1])
        dark = {(int(x), int(y)) for x, y in re.findall(r"M(\d+) (\d+)h1v1h-1z", svg)}
        squares = png_squares((self.academy.directory / "invite.png").read_bytes())
        for found in (dark, squares):
            # The three large corners, and the quiet zone around them.
            self.assertTrue({(4, 4), (10, 4), (4, 10), (side - 5, 4), (4, side - 5)} <= found)
            self.assertTrue(all(3 < x < side - 4 and 3 < y < side - 4 for x, y in found))
        self.assertEqual((self.academy.directory / "invite.png").stat().st_mode & 0o777, 0o600)

    def test_wrongWordsOnTheCommandLineAreToldKindly(self):
        for words in (["--qr", "gif"], ["--qr", "png"], ["--hours", "9999"]):
            with self.assertRaises(Refused) as wrong:
                self.server.admin("account", "invite", "mentor", *words)
            self.assertEqual((wrong.exception.status, wrong.exception.sentence.count("\n")), (2, 0))

    def test_aPersonIsGivenOneMoreRole(self):
        school = self.academy.device("lead", "lead")
        school.sync()
        words = ["account", "role", "mentor", "--role", "ST", "--organization", school.list("MentorMatch")[0]["school"]]
        for wrong in (["--evaluates", "nobody.known"], ["--role", "KING"], ["--organization", "nowhere"]):
            done = self.server.admin(*words, *wrong, check=False)
            self.assertNotEqual(done.returncode, 0, wrong)
            self.assertEqual(done.stderr.strip().count("\n"), 0, done.stderr)
        account = lines_of(self.server.admin(*words, "--json").stdout)[0]
        self.assertEqual(account["roles"], ["MT", "ST"])
        self.assertIn(f"school-team/{words[-1]}", account["scopes"])

    def test_aRoleThatEndsTakesItsPlacesAlongAtOnce(self):
        school = self.academy.device("lead")
        school.sync()
        place = school.list("MentorMatch")[0]["school"]
        words = ["--role", "SL", "--organization", place]
        self.assertTrue(any(grant["scope"] == f"school-team/{place}" for grant in school.lines("grants")))
        told = self.server.admin("account", "end-role", "lead", *words, "--json").stdout
        self.assertNotIn("SL", told)
        school.sync()
        self.assertEqual([grant for grant in school.lines("grants") if grant.get("scope") == f"school-team/{place}"], [])
        self.assertEqual(school.list("MentorMatch"), [])
        again = self.server.admin("account", "end-role", "lead", *words, check=False)
        self.assertEqual(again.returncode, 1)
        self.assertIn("holds no such role", again.stderr)
        changes = [line for line in lines_of(self.server.admin("audit", "list", "--json").stdout)
                   if line["kind"] == "access_changed" and line["type"] == "RoleAssignment"]
        self.assertEqual((changes[-1]["reason"], changes[-1]["person"]), ("ended", school.status()["person"]))

    def test_oneMoreDeviceComesByACodeOfAnEnrolledOne(self):
        phone = self.academy.device("mentor", "phone")
        code = phone.one("device", "code")["code"]
        tablet = self.bare("tablet")
        tablet.run("enroll", "--server", self.server.url, "--pin", self.server.pin, "--invite", code.lower())
        self.assertGreater(tablet.sync()["pulled"], 0)
        self.assertEqual([device["isThis"] for device in phone.lines("device", "list")].count(True), 1)
        self.assertEqual(len(phone.lines("device", "list")), 2)

    def test_aLostTabletIsSignedOutAndItsWorkIsKept(self):
        phone, tablet = self.academy.device("mentor", "phone"), self.academy.device("mentor", "tablet")
        tablet.sync()
        sent = self.check_in(tablet, 30)
        tablet.sync()
        late = self.check_in(tablet, 45)
        site = tablet.status()["site"]
        self.assertTrue(phone.one("device", "revoke", site)["revoked"])
        with self.assertRaises(Refused) as refused:
            tablet.sync()
        self.assertIn("signed out", refused.exception.sentence)
        self.assertEqual([one["reason"] for one in tablet.lines("quarantine")], ["signed_out"])
        phone.sync()
        self.assertTrue(phone.has("CheckIn", sent["id"]))
        self.assertFalse(phone.has("CheckIn", late["id"]))
        with self.assertRaises(Refused):
            tablet.run("device", "code")
        with self.assertRaises(Refused):
            tablet.run("recovery-codes")
        devices = [line for line in self.server.admin("device", "list").stdout.splitlines() if "signed out" in line]
        self.assertEqual([line.split()[0] for line in devices], [site])

    def test_aSuspendedAccountHoldsAtTheNextCall(self):
        phone = self.academy.device("mentor", "phone")
        phone.sync()
        self.server.admin("account", "suspend", "mentor")
        with self.assertRaises(Refused) as refused:
            phone.sync()
        self.assertIn("signed out", refused.exception.sentence)

    def test_recoveryTakesACodeAndThePassphrase(self):
        phone = self.academy.device("mentor", "phone")
        with self.assertRaises(Refused) as weak:
            phone.run("passphrase", stdin="Password123!\n")
        self.assertEqual(weak.exception.status, 2)
        phone.run("passphrase", stdin="green tractor on a hill\n")
        codes = phone.one("recovery-codes")["codes"]
        self.assertEqual(len(set(codes)), 8)
        tablet = self.bare("tablet")
        words = ["enroll", "--server", self.server.url, "--pin", self.server.pin, "--invite", codes[0]]
        with self.assertRaises(Refused) as missing:
            tablet.run(*words)
        self.assertIn("passphrase", missing.exception.sentence)
        file = self.academy.directory / "passphrase"
        file.write_text("green tractor on a hill\n")
        tablet.run(*words, "--recovery-passphrase-file", str(file))
        self.assertGreater(tablet.sync()["pulled"], 0)
        stored = (self.server.directory / "academy.db").read_bytes()
        stored += b"".join(path.read_bytes() for path in self.server.directory.glob("academy.db-wal"))
        for secret in ("green tractor", *codes, *(code.replace("-", "") for code in codes)):
            self.assertNotIn(secret.encode(), stored)


if __name__ == "__main__":
    unittest.main(verbosity=2)
