# SPDX-License-Identifier: Apache-2.0
"""Every confidential field of a full academy holds a word that is nowhere else: nobody has it who may not.

A place that was left keeps a promise of two kinds. On a device whose files are not sealed its records are gone for
whoever asks SQLite, and the bytes are overwritten when it needs the room; sealed files never held them in the open.
What is written after somebody left never reaches her in any form.
"""

import os
import subprocess
import unittest

from academy import find_program
from descriptors import is_confidential
from full_academy import CONSENTS, LEFT, READERS, SEALED, FullAcademy, account_of


class Leaks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = FullAcademy()
        cls.addClassCleanup(cls.academy.close)
        cls.academy.open()
        cls.early = cls.academy.plant()
        cls.academy.sync_all(2)
        cls.told_early = {name: cls.academy.told_by(device) for name, device in cls.academy.devices.items()}
        cls.beyond_early = cls.files_beyond(cls.academy.devices, {})
        cls.academy.part()
        cls.late = cls.academy.plant(without=CONSENTS | {"SharedPart"})
        cls.academy.sync_all(2)

    @classmethod
    def files_beyond(cls, devices, left):
        """What lies below a device, in any file or name, and may not: {device: [(file, mark, place, type, field)]}."""
        beyond = {}
        for name, device in devices.items():
            found = cls.academy.marks.in_files(device.around)
            wrong = cls.academy.beyond({mark for _, mark in found}, account_of(name), left)
            if wrong:
                beyond[name] = [(file, *what) for what in wrong for file, mark in found if mark == what[0]]
        return beyond

    def test_everyConfidentialFieldHasItsWord(self):
        planted = set(self.academy.planted.values())
        for kind, type_name in self.academy.homes():
            self.assertIn((kind, type_name, "id"), planted)
            for field in self.academy.schema.records[type_name].fields:
                if self.academy.takes_a_word(field, type_name):
                    self.assertIn((kind, type_name, field.json), planted)
        self.assertGreater(len(self.early), 30)
        for name, rule in self.academy.policy.items():
            if is_confidential(rule) and rule["types"]:
                self.assertIn(name, READERS, "say who reads that kind of place")

    def test_whoMayReadHoldsItAndNobodyElse(self):
        self.assertEqual(self.beyond_early, {})
        for name, told in self.told_early.items():
            may = {mark for mark in self.early if account_of(name) in self.academy.may_hold(mark)}
            missing = {self.academy.planted[mark] for mark in may - told}
            self.assertEqual(missing, set(), f"{name} lacks what is hers to read")
            self.assertEqual(self.academy.beyond(told, account_of(name)), set(), name)

    def test_whoLeftIsToldNothingAnyMore(self):
        for name in ("lead", "lead-tablet", "tutor", "mentor"):
            told = self.academy.told_by(self.academy.devices[name])
            self.assertEqual(self.academy.beyond(told, account_of(name), LEFT), set(), name)
            self.assertTrue(told, f"{name} still reads other places")

    def test_whatIsWrittenLaterReachesNobodyWhoLeft(self):
        for name, found in self.files_beyond(self.academy.devices, LEFT).items():
            self.assertEqual([what for what in found if what[1] in self.late], [], name)
            self.assertEqual([what for what in found if account_of(name) not in self.academy.may_hold(what[1])], [], name)
        phone = self.academy.marks.in_files(self.academy.signed_out.around)
        self.assertEqual({mark for _, mark in phone} & self.late, set())

    def test_sealedFilesHoldNothingInTheOpen(self):
        for name in SEALED:
            self.assertEqual(self.academy.marks.in_files(self.academy.devices[name].around), set(), name)

    def test_theServerTellsNothingBesideItsStore(self):
        server = self.academy.server
        for path in ("/metrics", "/health"):
            self.assertEqual(self.academy.marks.in_bytes(self.academy.ask_server(path)), set(), path)
        for words in (["stats"], ["check"], ["device", "list"], ["account", "list", "--json"]):
            done = server.admin(*words)
            told = self.academy.marks.in_bytes((done.stdout + done.stderr).encode())
            # An enrollment's id and a match's are names of places.
            self.assertEqual({mark for mark in told if mark in self.academy.marks.words}, set(), words)
        self.assertGreater(server.log.stat().st_size, 10_000, "it says little at level debug")
        beside = {file for file, _ in self.academy.marks.in_files(server.directory)}
        self.assertEqual({file for file in beside if not file.startswith("academy.db")}, set())
        self.assertTrue(beside, "the store itself was not looked into")
        self.assertEqual(self.academy.marks.in_files(self.academy.server_around), set())

    def test_aBackupHoldsAllAndIsItsOwnersAlone(self):
        copy = self.academy.directory / "copy.sqlite"
        self.academy.server.admin("backup", "--to", str(copy))
        self.assertEqual(self.academy.marks.in_bytes(copy.read_bytes()) & self.early, self.early)
        self.assertEqual(copy.stat().st_mode & 0o077, 0)

    def test_whatPassesTheNetworkIsSealed(self):
        heard = self.academy.tap.bytes
        self.assertGreater(len(heard), 1_000_000)
        self.assertEqual(self.academy.marks.in_bytes(heard), set())

    @unittest.skipUnless(os.geteuid() == 0, "root alone can look into a program that hides its memory")
    def test_noMemoryHoldsWhatItsPersonMayNotReadAndACrashLeavesNoneOfIt(self):
        for name in ("lead", "tutor", "district", "principal", "mentor.2"):
            memory, cores = self.academy.devices[name].crash_while_synchronising()
            self.assertEqual(len(cores), 0, name)
            self.assertGreater(len(memory), 1_000_000, name)
            found = self.academy.beyond(self.academy.marks.in_bytes(memory), account_of(name), LEFT)
            self.assertEqual(found, set(), name)

    def test_theAppKeepsNothingElsewhere(self):
        for name in ("lead", "district", "mentor.2"):
            device = self.academy.devices[name]
            picture = device.around / "picture.png"
            done = subprocess.run([find_program("cadre"), "--data", str(device.directory), "--shot", str(picture)],
                                  capture_output=True, env=device.environment, cwd=device.around, timeout=180, check=True)
            self.assertEqual(self.academy.marks.in_bytes(done.stdout + done.stderr), set())
            self.assertTrue(picture.exists())
            found = {mark for _, mark in self.academy.marks.in_files(device.around)}
            self.assertEqual(self.academy.beyond(found, account_of(name)), set(), name)


if __name__ == "__main__":
    unittest.main(verbosity=2)
