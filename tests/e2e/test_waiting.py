# SPDX-License-Identifier: Apache-2.0
"""Devices that wait for news hold a connection each, and all are answered when the server is asked to end.
A thousand of them, with the memory that takes: tests/hostile/waiting."""

import asyncio
import json
import signal
import unittest

from academy import PATIENCE, Academy
from crowd import gather
from hostile import metric

COUNT = 60


class Waiting(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.server = self.academy.server

    def tearDown(self):
        self.academy.close()

    async def waitAndEnd(self):
        devices, tasks = await gather(self.server, COUNT)
        held = await asyncio.to_thread(metric, self.server, "cadred_waiting_calls")
        while held < COUNT and not any(task.done() for task in tasks):
            held = await asyncio.to_thread(metric, self.server, "cadred_waiting_calls")
        self.server.process.send_signal(signal.SIGTERM)
        answers = await asyncio.wait_for(asyncio.gather(*tasks), PATIENCE)
        for device in devices:
            device.writer.close()
        return held, answers

    def test_allAreAnsweredWhenTheServerEnds(self):
        held, answers = asyncio.run(self.waitAndEnd())
        self.assertEqual(held, COUNT)
        self.assertEqual({status for status, _ in answers}, {200})
        self.assertEqual(self.server.process.wait(PATIENCE), 0)
        self.server.process = None
        events = [json.loads(line) for line in self.server.log.read_text().splitlines() if line.startswith("{")]
        self.assertEqual([event.get("event") for event in events if event["level"] == "info"],
                         ["started", "stopping", "stopped"])
        self.assertEqual(next(event for event in events if event["event"] == "stopping")["waiting"], COUNT)

    def test_theLogHoldsNobodysName(self):
        self.server.stop()
        self.server.words = ["--log-level", "debug"]
        self.server.start()
        device = self.academy.device("mentor.1" if "mentor.1" in self.server.accounts else "district")
        device.sync()
        self.assertEqual(self.server.stop(), 0)
        log = self.server.log.read_text()
        self.assertIn('"event":"call"', log)
        for account in self.server.accounts.values():
            for word in (account["login"] + '"', account.get("name") or account["login"] + '"'):
                self.assertNotIn(word, log)
        self.assertNotIn("127.0.0.1", "".join(line for line in log.splitlines() if line.startswith("{")))


if __name__ == "__main__":
    unittest.main(verbosity=2)
