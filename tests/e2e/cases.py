# SPDX-License-Identifier: Apache-2.0
"""What tests of bad input share: a running academy with a district lead's device, and small disks."""

import resource
import signal
import unittest

from academy import Academy

NOBODY = "01930f2e-7c1a-7d3b-9a51-6b1f0c2d3e4f"


def fill_up_at(limit):
    """Within a child: no file may grow over so many bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))


class WithAcademy(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = Academy().open()
        cls.server = cls.academy.server
        try:
            cls.district = cls.academy.device("district")
            cls.district.sync()
            cls.milestone = cls.district.list("Milestone", "--limit", "1")[0]
        except BaseException:
            cls.academy.close()
            raise

    @classmethod
    def tearDownClass(cls):
        cls.academy.close()

    def refused(self, device, *words, stdin="", status=None, **options):
        """Runs what must fail; returns its one sentence."""
        done = device.run(*words, stdin=stdin, check=False, **options)
        self.assertNotEqual(done.returncode, 0, f"{words} was taken: {done.stdout}")
        if status is not None:
            self.assertEqual(done.returncode, status, done.stderr)
        self.assertEqual(len(done.stderr.strip().splitlines()), 1, f"not one sentence: {done.stderr!r}")
        return done.stderr.strip()

    def comment(self, body="Still well."):
        return self.district.put("Comment", {"about": self.milestone["id"], "body": body}, self.milestone["scope"])
