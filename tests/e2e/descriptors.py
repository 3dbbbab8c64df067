# SPDX-License-Identifier: Apache-2.0
"""Record types and the access policy as the source tree says them, read through protoc. The standard library only."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROTO = ROOT / "sync" / "proto"
POLICY = ROOT / "assets" / "reference" / "policy.textproto"

# google/protobuf/descriptor.proto, which never changes its numbers.
FILE_MESSAGE, FILE_ENUM, FILE_EXTENSION, FILE_PACKAGE = 4, 5, 7, 2
BOOL, STRING, MESSAGE, ENUM, REPEATED = 8, 9, 11, 14, 3


def parts_of(data):
    """Field numbers and raw values of an encoded message: integers, or bytes."""
    at = 0

    def varint():
        nonlocal at
        value = shift = 0
        while True:
            byte = data[at]
            at += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while at < len(data):
        tag = varint()
        if tag & 7 == 0:
            yield tag >> 3, varint()
        elif tag & 7 == 2:
            size = varint()
            at += size
            yield tag >> 3, data[at - size:at]
        else:
            raise ValueError(f"wire type {tag & 7} is not read here")


def varints_of(data):
    """A packed list."""
    return [value for _, value in parts_of(b"".join(b"\x08" + part for part in packed(data)))]


def packed(data):
    part = b""
    for byte in data:
        part += bytes([byte])
        if byte < 0x80:
            yield part
            part = b""


def every(data, number):
    return [value for field, value in parts_of(data) if field == number]


def text(data, number):
    found = every(data, number)
    return found[-1].decode() if found else ""


class Field:
    def __init__(self, data):
        self.name, self.json = text(data, 1), text(data, 10)
        self.number, self.kind = every(data, 3)[0], every(data, 5)[0]
        self.is_repeated = every(data, 4)[0] == REPEATED
        self.target = text(data, 6)  # of a message or an enum
        self.raw_options = b"".join(every(data, 8))
        self.rules = {}  # what (field) = {…} says


class Schema:
    """Messages by full name, and what the extensions `record` and `field` say of them."""

    def __init__(self):
        files = sorted(str(path.relative_to(PROTO)) for folder in ("v1", "policy/v1")
                       for path in (PROTO / "cadre" / folder).glob("*.proto"))
        described = subprocess.run(["protoc", f"-I{PROTO}", "--include_imports", "--descriptor_set_out=/dev/stdout",
                                    *files], capture_output=True, check=True).stdout
        self.messages, self.enums, extensions, raw_options = {}, {}, {}, {}
        for file in every(described, 1):
            package = "." + text(file, FILE_PACKAGE) + "."
            for enum in every(file, FILE_ENUM):
                self.enums[package + text(enum, 1)] = {(every(value, 2) or [0])[0]: text(value, 1)
                                                       for value in every(enum, 2)}
            for extension in every(file, FILE_EXTENSION):
                extensions[text(extension, 1)] = Field(extension)
            for message in every(file, FILE_MESSAGE):
                name = package + text(message, 1)
                self.messages[name] = [Field(field) for field in every(message, 2)]
                raw_options[name] = b"".join(every(message, 7))
        self.records = {}
        for name, raw in raw_options.items():
            for said in every(raw, extensions["record"].number):
                self.records[name.rsplit(".", 1)[1]] = RecordType(name, self.decode(extensions["record"].target, said),
                                                                  self.messages[name])
        for fields in self.messages.values():
            for field in fields:
                for said in every(field.raw_options, extensions["field"].number):
                    field.rules = self.decode(extensions["field"].target, said)

    def decode(self, name, data):
        """An encoded message by names: enums as their names, lists where the field is repeated."""
        fields = {field.number: field for field in self.messages[name]}
        result = {field.name: [] for field in fields.values() if field.is_repeated}
        for number, raw in parts_of(data):
            field = fields.get(number)
            if field is None:
                continue
            values = varints_of(raw) if isinstance(raw, bytes) and field.kind not in (STRING, MESSAGE) else [raw]
            for value in values:
                value = self.value(field, value)
                if field.is_repeated:
                    result[field.name].append(value)
                else:
                    result[field.name] = value
        return result

    def value(self, field, raw):
        if field.kind == ENUM:
            return self.enums[field.target][raw]
        if field.kind == MESSAGE:
            return self.decode(field.target, raw)
        return raw.decode() if field.kind == STRING else bool(raw) if field.kind == BOOL else raw


class RecordType:
    def __init__(self, full_name, options, fields):
        self.name = full_name.rsplit(".", 1)[1]
        self.number = options["number"]
        self.kinds = options["scopes"]
        self.fields = fields


def policy_of(schema):
    """The rules of assets/reference/policy.textproto, one for each kind of place."""
    said = subprocess.run(["protoc", f"-I{PROTO}", "--encode=cadre.policy.v1.AccessPolicy",
                           "cadre/policy/v1/policy.proto"], input=POLICY.read_bytes(), capture_output=True, check=True)
    return schema.decode(".cadre.policy.v1.AccessPolicy", said.stdout)["scopes"]


def is_confidential(rule):
    """P2 to P5."""
    return rule["confidentiality"][-1] in "2345"


def only_the_server_writes(rule, type_name):
    named = [writer for writer in rule["writers"] if {type_name, "*"} & set(writer["types"])]
    return bool(named) and all(writer.get("server") for writer in named)
