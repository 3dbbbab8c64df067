# SPDX-License-Identifier: Apache-2.0
"""Many enrolled devices in one process, each with a TLS connection on which it waits for news."""

import asyncio
import json
import ssl

from handmade import HandmadeDevice, QuickKey

SYNC = "/cadre.sync.v1.SyncService/"
ENROLL = "/cadre.sync.v1alpha.EnrollmentService/Enroll"
INVITE = "/cadre.sync.v1alpha.AdminService/InviteAccount"
DEVICES_OF_A_PERSON = 25
AT_ONCE = 20


class Device(HandmadeDevice):
    challenge = None  # all talk to one server

    def __init__(self, server):
        super().__init__(QuickKey())
        self.server = server

    async def connect(self):
        self.reader, self.writer = await asyncio.open_connection(
            "127.0.0.1", self.server.port, ssl=ssl._create_unverified_context(), ssl_handshake_timeout=120)

    async def exchange(self, path, raw, *headers):
        """Status, told challenge and JSON of the answer, over the connection that stands."""
        self.writer.write("\r\n".join((f"POST {path} HTTP/1.1", "Host: localhost", "Content-Type: application/json",
                                       *headers, f"Content-Length: {len(raw)}", "", "")).encode() + raw)
        lines = (await self.reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        told = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        body = await self.reader.readexactly(int(told["content-length"]))
        return int(lines[0].split(" ")[1]), told.get("cadre-challenge"), json.loads(body or b"{}")

    async def call(self, path, body):
        """Status and JSON of the answer to a call that the device signs, again where the server tells another challenge."""
        raw = json.dumps(body).encode()
        while True:
            over = Device.challenge
            headers = [f"Authorization: Bearer {self.token}"]
            if over:
                headers.append(f"Cadre-Signature: {self.prove(path, raw, over)}")
            status, told, answer = await self.exchange(path, raw, *headers)
            Device.challenge = told or Device.challenge
            if status != 401 or told in (None, over):
                return status, answer

    async def enroll(self, secret, login):
        status, _, answer = await self.exchange(INVITE, json.dumps({"login": login}).encode(),
                                                f"Authorization: Bearer {secret}")
        assert status == 200, answer
        request = self.enroll_request(answer["account"]["invite"])
        status, _, answer = await self.exchange(ENROLL, json.dumps(request).encode())
        assert status == 200, answer
        self.enrolled(answer)

    async def agree(self):
        """What to say in a poll that has nothing new to hear."""
        status, answer = await self.call(SYNC + "Poll", {"protocol": self.protocol})
        assert status == 200, answer
        return {"protocol": self.protocol, "cursors": answer.get("moved", []), "waitSeconds": 55}

    def wait(self):
        """Begins to wait; the task gives status and answer."""
        return asyncio.create_task(self.call(SYNC + "Poll", self.poll))


async def gather(server, count):
    """So many devices, enrolled, each with an open connection, and the tasks that wait for news."""
    secret = (server.directory / "academy.cadred" / "admin.secret").read_text().strip()
    logins = sorted(server.accounts)
    room = asyncio.Semaphore(AT_ONCE)
    devices = [Device(server) for _ in range(count)]

    async def begin(number):
        async with room:
            device = devices[number]
            await device.connect()
            await device.enroll(secret, logins[number // DEVICES_OF_A_PERSON % len(logins)])
            device.poll = await device.agree()
            device.writer.close()

    async def wait(number):
        async with room:
            await devices[number].connect()
            return devices[number].wait()

    # All have enrolled before the first begins to wait: a wait ends after a minute.
    await asyncio.gather(*(begin(number) for number in range(count)))
    return devices, await asyncio.gather(*(wait(number) for number in range(count)))
