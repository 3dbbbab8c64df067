# SPDX-License-Identifier: Apache-2.0
"""Programs killed at random points, 50 times: nothing saved or acknowledged is missing afterwards.

CADRE_TEST_SEED repeats a run's choices; the moment that the machine gives them is its own.
"""

import json
import os
import random
import subprocess
import threading
import time
import unittest

from academy import Academy, fingerprint, lines_of

KILLS = 50
LONGEST_RUN = 0.25  # seconds until a program that is to be killed is killed
USUAL_RUN = 0.06  # what a command takes on a quiet machine


class Author:
    """One device at work. Remembers what was printed as saved, and what may have been."""

    def __init__(self, device, person, about, scope, chance):
        self.device = device
        self.about = about
        self.scope = scope
        self.chance = chance
        self.count = 0
        self.saved = {}  # id -> the last body that was printed
        self.possible = {}  # id -> bodies that were sent after that, and whose fate was not told
        self.started = set()  # bodies of puts that were killed before they printed

    def body(self):
        self.count += 1
        return f"{self.device.name} wrote {self.count}"

    def command(self):
        """Words, standard input, the record it edits (None for a new one), its body."""
        body = self.body()
        if self.saved and self.chance.random() < 0.5:
            record = self.chance.choice(sorted(self.saved))
            return ["edit", "Comment", record], {"body": body}, record, body
        return ["put", "Comment", "--scope", self.scope], {"about": self.about, "body": body}, None, body

    def run(self, words, fields, kill_after):
        process = subprocess.Popen(self.device.command(*words, "--json"), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        timer = None
        if kill_after is not None:
            timer = threading.Timer(kill_after, process.kill)
            timer.start()
        try:
            out, error = process.communicate(json.dumps(fields) if fields is not None else "")
        except BrokenPipeError:
            out, error = process.communicate()
        if timer:
            timer.cancel()
        return process.returncode, out, error

    def write(self, kill_after=None):
        """Returns whether the command was killed."""
        words, fields, record, body = self.command()
        if record:
            self.possible.setdefault(record, set()).add(body)
        else:
            self.started.add(body)
        status, out, error = self.run(words, fields, kill_after)
        if out.endswith("\n"):
            line = lines_of(out)[0]
            self.saved[line["id"]] = body
            self.possible[line["id"]] = set()
        elif status >= 0:
            raise AssertionError(f"{words[0]} ended with {status} without a kill: {error}")
        return status < 0

    def sync(self, kill_after=None):
        status, _, error = self.run(["sync"], None, kill_after)
        assert status < 0 or len(error.strip().splitlines()) <= 1, f"more than one sentence: {error}"
        return status < 0


class Killed(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.seed = int(os.environ.get("CADRE_TEST_SEED") or random.SystemRandom().randrange(10**6))
        self.chance = random.Random(self.seed)

    def authors(self):
        authors = []
        for login in ("district", "member"):
            device = self.academy.device(login)
            device.sync()
            milestone = device.list("Milestone", "--limit", "1")[0]
            authors.append(Author(device, device.status()["person"], milestone["id"], milestone["scope"], self.chance))
        return authors

    def moment(self):
        """When to kill: mostly within what the work usually takes, now and then later."""
        return self.chance.uniform(0.002, USUAL_RUN if self.chance.random() < 0.7 else LONGEST_RUN)

    def restart_killed_server(self):
        """Kills the server while a device speaks to it."""
        server = self.academy.server
        author = self.chance.choice(self.working)
        for _ in range(self.chance.randrange(1, 4)):
            author.write()
        delay = self.moment()
        killer = threading.Thread(target=lambda: (time.sleep(delay), server.kill()))
        killer.start()
        author.sync()
        killer.join()
        server.start()

    def test_nothingSavedOrAcknowledgedIsMissingAfterFiftyKills(self):
        self.working = self.authors()
        kills = {"cadred": 0, "cadrectl": 0}
        tries = 0
        while sum(kills.values()) < KILLS:
            tries += 1
            self.assertLess(tries, 40 * KILLS, "the commands end before they can be killed")
            if kills["cadred"] < KILLS // 2 and self.chance.random() < 0.4:
                self.restart_killed_server()
                kills["cadred"] += 1
                continue
            author = self.chance.choice(self.working)
            action = author.sync if self.chance.random() < 0.4 else author.write
            kills["cadrectl"] += action(self.moment())
        print(f"seed {self.seed}: killed cadred {kills['cadred']} times and cadrectl {kills['cadrectl']} times; "
              f"{sum(len(a.saved) for a in self.working)} records saved")
        self.settle()

    def settle(self):
        devices = [author.device for author in self.working]
        for _ in range(2):
            for device in devices:
                device.sync()
        fresh = self.academy.device("district", "fresh")
        fresh.sync()
        for device in devices + [fresh]:
            comments = {line["id"]: line for line in device.list("Comment")}
            self.check_comments(device, comments)
            self.assertEqual(device.check()["problems"], [])
            self.assertEqual(device.status()["waiting"], 0)
            self.assertEqual(device.lines("quarantine"), [])
        self.assertEqual(fingerprint(devices[0]), fingerprint(fresh))
        for scope, history in fingerprint(devices[1]).items():
            if scope.startswith("district/"):
                self.assertEqual(history, fingerprint(fresh)[scope])
        self.assertEqual(self.academy.server.admin("check", check=False).returncode, 0)
        self.assertEqual(self.academy.server.stop(), 0)

    def check_comments(self, device, comments):
        for author in self.working:
            for record, body in author.saved.items():
                self.assertIn(record, comments, f"{device.name} lacks what {author.device.name} saved (seed {self.seed})")
                allowed = {body} | author.possible[record]
                self.assertIn(comments[record]["body"], allowed, f"{device.name} holds another body (seed {self.seed})")
                self.assertNotIn("conflicts", comments[record])
            known = set(author.saved)
            prefix = author.device.name + " wrote"
            for record, line in comments.items():
                if line["body"].startswith(prefix) and record not in known:
                    self.assertIn(line["body"], author.started, "a record that nobody wrote")


if __name__ == "__main__":
    unittest.main(verbosity=2)
