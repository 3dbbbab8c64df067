# SPDX-License-Identifier: Apache-2.0
"""Devices of which nothing goes by unseen: their files, what they say, their memory, and what they send."""

import os
import resource
import signal
import socket
import subprocess
import threading
from pathlib import Path

from academy import Device, run

PASSPHRASE = "green tractor on a hill"


def surroundings(directory):
    """An environment in which a program finds its home, its temporary files and its working directory here."""
    places = {name: directory / name.lower() for name in
              ("HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {**os.environ, **{name: str(place) for name, place in places.items()}}


def let_cores_be_written():
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def cores_of_a_crash(process, directory):
    """What the process leaves on the disk when it ends as a crash does. Nothing where the machine sends dumps away."""
    process.send_signal(signal.SIGABRT)
    process.wait()
    cores = [path for path in directory.iterdir() if path.is_file() and path.name.startswith("core")]
    held = b"".join(path.read_bytes() for path in cores)
    for path in cores:
        path.unlink()
    return held


def memory_of(pid):
    """All that the process could read of its own memory. Of a program that hides it, root alone can tell."""
    parts = []
    with open(f"/proc/{pid}/maps", encoding="ascii", errors="replace") as maps, open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            begin, end = (int(side, 16) for side in span.split("-"))
            try:
                memory.seek(begin)
                parts.append(memory.read(end - begin))
            except OSError:
                pass  # the kernel's own pages
    return b"\n".join(parts)


class WatchedDevice(Device):
    """Its data, home, temporary files and standard error all lie below one directory."""

    def __init__(self, directory, name, sealed=False):
        self.around = Path(directory) / name
        super().__init__(self.around / "data", name)
        self.environment = surroundings(self.around)
        self.sealed = sealed
        self.passphrase = Path(directory) / f"{name}.passphrase"
        if sealed:
            self.passphrase.write_text(PASSPHRASE + "\n")

    def command(self, *words):
        secret = ["--passphrase-file", str(self.passphrase)] if self.sealed else []
        return super().command(*secret, *words)

    def run(self, *words, stdin="", check=True, **options):
        done = run(self.command(*words), stdin=stdin, check=False, env=self.environment, cwd=self.around)
        with open(self.around / "stderr", "a", encoding="utf-8") as said:
            said.write(done.stderr)
        if check:
            assert done.returncode == 0, f"{self.name}: {words} ended with {done.returncode}: {done.stderr}"
        return done

    def crash_while_synchronising(self):
        """Its memory in the middle of its work, all that it may show having been asked for, and what a crash leaves."""
        with open(self.around / "stderr", "a", encoding="utf-8") as said:
            process = subprocess.Popen(self.command("sync", "--watch"), stdout=subprocess.PIPE, stderr=said,
                                       env=self.environment, cwd=self.around, preexec_fn=let_cores_be_written)
        try:
            assert process.stdout.readline(), f"{self.name} did not synchronise"
            return memory_of(process.pid), cores_of_a_crash(process, self.around)
        finally:
            process.kill()
            process.wait()
            process.stdout.close()


class Tap:
    """A relay on loopback that keeps every byte that passes, either way."""

    def __init__(self, port):
        self.target = port
        self.heard = []
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    @property
    def bytes(self):
        return b"".join(self.heard)

    def accept(self):
        while True:
            try:
                near, _ = self.listening.accept()
            except OSError:
                return
            try:
                far = socket.create_connection(("127.0.0.1", self.target))
            except OSError:
                near.close()
                continue
            threading.Thread(target=self.join, args=(near, far), daemon=True).start()

    def join(self, near, far):
        with near, far:
            back = threading.Thread(target=self.relay, args=(far, near), daemon=True)
            back.start()
            self.relay(near, far)
            back.join()

    def relay(self, source, sink):
        try:
            while data := source.recv(65536):
                self.heard.append(data)
                sink.sendall(data)
        except OSError:
            pass
        for end in (source, sink):
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def close(self):
        self.listening.close()
