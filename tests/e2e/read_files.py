# SPDX-License-Identifier: Apache-2.0
"""Reports as others read them: pages, workbooks, PDF, calendars, and pages as axe sees them. Standard library, poppler,
Debian's icalendar, and a browser."""

import html
import json
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile
from html.parser import HTMLParser
from pathlib import Path

from academy import find_program

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# What a package of Debian's holds is found by Debian's Python, whatever else is called python3 here.
PYTHON = "/usr/bin/python3"


def needs(program):
    """Without CI a machine that lacks a program leaves a check out, and says so."""
    found = shutil.which(program)
    if not found and os.environ.get("CI") != "true":
        raise unittest.SkipTest(f"{program} is not installed")
    return found or program


def text_of_pdf(path):
    done = subprocess.run([needs("pdftotext"), "-raw", str(path), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def sheets_of(path):
    """Rows of each sheet by its name; fails on a cell with a formula."""
    with zipfile.ZipFile(path) as book:
        strings = ["".join(part.text or "" for part in one.iter(SHEET + "t"))
                   for one in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
        names = [one.get("name") for one in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(SHEET + "sheet")]
        sheets = {}
        for number, name in enumerate(names, 1):
            rows = []
            for row in ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml")).iter(SHEET + "row"):
                cells = {}
                for cell in row:
                    assert cell.find(SHEET + "f") is None, f"{name} has a formula"
                    value = cell.find(SHEET + "v")
                    if value is not None:
                        column = re.match("[A-Z]+", cell.get("r")).group()
                        cells[column] = strings[int(value.text)] if cell.get("t") == "s" else float(value.text)
                rows.append(cells)
            sheets[name] = rows
        return sheets


def events_of(path):
    """The events of a calendar file as icalendar reads them: their properties as text."""
    program = ("import icalendar, json, sys\n"
               "read = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n"
               "assert not read.errors, read.errors\n"
               "print(json.dumps([{name: value.to_ical().decode() for name, value in one.items()}"
               " for one in read.walk('VEVENT')]))")
    done = subprocess.run([PYTHON, "-c", program, str(path)], capture_output=True, text=True)
    if "No module named" in done.stderr and os.environ.get("CI") != "true":
        raise unittest.SkipTest("python3-icalendar is not installed")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


class Page(HTMLParser):
    """What a page is made of, in its order."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.words = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag):
        return [attributes for one, attributes in self.tags if one == tag]

    def headings(self):
        return [int(tag[1]) for tag, _ in self.tags if re.fullmatch("h[1-6]", tag)]

    @property
    def text(self):
        return " ".join(" ".join(self.words).split())


def axe():
    """axe-core's source, fetched once beside the build."""
    here = Path(__file__).resolve().parent.parent / "node"
    root = Path(find_program("cadrectl"))
    while not (root / "CMakeCache.txt").exists() and root != root.parent:
        root = root.parent
    work = root.parent / "node"
    done = subprocess.run([str(here / "modules"), str(work)], capture_output=True, text=True)
    if done.returncode != 0 and os.environ.get("CI") != "true":
        raise unittest.SkipTest("axe-core cannot be had here")
    return (work / "node_modules" / "axe-core" / "axe.min.js").read_text()


def violations(page, source):
    """What axe finds wrong with a page in a browser: rule and element."""
    checks = ("<script>SOURCE</script><script>axe.run(document).then(found => { document.body.textContent = 'AXE'"
              " + JSON.stringify({wrong: found.violations.map(one => one.id + ' ' + one.nodes[0].html),"
              " right: found.passes.length}) + 'AXE'; });</script>")
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.html"
        path.write_text(page.replace("</body>", checks.replace("SOURCE", source) + "</body>"))
        done = subprocess.run([needs("chromium"), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                               f"--user-data-dir={folder}/profile", "--virtual-time-budget=60000", "--dump-dom",
                               path.as_uri()], capture_output=True, text=True, timeout=300)
    found = re.search("AXE(.*)AXE", html.unescape(done.stdout), re.DOTALL)
    assert found, f"axe said nothing: {done.stderr[-400:]}"
    said = json.loads(found.group(1))
    assert said["right"] > 10, said
    return said["wrong"]
