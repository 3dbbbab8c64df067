# SPDX-License-Identifier: Apache-2.0
"""Real servers and real devices for tests and the demo: processes, directories and their output.

Programs are found by name below CADRE_BIN, a build directory. Python's standard library only.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path

PATIENCE = 180  # seconds until a program that does not answer counts as broken


def find_program(name):
    """The program of that name below CADRE_BIN (default: build/release of this checkout)."""
    root = Path(os.environ.get("CADRE_BIN") or Path(__file__).resolve().parents[2] / "build" / "release")
    for folder, _, names in os.walk(root):
        path = Path(folder) / name
        if name in names and os.access(path, os.X_OK) and path.is_file():
            return str(path)
    raise FileNotFoundError(f"There is no program {name} below {root}; build it first, or set CADRE_BIN.")


class Refused(Exception):
    """A program ended with another status than 0."""

    def __init__(self, command, status, sentence):
        super().__init__(f"{' '.join(command)} ended with {status}: {sentence}")
        self.status = status
        self.sentence = sentence


def run(command, stdin="", check=True, **options):
    """Runs to the end. Returns the finished process; its output is text."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=PATIENCE, **options)
    if check and done.returncode != 0:
        raise Refused(command, done.returncode, done.stderr.strip())
    return done


def lines_of(text):
    return [json.loads(line) for line in text.splitlines() if line.strip()]


class Server:
    """One cadred on its own store, on a free port of 127.0.0.1, over TLS."""

    def __init__(self, directory):
        self.directory = Path(directory)
        self.directory.mkdir(parents=True, exist_ok=True)
        self.program = find_program("cadred")
        self.store = f"sqlite:{self.directory / 'academy.db'}"
        self.log = self.directory / "log"
        self.port = 0
        self.pin = ""
        self.process = None
        self.accounts = {}
        self.words = []  # more of the command line of `serve`

    @property
    def url(self):
        return f"https://127.0.0.1:{self.port}"

    def admin(self, *words, check=True, **options):
        return run([self.program, *words, "--store", self.store], check=check, **options)

    def seed(self, *words):
        """Plants the demo academy; its accounts by login."""
        lines = lines_of(self.admin("seed", "--size", "small", "--json", *words).stdout)
        self.accounts = {line["login"]: line for line in lines if "login" in line}
        return self.accounts

    def invite(self, login):
        """A new invite for another device of that person."""
        return lines_of(self.admin("account", "invite", login, "--json").stdout)[0]["invite"]

    def start(self, **options):
        """Serves; returns once it answers. A later start takes the same port. Options are Popen's."""
        port_file = self.directory / "port"
        port_file.unlink(missing_ok=True)
        command = [self.program, "serve", "--store", self.store, "--listen", f"127.0.0.1:{self.port}",
                   "--port-file", str(port_file), *self.words]
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, **options)
        until = time.monotonic() + PATIENCE
        while not (port_file.exists() and port_file.read_text().strip()):
            if self.process.poll() is not None:
                raise RuntimeError(f"cadred ended with {self.process.returncode}: {self.last_words()}")
            if time.monotonic() > until:
                raise RuntimeError(f"cadred did not come up: {self.last_words()}")
            time.sleep(0.01)
        self.port = int(port_file.read_text().strip().rsplit(":", 1)[-1])
        pins = re.findall(r"sha256/[A-Za-z0-9+/=]{40,}", self.log.read_text(errors="replace"))
        if pins:
            self.pin = pins[-1]
        return self

    def last_words(self):
        return self.log.read_text(errors="replace")[-600:] if self.log.exists() else ""

    def stop(self):
        """Asks it to end; returns its exit status."""
        if not self.process:
            return 0
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(timeout=PATIENCE)
        self.process = None
        return status

    def kill(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None


class Device:
    """One data directory, used through cadrectl."""

    def __init__(self, directory, name=""):
        self.directory = Path(directory)
        self.name = name or self.directory.name
        self.program = find_program("cadrectl")

    def command(self, *words):
        return [self.program, "--data", str(self.directory), *words]

    def run(self, *words, stdin="", check=True, **options):
        return run(self.command(*words), stdin=stdin, check=check, **options)

    def lines(self, *words, stdin="", **options):
        return lines_of(self.run(*words, "--json", stdin=stdin, **options).stdout)

    def one(self, *words, stdin=""):
        lines = self.lines(*words, stdin=stdin)
        assert len(lines) == 1, f"{self.name}: {words} printed {len(lines)} lines"
        return lines[0]

    def enroll(self, server, invite):
        return self.run("enroll", "--server", server.url, "--invite", invite, "--pin", server.pin, "--name", self.name)

    def put(self, type_name, fields, scope=None):
        place = ["--scope", scope] if scope else []
        return self.one("put", type_name, *place, stdin=json.dumps(fields))

    def edit(self, type_name, record, fields, context=None):
        form = ["--context", context] if context else []
        return self.one("edit", type_name, record, *form, stdin=json.dumps(fields))

    def get(self, type_name, record):
        return self.one("get", type_name, record)

    def has(self, type_name, record):
        return self.run("get", type_name, record, check=False).returncode == 0

    def list(self, type_name, *words):
        return self.lines("list", type_name, *words)

    def sync(self):
        return self.one("sync")

    def conflicts(self):
        return self.lines("conflicts")

    def status(self):
        return self.one("status")

    def check(self):
        return self.one("check")

    def holds_bytes(self, needle):
        """Whether any file of the device holds these bytes, wherever."""
        needle = needle.encode() if isinstance(needle, str) else needle
        return any(needle in path.read_bytes() for path in self.directory.rglob("*") if path.is_file())


class Academy:
    """A server with the demo academy in a directory that is removed at the end."""

    def __init__(self, prefix="cadre-"):
        self.directory = Path(tempfile.mkdtemp(prefix=prefix))
        self.server = Server(self.directory / "server")
        self.devices = {}

    def open(self, *seed_words):
        self.server.seed(*seed_words)
        self.server.start()
        return self

    def device(self, login, name=None):
        """A device of that person, enrolled; the first one takes the invite that was printed."""
        name = name or login
        device = Device(self.directory / name, name)
        account = self.server.accounts[login]
        invite = account.pop("invite", None) or self.server.invite(login)
        device.enroll(self.server, invite)
        self.devices[name] = device
        return device

    def sync_all(self, rounds=2):
        for _ in range(rounds):
            for device in self.devices.values():
                device.sync()

    def close(self):
        self.server.kill()
        shutil.rmtree(self.directory, ignore_errors=True)


def fingerprint(device):
    """What the device says of each place's history; equal where both mean the same one."""
    return {scope["scope"]: (scope["rev"], scope["hash"]) for scope in device.check()["scopes"]}
