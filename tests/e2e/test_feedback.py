# SPDX-License-Identifier: Apache-2.0
"""Feedback without a name, from a token to the answer, with real programs."""

import datetime
import unittest

from academy import Academy, Refused

GIVEN = ("--relevance", "4", "--usefulness", "5", "--quality", "3", "--met-needs", "4")


class Feedback(unittest.TestCase):
    def setUp(self):
        self.academy = Academy().open()
        self.addCleanup(self.academy.close)
        self.center = self.academy.device("center")
        self.lead = self.academy.device("district")
        self.academy.sync_all()
        today = datetime.date.today()
        center = next(role["scopeOrg"] for role in self.center.list("RoleAssignment")
                      if role["person"] == self.center.status()["person"])
        plan = self.lead.list("ImplementationPlan")[0]
        self.round = self.center.put(
            "FeedbackRound", {"org": center, "title": "Regional meeting", "on": str(today),
                              "closes": str(today + datetime.timedelta(days=3))}, f"district/{plan['org']}")["id"]
        self.academy.sync_all()

    def test_aTokenIsAskedForByNameAndAnAnswerHandedInWithout(self):
        with self.assertRaises(Refused) as early:
            self.lead.run("feedback", "give", self.round, *GIVEN)
        self.assertIn("feedback ask", early.exception.sentence)
        self.lead.run("feedback", "ask", self.round)
        self.lead.run("feedback", "ask", self.round)
        # The key is held against the one that everybody sees.
        with self.assertRaises(Refused) as unknown:
            self.lead.run("feedback", "give", self.round, *GIVEN)
        self.assertIn("run “sync”", unknown.exception.sentence)
        self.lead.sync()
        with self.assertRaises(Refused) as wrong:
            self.lead.run("feedback", "give", self.round, *GIVEN[:-1], "6")
        self.assertIn("from 1 to 5", wrong.exception.sentence)
        self.lead.run("feedback", "give", self.round, *GIVEN)
        with self.assertRaises(Refused):
            self.lead.run("feedback", "give", self.round, *GIVEN)

    def test_whoAsksHearsOfItAndGivesNone(self):
        with self.assertRaises(Refused) as refused:
            self.center.run("feedback", "ask", self.round)
        self.assertIn("asks others", refused.exception.sentence)

    def test_aLostAnswerIsAskedForAgain(self):
        self.academy.server.kill()
        with self.assertRaises(Refused):
            self.lead.run("feedback", "ask", self.round)
        self.academy.server.start()
        self.lead.run("feedback", "ask", self.round)
        self.lead.sync()
        self.academy.server.kill()
        with self.assertRaises(Refused):
            self.lead.run("feedback", "give", self.round, *GIVEN)
        self.academy.server.start()
        self.lead.run("feedback", "give", self.round, *GIVEN)


if __name__ == "__main__":
    unittest.main()
