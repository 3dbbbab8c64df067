# SPDX-License-Identifier: Apache-2.0
"""Strings that are in the world once, and the search for them wherever bytes may lie."""

import base64
import secrets
import sqlite3
import string

LETTERS = string.ascii_lowercase + string.digits


class Marks:
    """Makes words and record ids that nothing else holds, and finds them in bytes in any usual encoding.

    All words begin alike, and so do all ids: what does not hold a beginning is done with at once. Words are of
    small letters, so that a search index spells them as they are.
    """

    def __init__(self):
        self.beginning = "".join(secrets.choice(LETTERS) for _ in range(9))
        self.id_beginning = secrets.token_bytes(6) + b"\x7a\xbc"  # of version 7
        self.words, self.ids = [], []

    def word(self):
        self.words.append(self.beginning + "".join(secrets.choice(LETTERS) for _ in range(12)))
        return self.words[-1]

    def id(self):
        raw = (self.id_beginning + b"\x8d" + secrets.token_bytes(7)).hex()
        self.ids.append("-".join((raw[:8], raw[8:12], raw[12:16], raw[16:20], raw[20:])))
        return self.ids[-1]

    def in_bytes(self, data):
        """Which words and ids stand there."""
        found = set()
        for encodings, beginning, marks in (
                (spellings_of_word, self.beginning, self.words),
                (spellings_of_id, self.id_beginning.hex(), self.ids)):
            for which, spelling in enumerate(encodings(beginning)):
                if spelling in data:
                    found.update(mark for mark in marks if encodings(mark)[which] in data)
        return found

    def in_files(self, directory):
        """{(file, mark)} for the contents and the names of all files below it."""
        found = set()
        for path in directory.rglob("*"):
            data = str(path.relative_to(directory)).encode()
            if path.is_file() and not path.is_symlink():
                data += b"\n" + path.read_bytes()
            found.update((path.name, mark) for mark in self.in_bytes(data))
        return found

    def in_tables(self, directory):
        """Which of them the SQLite files below it tell whoever asks them."""
        found = set()
        for path in directory.rglob("*"):
            if path.is_file() and path.read_bytes()[:15] == b"SQLite format 3":
                with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as database:
                    database.text_factory = bytes
                    for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
                        for row in database.execute(f'SELECT * FROM "{table.decode()}"'):
                            found |= self.in_bytes(b"\n".join(value for value in row if isinstance(value, bytes)))
                database.close()
        return found


def base64_of(data):
    """How it looks in Base64, wherever in a group of three it begins."""
    for skip in (0, 2, 1):
        whole = data[skip:skip + (len(data) - skip) // 3 * 3]
        yield base64.b64encode(whole)
        yield base64.urlsafe_b64encode(whole)


def spellings_of_word(word):
    plain = word.encode()
    return [plain, word.upper().encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), plain.hex().encode(),
            plain.hex().upper().encode(), *base64_of(plain)]


def spellings_of_id(text):
    raw = bytes.fromhex(text.replace("-", ""))
    beginning = raw[:8].hex()
    written = text if "-" in text else f"{beginning[:8]}-{beginning[8:12]}-{beginning[12:]}"
    return [raw, written.encode(), written.upper().encode(), written.encode("utf-16-le"), raw.hex().encode(),
            *base64_of(raw)]
