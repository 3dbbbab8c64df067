# SPDX-License-Identifier: Apache-2.0
"""slowhttptest in all its modes against a real server, and a good client beside it."""

import http.client
import json
import ssl
import subprocess
import time
import urllib.request

from handmade import HandmadeDevice, QuickKey

MODES = {
    "slow headers": ["-H", "-i", "3", "-t", "GET"],
    "slow body": ["-B", "-i", "3", "-s", "65536", "-f", "application/proto"],
    "slow read": ["-X", "-w", "1", "-y", "8", "-n", "5", "-z", "1", "-k", "8"],
    "ranges": ["-R", "-a", "5", "-b", "3000", "-t", "HEAD"],
}
PATHS = {"slow body": "/cadre.sync.v1.SyncService/Push"}
ENROLL = "/cadre.sync.v1alpha.EnrollmentService/Enroll"
POLL = "/cadre.sync.v1.SyncService/Poll"


def attack(server, mode, connections, rate, seconds):
    """Begins slowhttptest; the process that runs."""
    command = ["slowhttptest", *MODES[mode], "-c", str(connections), "-r", str(rate), "-l", str(seconds), "-p", "3",
               "-u", server.url + PATHS.get(mode, "/health")]
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class GoodClient:
    """An enrolled device that polls, each time over a new TLS connection and from another address than the attack."""

    def __init__(self, server, login="district"):
        self.server = server
        self.context = ssl._create_unverified_context()
        self.device = HandmadeDevice(QuickKey())
        self.challenge = ""
        status, answer = self.post(ENROLL, json.dumps(self.device.enroll_request(server.invite(login))).encode(), {})
        assert status == 200, answer
        self.device.enrolled(json.loads(answer))

    def post(self, path, body, headers):
        line = http.client.HTTPSConnection("127.0.0.1", self.server.port, timeout=30, context=self.context,
                                           source_address=("127.0.0.2", 0))
        try:
            line.request("POST", path, body, {"Content-Type": "application/json", **headers})
            answer = line.getresponse()
            self.challenge = answer.getheader("Cadre-Challenge") or self.challenge
            return answer.status, answer.read()
        finally:
            line.close()

    def poll(self):
        """The status and the seconds that it took; status 0 when nothing was answered."""
        begin = time.monotonic()
        try:
            over, status = self.challenge, self.signed_poll()
            if status == 401 and self.challenge != over:
                status = self.signed_poll()
        except (OSError, http.client.HTTPException):
            status = 0
        return status, time.monotonic() - begin

    def signed_poll(self):
        return self.post(POLL, b"{}", {"Authorization": f"Bearer {self.device.token}",
                                       "Cadre-Signature": self.device.prove(POLL, b"{}", self.challenge)})[0]


def polls_beside(client, process):
    """What the client's polls gave while the process ran, some twenty a second: more are refused."""
    answers = []
    try:
        while process.poll() is None:
            answers.append(client.poll())
            try:
                process.wait(0.05)
            except subprocess.TimeoutExpired:
                pass
    finally:
        process.kill()
        process.wait()
    return answers


def metric(server, name):
    """A number of the server's metrics, such as `cadred_refused_total{limit="slow"}`; 0 when it is missing."""
    with urllib.request.urlopen(server.url + "/metrics", timeout=30, context=ssl._create_unverified_context()) as answer:
        for line in answer.read().decode().splitlines():
            if line.startswith(name + " "):
                return float(line.rsplit(" ", 1)[1])
    return 0.0


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else float("nan")
