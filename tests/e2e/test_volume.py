# SPDX-License-Identifier: Apache-2.0
"""Twenty thousand check-ins come into an empty device, in one round or in many that were cut off."""

import subprocess
import time
import unittest

from academy import Academy, fingerprint

CHECK_INS = 20_000


class Volume(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = Academy().open("--check-ins", str(CHECK_INS))

    @classmethod
    def tearDownClass(cls):
        cls.academy.close()

    def assertWhole(self, device):
        check_ins = device.list("CheckIn")
        self.assertEqual(len({line["id"] for line in check_ins}), CHECK_INS)
        self.assertEqual(device.check()["problems"], [])
        self.assertEqual(device.sync()["pulled"], 0)

    def test_aFirstRoundBringsAllOfIt(self):
        device = self.academy.device("lead.volume")
        report = device.sync()
        self.assertTrue(report["complete"])
        self.assertGreaterEqual(report["pulled"], CHECK_INS)
        self.assertWhole(device)

    def test_aFirstRoundThatIsCutOffGoesOnWhereItWas(self):
        device = self.academy.device("lead.volume", "interrupted")
        for n in range(8):
            process = subprocess.Popen(device.command("sync", "--json"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(0.05 * n)
            process.kill()
            process.wait()
        device.sync()
        self.assertWhole(device)
        other = self.academy.device("lead.volume", "whole")
        other.sync()
        self.assertEqual({k: v for k, v in fingerprint(device).items() if not k.startswith("person/")},
                         {k: v for k, v in fingerprint(other).items() if not k.startswith("person/")})


if __name__ == "__main__":
    unittest.main(verbosity=2)
