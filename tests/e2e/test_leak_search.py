# SPDX-License-Identifier: Apache-2.0
"""The search for leaks finds what is there: a mark in each kind of location that the leak test looks into."""

import base64
import resource
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from marks import Marks
from watched import Tap, cores_of_a_crash, let_cores_be_written, memory_of

HOLD = "import sys; kept = sys.stdin.readline(); print('held', flush=True); sys.stdin.read()"


class LeakSearch(unittest.TestCase):
    def setUp(self):
        self.marks = Marks()
        self.word, self.other, self.id = self.marks.word(), self.marks.word(), self.marks.id()
        self.directory = Path(tempfile.mkdtemp(prefix="cadre-marks-"))
        self.addCleanup(shutil.rmtree, self.directory)

    def test_aWordIsFoundInAnyEncoding(self):
        for encoded in (self.word.encode(), self.word.upper().encode(), self.word.encode("utf-16-le"),
                        self.word.encode("utf-16-be"), self.word.encode().hex().encode(),
                        *(base64.b64encode(b"x" * before + self.word.encode() + b"yz") for before in range(3))):
            self.assertEqual(self.marks.in_bytes(b"before" + encoded + b"after"), {self.word}, encoded)

    def test_anIdIsFoundInAnyEncoding(self):
        raw = bytes.fromhex(self.id.replace("-", ""))
        for encoded in (raw, self.id.encode(), self.id.upper().encode(), raw.hex().encode(),
                        *(base64.urlsafe_b64encode(b"x" * before + raw) for before in range(3))):
            self.assertEqual(self.marks.in_bytes(b"before" + encoded + b"after"), {self.id}, encoded)

    def test_nothingIsFoundWhereNothingIs(self):
        self.assertEqual(self.marks.in_bytes(Marks().word().encode() + self.word[:-1].encode()), set())

    def test_contentsAndNamesOfFilesAreLookedInto(self):
        (self.directory / "deep").mkdir()
        (self.directory / "deep" / "journal-wal").write_bytes(b"\0" * 5000 + self.word.encode())
        (self.directory / f"picture {self.other}.png").touch()
        self.assertEqual({mark for _, mark in self.marks.in_files(self.directory)}, {self.word, self.other})

    def test_tablesAreLookedIntoAndDeletedRowsAreNot(self):
        database = sqlite3.connect(self.directory / "store")
        database.execute("CREATE TABLE kept(text, bytes)")
        database.execute("INSERT INTO kept VALUES(?, ?)", (self.word, bytes.fromhex(self.id.replace("-", ""))))
        database.execute("INSERT INTO kept VALUES(?, NULL)", (self.other,))
        database.execute("DELETE FROM kept WHERE text = ?", (self.other,))
        database.commit()
        database.close()
        self.assertEqual(self.marks.in_tables(self.directory), {self.word, self.id})

    def test_whatPassesATapIsHeardBothWays(self):
        with socket.create_server(("127.0.0.1", 0)) as listening:
            tap = Tap(listening.getsockname()[1])
            self.addCleanup(tap.close)
            with socket.create_connection(("127.0.0.1", tap.port)) as near:
                far, _ = listening.accept()
                with far:
                    near.sendall(self.word.encode())
                    self.assertEqual(far.recv(100), self.word.encode())
                    far.sendall(self.other.encode())
                    self.assertEqual(near.recv(100), self.other.encode())
        self.assertEqual(self.marks.in_bytes(tap.bytes), {self.word, self.other})

    def test_whatAProcessHoldsIsInItsMemoryAndInItsCoreDump(self):
        process = subprocess.Popen([sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   cwd=self.directory, preexec_fn=let_cores_be_written)
        self.addCleanup(process.stdin.close)
        self.addCleanup(process.stdout.close)
        process.stdin.write(f"{self.word}\n".encode())
        process.stdin.flush()
        self.assertEqual(process.stdout.readline(), b"held\n")
        self.assertIn(self.word, self.marks.in_bytes(memory_of(process.pid)))
        pattern = Path("/proc/sys/kernel/core_pattern").read_text(encoding="ascii").strip()
        cores = cores_of_a_crash(process, self.directory)
        if "/" not in pattern and resource.getrlimit(resource.RLIMIT_CORE)[1] > 0:
            self.assertIn(self.word, self.marks.in_bytes(cores))


if __name__ == "__main__":
    unittest.main(verbosity=2)
