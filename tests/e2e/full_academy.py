# SPDX-License-Identifier: Apache-2.0
"""An academy with somebody of every role, and a mark in every confidential field that a person can write."""

import datetime
import ssl
import time
import urllib.request
from concurrent.futures import ThreadPoolExecutor

from academy import Academy, lines_of
from descriptors import Schema, is_confidential, only_the_server_writes, policy_of
from marks import Marks
from watched import Tap, WatchedDevice, surroundings

# The people around one teacher, and others who have nothing to do with her. "tutor" is the school's M&I team.
PEOPLE = ["mentor", "teacher", "lead", "tutor", "principal", "district", "member", "state", "state.2", "center", "partner",
          "organizer", "admin", "mentor.2", "teacher.3", "lead.2", "principal.2"]
SEALED = {"principal", "lead-tablet"}
FURTHER = {"lead-tablet": "lead", "mentor-phone": "mentor"}

# Who reads what is about that teacher, said once more and by name: not worked out from the policy file.
READERS = {
    "district-team": {"district"},
    "school-team": {"lead", "tutor"},
    "school-admin": {"principal", "lead"},
    "pair-log": {"mentor", "teacher", "lead", "tutor"},
    "pair": {"mentor", "teacher"},
    "reason": {"mentor", "teacher", "lead", "district"},
    "teacher": {"teacher", "mentor"},
    "access": {"teacher"},
    "share": {"mentor", "teacher", "tutor"},
    "person": {"teacher"},
    "inbox": {"lead", "district"},
    "match-request": {"lead", "district"},
}
# Where the server writes a copy of what people write elsewhere, or where a record's id is a place's name.
COPIES = {
    ("school-team", "MentorMatch"): {"district-team", "pair"},
    ("school-team", "TeacherEnrollment"): {"district-team", "reason"},
    ("school-admin", "SanctionedSlot"): {"pair-log"},
    ("pair", "NoteShare"): {"share"},
    ("person", "SafetyNotice"): {"inbox"},
    ("person", "SupportRequest"): {"inbox"},
    ("person", "MatchChangeRequest"): {"match-request"},
}
# In which order people try to write there: the first whom the server lets.
WRITERS = {
    "school-team": ["lead"], "school-admin": ["lead"], "pair-log": ["mentor", "teacher"], "pair": ["mentor", "teacher"],
    "reason": ["lead", "district"],
    "teacher": ["teacher"], "share": ["mentor"], "person": ["teacher"],
}
# Who has left which place after part().
LEFT = {"pair-log": {"lead"}, "reason": {"lead"}, "inbox": {"lead"}, "match-request": {"lead"}, "teacher": {"mentor"},
        "share": {"tutor"}}
CONSENTS = {"NoteShare", "GoalAccess"}
AT_ONCE = 4
NOW = str(int(time.time() * 1000))
LATER = (datetime.date.today() + datetime.timedelta(days=90)).isoformat()
# What a content rule asks for beyond the descriptor.
CHOSEN = {
    "CheckIn": {"status": "CHECK_IN_STATUS_RECORDED"},
    "CheckInDetail": {"pulse": 4},
    "MentorMatch": {"status": "MATCH_STATUS_ACTIVE"},
    "NoteShare": {"until": LATER, "mentorAgreedAt": NOW},
}
TEXT = 9


def account_of(device):
    return FURTHER.get(device, device)


class FullAcademy(Academy):
    """Devices synchronise through a tap; each has surroundings of its own, and so has the server."""

    def __init__(self):
        super().__init__("cadre-leaks-")
        self.schema = Schema()
        self.policy = {rule["name"]: rule for rule in policy_of(self.schema)}
        self.marks = Marks()
        self.planted = {}  # mark -> (kind of place, type, field)
        self.refused = {}  # what the server set aside: mark -> who tried
        self.people, self.keys = {}, {}
        self.server_around = self.directory / "server-around"

    def open(self):
        self.server.words = ["--log-level", "debug"]
        self.server.seed()
        school = self.organization_of("lead")
        self.server.accounts["tutor"] = lines_of(self.server.admin(
            "account", "add", "tutor", "--given", "Tess", "--family", "Tutor", "--organization", school, "--role", "ST",
            "--json").stdout)[0]
        self.server.start(env=surroundings(self.server_around), cwd=self.server_around)
        self.tap = Tap(self.server.port)
        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(self.enroll, PEOPLE + list(FURTHER)))
        self.sync_all(1)
        self.people = {name: self.devices[name].status()["person"] for name in PEOPLE}
        match = self.devices["mentor"].list("MentorMatch", "--where", f"teacher={self.people['teacher']}")[0]
        self.keys = {"school-team": school, "school-admin": school, "pair-log": match["id"], "pair": match["id"],
                     "teacher": self.people["teacher"], "person": self.people["teacher"]}
        return self

    def organization_of(self, login):
        places = next(line for line in lines_of(self.server.admin("account", "list", "--json").stdout)
                      if line["login"] == login)["scopes"]
        return next(place.split("/")[1] for place in places if place.startswith("school-team/"))

    def enroll(self, name):
        device = WatchedDevice(self.directory / "devices", name, name in SEALED)
        login = account_of(name)
        invite = self.server.accounts[login].pop("invite", None) or self.server.invite(login)
        device.run("enroll", "--server", f"https://127.0.0.1:{self.tap.port}", "--invite", invite, "--pin",
                   self.server.pin, "--name", name)
        self.devices[name] = device
        return device

    def sync_all(self, rounds=2):
        with ThreadPoolExecutor(AT_ONCE) as pool:
            for _ in range(rounds):
                list(pool.map(WatchedDevice.sync, self.devices.values()))

    def homes(self):
        """Every confidential kind of place and type that a person can write, places that others hang on first."""
        for kind, rule in self.policy.items():
            for type_name in rule["types"]:
                if is_confidential(rule) and not only_the_server_writes(rule, type_name):
                    yield kind, type_name

    def plant(self, without=()):
        """Writes one record of each, with a mark as its id and in each text that is free. Returns the marks."""
        before = set(self.planted)
        order = list(WRITERS)
        for kind, type_name in sorted(self.homes(), key=lambda home: order.index(home[0])):
            if type_name not in without and not any(self.plant_one(kind, type_name, one) for one in WRITERS[kind]):
                raise AssertionError(f"Nobody could write a {type_name} into {kind}: say who does in WRITERS or CHOSEN.")
        return set(self.planted) - before

    def part(self):
        """The lead becomes the teacher's evaluator; the teacher ends what she had allowed; a phone is signed out."""
        self.server.admin("account", "role", "lead", "--role", "SL", "--organization", self.keys["school-team"],
                          "--evaluates", "teacher")
        teacher = self.devices["teacher"]
        teacher.edit("NoteShare", self.keys["share"], {"endedAt": NOW})
        teacher.edit("GoalAccess", self.keys["access"], {"endedAt": NOW})
        self.devices["mentor"].run("device", "revoke", self.devices["mentor-phone"].status()["site"])
        self.signed_out = self.devices.pop("mentor-phone")
        self.sync_all(2)
        refused = self.signed_out.run("sync", check=False)
        assert refused.returncode == 1 and "signed out" in refused.stderr, refused.stderr

    def plant_one(self, kind, type_name, writer):
        device = self.devices[writer]
        if kind == "reason":
            device.sync()  # The enrollment made the place.
        record = self.marks.id()
        marks = {record: (kind, type_name, "id")}
        values = {"id": record, **self.values(kind, type_name, writer, marks)}
        device.put(type_name, values, f"{kind}/{self.keys[kind]}")
        device.sync()
        if any(line["id"] == record for line in device.lines("quarantine")):
            self.refused.update(dict.fromkeys(marks, writer))
            return False
        self.planted.update(marks)
        if type_name == "CheckIn":
            self.keys["check-in"] = record
        if type_name == "TeacherEnrollment":
            self.keys["reason"] = record
        if type_name == "NoteShare":
            self.keys["share"] = record
            self.devices["teacher"].sync()
            self.devices["teacher"].edit("NoteShare", record, {"teacherAgreedAt": NOW})
            self.devices["teacher"].sync()
        if type_name == "GoalAccess":
            self.keys["access"] = record
        return True

    def values(self, kind, type_name, writer, marks):
        values = {}
        for field in self.schema.records[type_name].fields:
            value = self.value(field, type_name, writer)
            if self.takes_a_word(field, type_name):
                assert field.rules.get("max_length", 100) >= 21, f"{type_name}.{field.json} is too short for a mark"
                value = self.marks.word()
                marks[value] = (kind, type_name, field.json)
            if value is not None:
                values[field.json] = [value] if field.is_repeated and not isinstance(value, list) else value
        return values

    @staticmethod
    def takes_a_word(field, type_name):
        """Whether people write there what they like."""
        return field.kind == TEXT and not {"format", "references"} & set(field.rules) \
            and field.json not in CHOSEN.get(type_name, {})

    def value(self, field, type_name, writer):
        """What stands there, or None where a mark may, or nothing has to."""
        rules, chosen = field.rules, CHOSEN.get(type_name, {})
        if field.json in chosen:
            return chosen[field.json]
        target = rules.get("references")
        if target == "Person":
            who = {"mentor": "mentor", "teacher": "teacher", "readers": "tutor"}.get(field.name, writer)
            return self.people[who]
        if target:
            return {"MentorMatch": self.keys["pair"], "Organization": self.keys["school-team"],
                    "CheckIn": self.keys.get("check-in")}[target]
        lengths = {"TEXT_FORMAT_DAY": 10, "TEXT_FORMAT_MONTH": 7}
        if rules.get("format") in lengths and rules.get("required"):
            return datetime.date.today().isoformat()[:lengths[rules["format"]]]
        if field.kind == TEXT or not rules.get("required"):
            return None
        names = self.schema.enums.get(field.target)
        if names:
            return names[1]
        return NOW if field.json.endswith("At") or field.json == "at" else rules.get("minimum", 1)

    def may_hold(self, mark, left=None):
        """Logins of those whom the places let read it, without those who have left."""
        if mark in self.refused:
            return {self.refused[mark]}
        kind, type_name, field = self.planted[mark]
        if (type_name, field) == ("NoteShare", "id"):
            left = None  # A device remembers the name of a place that it left.
        places = {kind} | COPIES.get((kind, type_name), set())
        return set().union(*(READERS[place] - (left or {}).get(place, set()) for place in places))

    def beyond(self, found, login, left=None):
        """Those marks among the found that the person may not hold, with what they stand for."""
        return {(mark, *self.planted.get(mark, ("refused",))) for mark in found
                if login not in self.may_hold(mark, left)}

    def told_by(self, device):
        """What the device tells whoever asks it: its tables, or if they are sealed what it lists."""
        if not device.sealed:
            return self.marks.in_tables(device.directory)
        types = {type_name for rule in self.policy.values() if is_confidential(rule) for type_name in rule["types"]}
        return self.marks.in_bytes("".join(device.run("list", one, "--json").stdout for one in sorted(types)).encode())

    def ask_server(self, path):
        """What anybody on the machine reads at that path."""
        with urllib.request.urlopen(self.server.url + path, context=ssl._create_unverified_context()) as answer:
            return answer.read()

    def close(self):
        if hasattr(self, "tap"):
            self.tap.close()
        super().close()
