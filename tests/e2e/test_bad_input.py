# SPDX-License-Identifier: Apache-2.0
"""Bad input to the programs gets one clear sentence; nothing saved is lost, nothing is half applied."""

import base64
import json
import shutil
import signal
import sqlite3
import subprocess
import unittest

from academy import Academy, Device, Server
from cases import NOBODY, WithAcademy, fill_up_at


class CommandLine(WithAcademy):
    def test_wrongUseEndsWithTwo(self):
        for words in (["fly"], [], ["get"], ["get", "Dragon", NOBODY], ["get", "Comment", "not-an-id"],
                      ["put", "Comment", "--scope", "nowhere"], ["list", "Comment", "--where", "wings=2"],
                      ["list", "Comment", "--where", "wings"], ["status", "--now", "yesterday"], ["sync", "--fast"],
                      ["resolve", "x"], ["edit", "Comment", NOBODY, "--context"]):
            with self.subTest(words=words):
                self.refused(self.district, *words, stdin="{}", status=2)

    def test_whatIsWrongWithARecordIsSaid(self):
        scope = ["--scope", self.milestone["scope"]]
        right = {"about": self.milestone["id"], "body": "Fine."}
        before = len(self.district.list("Comment"))
        for stdin in ("", "not json", "[1]", "{\"body\":", json.dumps({**right, "wings": 2}),
                      json.dumps({**right, "body": 7}), json.dumps({"about": right["about"]}),
                      json.dumps({**right, "body": "x" * 2001})):
            with self.subTest(stdin=stdin[:40]):
                self.refused(self.district, "put", "Comment", *scope, stdin=stdin, status=1)
        self.refused(self.district, "put", "CheckIn", *scope, stdin="{}")
        self.assertEqual(len(self.district.list("Comment")), before)

    def test_aBadPatchChangesNothing(self):
        record = self.comment()
        for stdin in ("{\"body\":null}", "{\"wings\":1}", "{\"body\":[]}"):
            self.refused(self.district, "edit", "Comment", record["id"], stdin=stdin, status=1)
        self.refused(self.district, "edit", "Comment", record["id"], "--context", "nonsense", stdin="{}", status=2)
        self.assertEqual(self.district.get("Comment", record["id"]), record)

    def test_anUnknownRecordIsSaid(self):
        for words in (["get", "Comment", NOBODY], ["edit", "Comment", NOBODY], ["delete", "Comment", NOBODY],
                      ["resolve", "nothing", "--take", "0"]):
            self.refused(self.district, *words, stdin="{}", status=1)

    def test_aDeviceThatIsNotEnrolledIsToldSo(self):
        device = Device(self.academy.directory / "new")
        self.assertFalse(device.status()["enrolled"])
        self.refused(device, "sync", status=1)

    def test_aWrongOrUsedInviteIsRefused(self):
        account = self.server.accounts["partner"]
        first = Device(self.academy.directory / "first")
        first.enroll(self.server, account["invite"])
        second = Device(self.academy.directory / "second")
        for invite in (account["invite"], "WRONG-INVITE", ""):
            self.refused(second, "enroll", "--server", self.server.url, "--invite", invite or "-", "--pin", self.server.pin,
                         status=1)
        first.sync()

    def test_anotherServersPinIsRefused(self):
        device = Device(self.academy.directory / "pinned")
        pin = "sha256/" + base64.b64encode(bytes(32)).decode()
        invite = self.server.accounts["organizer"]["invite"]
        self.refused(device, "enroll", "--server", self.server.url, "--invite", invite, "--pin", pin, status=1)
        device.enroll(self.server, invite)

    def test_aServerThatDoesNotAnswerIsSaid(self):
        device = Device(self.academy.directory / "alone")
        self.refused(device, "enroll", "--server", "https://127.0.0.1:1", "--invite", "X", status=1)
        self.refused(device, "enroll", "--server", "carrier pigeon", "--invite", "X", status=2)


class Store(WithAcademy):
    def copy(self, name):
        target = self.academy.directory / name
        shutil.copytree(self.district.directory, target)
        return Device(target)

    @staticmethod
    def database(device):
        return max(device.directory.rglob("*.db"), key=lambda path: path.stat().st_size)

    def test_aSecondProcessIsToldWhoHasTheDirectory(self):
        device = self.copy("held")
        holder = subprocess.Popen(device.command("sync", "--watch", "--json"), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        try:
            holder.stdout.readline()
            sentence = self.refused(device, "status", status=1)
            self.assertIn(str(holder.pid), sentence)
        finally:
            holder.send_signal(signal.SIGKILL)
            holder.wait()
            holder.stdout.close()
        self.assertTrue(device.status()["enrolled"])

    def test_aNewerDatabaseIsLeftAlone(self):
        device = self.copy("newer")
        path = self.database(device)
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA user_version = 9999")
        database.close()
        before = path.read_bytes()
        self.refused(device, "status", status=1)
        self.assertEqual(path.read_bytes(), before)

    def test_aTruncatedDatabaseIsSaidAndLeftAlone(self):
        device = self.copy("cut")
        path = self.database(device)
        for other in path.parent.glob(path.name + "-*"):
            other.unlink()
        with open(path, "r+b") as file:
            file.truncate(path.stat().st_size // 2)
        self.refused(device, "list", "Milestone", status=1)
        self.assertTrue(path.exists())

    def test_anotherProgramsFileIsLeftAlone(self):
        for name, content in (("text", b"Dear diary, " * 400), ("other", None)):
            device = self.copy(name)
            path = self.database(device)
            for other in path.parent.glob(path.name + "*"):
                other.unlink()
            if content:
                path.write_bytes(content)
            else:
                with sqlite3.connect(path) as database:
                    database.execute("PRAGMA application_id = 1")
                    database.execute("CREATE TABLE recipe (name TEXT)")
                database.close()
            before = path.read_bytes()
            self.refused(device, "status", status=1)
            self.assertEqual(path.read_bytes(), before)

    def test_aFullDiskLosesNothing(self):
        device = self.copy("full")
        largest = max(path.stat().st_size for path in device.directory.rglob("*") if path.is_file())
        saved, _ = self.fill(device, preexec_fn=lambda: fill_up_at(largest + 64 * 1024))
        here = {line["id"] for line in device.list("Comment")}
        self.assertEqual([record for record in saved if record not in here], [])
        self.assertEqual(device.check()["problems"], [])

    def test_aDiskWithoutRoomIsSaid(self):
        disk = self.academy.directory / "disk"
        disk.mkdir()
        size = sum(path.stat().st_size for path in self.district.directory.iterdir()) + 512 * 1024
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)], capture_output=True)
        if mounted.returncode != 0:
            self.skipTest("this user can't mount a small disk")
        self.addCleanup(subprocess.run, ["umount", "--lazy", str(disk)], capture_output=True)
        shutil.copytree(self.district.directory, disk / "device")
        device = Device(disk / "device")
        saved, done = self.fill(device)
        self.assertIn("room", done.stderr)
        here = {line["id"] for line in device.list("Comment")}
        self.assertEqual([record for record in saved if record not in here], [])
        self.assertEqual(device.check()["problems"], [])

    def fill(self, device, **options):
        """Puts until it fails; the ids that were printed, and the run that failed."""
        saved = []
        for n in range(400):
            body = json.dumps({"about": self.milestone["id"], "body": f"{n} " + "words and words " * 120})
            done = device.run("put", "Comment", "--scope", self.milestone["scope"], stdin=body, check=False, **options)
            if done.returncode != 0:
                self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (1, 1), done.stderr)
                return saved, done
            saved.append(json.loads(done.stdout)["id"])
        self.fail("the disk never got full")

    def test_aTruncatedServerStoreIsSaid(self):
        copy = Server(self.academy.directory / "cut-server")
        source = self.academy.directory / "server-backup.db"
        self.server.admin("backup", "--to", str(source))
        target = copy.directory / "academy.db"
        target.write_bytes(source.read_bytes()[: source.stat().st_size // 2])
        with self.assertRaises(RuntimeError):
            copy.start()
        words = copy.last_words().strip().splitlines()
        self.assertTrue(words)

    def test_aSecondServerOnOneStoreIsRefused(self):
        second = Server(self.server.directory)
        second.log = self.academy.directory / "second-log"
        second.directory = self.academy.directory / "second-port"
        second.directory.mkdir()
        with self.assertRaises(RuntimeError):
            second.start()
        self.assertTrue(second.last_words().strip())
        self.district.sync()


class ServerCommandLine(WithAcademy):
    def test_wrongUseIsSaidInOneSentence(self):
        for words in (["fly"], [], ["seed", "--size", "huge"], ["serve", "--listen", "nowhere"], ["account", "invite"],
                      ["serve", "--listen", "0.0.0.0:0", "--plaintext"], ["device", "revoke", "not-an-id"]):
            with self.subTest(words=words):
                unused = Server(self.academy.directory / "unused")
                done = unused.admin(*words, check=False) if words else subprocess.run(
                    [unused.program], capture_output=True, text=True)
                self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (2, 1), done.stderr)
        for words in (["account", "invite", "nobody"], ["seed"], ["device", "revoke", NOBODY]):
            with self.subTest(words=words):
                done = self.server.admin(*words, check=False)
                self.assertEqual((done.returncode, len(done.stderr.strip().splitlines())), (1, 1), done.stderr)

    def test_aBackupComesBackAsItWas(self):
        self.comment()
        self.district.sync()
        copy = Server(self.academy.directory / "restored")
        backup = self.academy.directory / "backup.db"
        self.server.admin("backup", "--to", str(backup))
        copy.admin("restore", "--from", str(backup))
        self.assertEqual(copy.admin("check").returncode, 0)
        counts = [json.loads(one.admin("stats", "--json").stdout)["changes"] for one in (self.server, copy)]
        self.assertEqual(counts[0], counts[1])


class FullServer(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.server = self.academy.server

    def test_aServerWithAFullDiskAcknowledgesNothingItDoesNotKeep(self):
        district, member = self.academy.device("district"), self.academy.device("member")
        for device in (district, member):
            device.sync()
        milestone = district.list("Milestone", "--limit", "1")[0]
        self.server.stop()
        limit = max(path.stat().st_size for path in self.server.directory.iterdir()) + 96 * 1024
        self.server.start(preexec_fn=lambda: fill_up_at(limit))
        saved = []
        for n in range(60):
            body = f"{n} " + "words and words " * 120
            saved.append(district.put("Comment", {"about": milestone["id"], "body": body}, milestone["scope"])["id"])
            done = district.run("sync", check=False)
            if done.returncode != 0:
                break
        self.assertEqual(done.returncode, 1, "the server's disk never got full")
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, done.stderr)
        self.assertGreaterEqual(district.status()["waiting"], 1)
        member.sync()  # the others are served on
        self.server.stop()
        self.server.start()
        for device in (district, member):
            device.sync()
            here = {line["id"] for line in device.list("Comment")}
            self.assertEqual([record for record in saved if record not in here], [], device.name)
        self.assertEqual(district.status()["waiting"], 0)
        self.assertEqual(self.server.admin("check").returncode, 0)


class Clock(WithAcademy):
    def test_aClockYearsOffIsSaidAndNothingIsLost(self):
        for now in ("2013-03-01T08:00:00Z", "2041-03-01T08:00:00Z"):
            with self.subTest(now=now):
                record = self.district.one("put", "Comment", "--now", now, "--scope", self.milestone["scope"],
                                           stdin=json.dumps({"about": self.milestone["id"], "body": f"Written in {now[:4]}"}))
                done = self.district.run("sync", "--now", now, "--json", check=False)
                words = done.stdout + done.stderr
                self.assertIn("clock", words.lower())
                self.district.sync()
                self.assertTrue(self.district.has("Comment", record["id"]))
                self.assertEqual(self.district.status()["waiting"], 0)
                self.assertEqual(self.district.check()["problems"], [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
