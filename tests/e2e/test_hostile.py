# SPDX-License-Identifier: Apache-2.0
"""Slow clients in all their modes take nothing from a good one. The long run with figures: tests/hostile/slow."""

import shutil
import socket
import ssl
import unittest

from academy import Academy
from hostile import MODES, GoodClient, attack, metric, polls_beside


@unittest.skipUnless(shutil.which("slowhttptest"), "slowhttptest is not installed")
class SlowClients(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = Academy()
        # Room for fewer than attack, so that the good client needs what the attackers hold.
        cls.academy.server.words = ["--connections", "120", "--connections-per-address", "100"]
        cls.academy.open()
        cls.client = GoodClient(cls.academy.server)

    @classmethod
    def tearDownClass(cls):
        cls.academy.close()

    def test_aGoodClientIsServedInAllModes(self):
        for mode in MODES:
            with self.subTest(mode=mode):
                process = attack(self.academy.server, mode, connections=200, rate=50, seconds=6)
                answered = [status for status, _ in polls_beside(self.client, process)]
                self.assertGreater(len(answered), 0)
                self.assertEqual(set(answered), {200})
        self.assertGreater(metric(self.academy.server, 'cadred_refused_total{limit="room"}'), 0)

    def test_whoSaysNothingIsEndedWhenOthersCome(self):
        lines = [socket.create_connection(("127.0.0.1", self.academy.server.port)) for _ in range(150)]
        try:
            self.assertEqual(self.client.poll()[0], 200)
            lines[0].settimeout(30)
            self.assertEqual(lines[0].recv(1), b"")
        finally:
            for line in lines:
                line.close()


class Tls(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.academy = Academy().open()

    @classmethod
    def tearDownClass(cls):
        cls.academy.close()

    def shake(self, ciphers=None, version=None):
        """What was agreed on: the protocol and the cipher's name."""
        context = ssl._create_unverified_context()
        context.set_ciphers((ciphers or "ALL") + ":@SECLEVEL=0")
        if version:
            context.minimum_version = context.maximum_version = version
        with socket.create_connection(("127.0.0.1", self.academy.server.port), timeout=30) as line:
            with context.wrap_socket(line, server_hostname="localhost") as tls:
                self.assertIsNone(tls.compression())
                return tls.version(), tls.cipher()[0]

    def test_oldProtocolsAreRefused(self):
        for version in (ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1):
            with self.subTest(version=version), self.assertRaises((ssl.SSLError, ConnectionError)):
                self.shake(version=version)

    def test_newOnesAreTaken(self):
        self.assertEqual(self.shake()[0], "TLSv1.3")
        self.assertEqual(self.shake(version=ssl.TLSVersion.TLSv1_2)[0], "TLSv1.2")

    def test_onlyAeadSuitesWithForwardSecrecyAreTaken(self):
        for good in ("ECDHE+AESGCM", "ECDHE+CHACHA20"):
            self.assertIn("ECDHE", self.shake(good, ssl.TLSVersion.TLSv1_2)[1])
        for bad in ("AES128-SHA", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-ECDSA-AES256-SHA", "AES256-GCM-SHA384",
                    "ECDHE-ECDSA-AES128-CCM8"):
            with self.subTest(cipher=bad), self.assertRaises((ssl.SSLError, ConnectionError)):
                self.shake(bad, ssl.TLSVersion.TLSv1_2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
