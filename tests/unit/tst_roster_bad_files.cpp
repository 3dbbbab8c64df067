// SPDX-License-Identifier: Apache-2.0
#include "src/roster/one_roster.h"
#include "tests/unit/roster_files.h"

#include <QTest>

using Change = std::function<void(RosterFiles &)>;
Q_DECLARE_METATYPE(Change)

namespace {

/// The sentence with which the bytes are refused; empty when they are taken.
std::string refusalOf(const std::string &bytes, const roster::ArchiveLimits &limits = {})
{
    try {
        roster::Archive archive(bytes, limits);
        (void)roster::readOneRoster(archive, roster::readManifest(archive));
    } catch (const roster::Unreadable &refusal) {
        return refusal.what();
    }
    return {};
}

void replace(std::string &text, const std::string &from, const std::string &to)
{
    text.replace(text.find(from), from.size(), to);
}

} // namespace

class TestRosterBadFiles : public QObject {
    Q_OBJECT

private slots:
    void refusesTheFileInOneSentence_data();
    void refusesTheFileInOneSentence();
    void refusesWhatUnpacksToFarMore();
    void refusesMoreFilesThanARosterHas();
    void refusesBytesThatAreNoZip();
    void refusesEveryBrokenByteOrReadsTheSame();
    void leavesFoldersAndPathsAlone();
};

void TestRosterBadFiles::refusesTheFileInOneSentence_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *word, const Change &change) {
        QTest::newRow(name) << change << QString(word);
    };
    row("no manifest", "no manifest.csv", [](RosterFiles &files) { files.erase("manifest.csv"); });
    row("in a folder", "folder", [](RosterFiles &files) {
        RosterFiles moved;
        for (const auto &[name, content] : files) {
            moved["export/" + name] = content;
        }
        files = moved;
    });
    row("other version", "1.1 or 1.2",
        [](RosterFiles &files) { replace(files["manifest.csv"], "oneroster.version,1.1", "oneroster.version,1.0"); });
    row("no version", "1.1 or 1.2",
        [](RosterFiles &files) { replace(files["manifest.csv"], "oneroster.version,1.1\n", ""); });
    row("said twice", "row 4", [](RosterFiles &files) {
        replace(files["manifest.csv"], "oneroster.version,1.1", "oneroster.version,1.1\noneroster.version,1.2");
    });
    row("unknown mode", "neither bulk nor delta",
        [](RosterFiles &files) { replace(files["manifest.csv"], "file.users,bulk", "file.users,some"); });
    row("file missing", "users.csv", [](RosterFiles &files) { files.erase("users.csv"); });
    row("other capitals", "users.csv", [](RosterFiles &files) {
        files["Users.csv"] = files["users.csv"];
        files.erase("users.csv");
    });
    row("no users", "nobody",
        [](RosterFiles &files) { replace(files["manifest.csv"], "file.users,bulk", "file.users,absent"); });
    row("1.2 without roles", "roles.csv",
        [](RosterFiles &files) { replace(files["manifest.csv"], "oneroster.version,1.1", "oneroster.version,1.2"); });
    row("empty file", "header row", [](RosterFiles &files) { files["users.csv"].clear(); });
    row("no header row", "column sourcedId", [](RosterFiles &files) { files["orgs.csv"].erase(0, 70); });
    row("a column's capitals", "column givenName",
        [](RosterFiles &files) { replace(files["users.csv"], "givenName", "givenname"); });
    row("a column missing", "column role", [](RosterFiles &files) { replace(files["users.csv"], ",role", ",rule"); });
    row("a column twice", "more than one column email",
        [](RosterFiles &files) { replace(files["users.csv"], "phone", "email"); });
    row("not UTF-8", "UTF-8", [](RosterFiles &files) {
        replace(files["users.csv"], "Tina",
                "Ti\xF1"
                "a");
    });
    row("UTF-16", "UTF-8", [](RosterFiles &files) {
        std::string wide = "\xFF\xFE";
        for (const char c : files["users.csv"]) {
            wide += { c, '\0' };
        }
        files["users.csv"] = wide;
    });
    row("a line break in a cell", "row 2",
        [](RosterFiles &files) { replace(files["users.csv"], ",Tina,", ",\"Ti\nna\","); });
    row("a quote that never ends", "row 8",
        [](RosterFiles &files) { replace(files["users.csv"], ",Coachgiven,", ",\"Coachgiven,"); });
}

void TestRosterBadFiles::refusesTheFileInOneSentence()
{
    QFETCH(Change, change);
    QFETCH(QString, word);
    auto files = roster11();
    QVERIFY(refusalOf(zipOf(files)).empty());
    change(files);
    const auto refusal = QString::fromStdString(refusalOf(zipOf(files)));
    QVERIFY2(refusal.contains(word), qPrintable(refusal));
    QVERIFY(!refusal.contains('\n') && refusal.endsWith('.'));
}

void TestRosterBadFiles::refusesWhatUnpacksToFarMore()
{
    auto files = roster11();
    files["users.csv"] += std::string(8 << 20, 'a');
    QVERIFY(refusalOf(zipOf(files)).find("far larger") != std::string::npos);
    files = roster11();
    roster::ArchiveLimits limits;
    limits.fileBytes = files["users.csv"].size() - 1;
    QVERIFY(refusalOf(zipOf(files), limits).find("users.csv is far larger") != std::string::npos);
    limits.fileBytes += 1;
    QVERIFY(refusalOf(zipOf(files), limits).empty());
    limits.totalBytes = files["users.csv"].size() + files["orgs.csv"].size();
    QVERIFY(refusalOf(zipOf(files), limits).find("far larger") != std::string::npos);
    // What is not read may be as large as it likes.
    files["demographics.csv"] = std::string(8 << 20, 'a');
    QVERIFY(refusalOf(zipOf(files)).empty());
}

void TestRosterBadFiles::refusesMoreFilesThanARosterHas()
{
    auto files = roster11();
    for (int i = 0; i < 100; ++i) {
        files["extra" + std::to_string(i)] = "x";
    }
    QVERIFY(refusalOf(zipOf(files)).find("104 files") != std::string::npos);
}

void TestRosterBadFiles::refusesBytesThatAreNoZip()
{
    const auto whole = zipOf(roster11());
    for (const auto &bytes : { std::string(), std::string("manifest"), whole.substr(0, whole.size() / 2),
                               whole.substr(0, whole.size() - 1) }) {
        QVERIFY(!refusalOf(bytes).empty());
    }
}

/// Every byte of the file changed, one at a time: either it is refused, or what is read is what was there.
void TestRosterBadFiles::refusesEveryBrokenByteOrReadsTheSame()
{
    const auto whole = zipOf(roster11());
    const auto given = [](const std::string &bytes) {
        roster::Archive archive(bytes);
        std::string names;
        for (const auto &member : roster::readOneRoster(archive, roster::readManifest(archive)).staff) {
            names += member.given + " " + member.family + ";";
        }
        return names;
    };
    const auto right = given(whole);
    int refused = 0;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto bytes = whole;
        bytes[i] = static_cast<char>(bytes[i] ^ 0x15);
        try {
            QCOMPARE(given(bytes), right);
        } catch (const roster::Unreadable &) {
            ++refused;
        }
    }
    QVERIFY(refused > static_cast<int>(whole.size()) / 2);
}

void TestRosterBadFiles::leavesFoldersAndPathsAlone()
{
    auto files = roster11();
    files["__MACOSX/._users.csv"] = "junk";
    files["../users.csv"] = "junk";
    files["C:\\users.csv"] = "junk";
    QCOMPARE(readRoster(files).staff.size(), 3U);
}

QTEST_GUILESS_MAIN(TestRosterBadFiles)
#include "tst_roster_bad_files.moc"
