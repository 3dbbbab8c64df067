// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/device.h"
#include "sync/host/host.h"
#include "sync/store/database.h"
#include "cadre/v1/plan.pb.h"
#include "tests/sync/milestones.h"
#include "tests/sync/world.h"

#include <QFile>
#include <QTest>

#ifndef Q_MOC_RUN
#include <optional>
#include <random>
#include <set>
#endif

namespace {

const std::string word = "Quetzalcoatlus";
const std::string laterWord = "Archaeopteryx";

/// Devices that know a milestone whose words are to go.
struct Office {
    World world;
    store::RecordKey key;
    std::size_t devices = 0;

    explicit Office(bool backedUpBefore = false)
    {
        addDevice();
        addDevice();
        sync();
        if (backedUpBefore) {
            world.backUpServer();
        }
        auto form = world.device(0).openNew("Milestone", world.district);
        world.device(0).save({ { &form, milestone(word) } });
        key = form.key;
        edit(0, laterWord);
        sync();
        edit(1, word + " " + laterWord);
        sync();
    }

    void addDevice()
    {
        world.addDevice();
        ++devices;
    }

    void edit(std::size_t device, const std::string &title)
    {
        auto form = world.device(device).open(key);
        world.device(device).save({ { &form, milestone(title) } });
    }

    void syncOnce(std::size_t device)
    {
        const auto report = world.sync(device);
        QVERIFY2(report.complete, report.problem.c_str());
    }

    void sync()
    {
        for (int i = 0; i < 4; ++i) {
            for (std::size_t device = 0; device < devices; ++device) {
                syncOnce(device);
            }
        }
    }

    void erase()
    {
        QVERIFY(world.server().erase(key, "request").has_value());
        world.server().removeLeftovers();
    }

    [[nodiscard]] static bool holds(const std::string &path, const std::string &text)
    {
        for (const char *end : { "", "-wal" }) {
            QFile file(QString::fromStdString(path + end));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(QByteArray::fromStdString(text))) {
                return true;
            }
        }
        return false;
    }

    /// Names of files that still hold a word.
    [[nodiscard]] QByteArray holders()
    {
        world.server().removeLeftovers();
        QByteArray names;
        for (const auto &text : { word, laterWord }) {
            for (std::size_t i = 0; i < devices; ++i) {
                names +=
                    holds(world.path(i), text) ? "device " + QByteArray::number(qulonglong(i)) + " " : QByteArray();
            }
            names += holds(world.serverPath(), text) ? "server " : "";
        }
        return names;
    }

    void requireGone()
    {
        QCOMPARE(holders(), QByteArray());
        for (std::size_t i = 0; i < devices; ++i) {
            QCOMPARE(world.device(i).check(), std::vector<std::string>());
            QVERIFY(world.device(i).list({ .type = "Milestone" }).empty());
            QCOMPARE(world.device(i).status().waiting, std::uint64_t(0));
        }
    }
};

} // namespace

class TestErasing : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsErasedLeavesEveryFile()
    {
        Office office;
        QVERIFY(!office.holders().isEmpty());
        office.erase();
        QVERIFY(!Office::holds(office.world.serverPath(), word));
        office.sync();
        office.requireGone();
        // Who comes later reads the whole log, and never has the words.
        office.addDevice();
        office.sync();
        office.requireGone();
    }

    void anotherRecordOfTheSameSaveStays()
    {
        Office office;
        auto one = office.world.device(0).openNew("Milestone", office.world.district);
        auto other = office.world.device(0).openNew("Milestone", office.world.district);
        office.world.device(0).save({ { &one, milestone(word) }, { &other, milestone("Stays") } });
        office.sync();
        office.erase();
        office.key = one.key;
        office.erase();
        office.sync();
        QCOMPARE(office.holders(), QByteArray());
        office.addDevice();
        office.sync();
        for (std::size_t i = 0; i < office.devices; ++i) {
            const auto left = office.world.device(i).list({ .type = "Milestone" });
            QCOMPARE(left.size(), std::size_t(1));
            QCOMPARE(dynamic_cast<const cadre::v1::Milestone &>(*left.front().message).title(), std::string("Stays"));
            QVERIFY(office.world.device(i).check().empty());
        }
    }

    void aRestoredServerErasesAgain()
    {
        Office office;
        office.world.backUpServer();
        office.erase();
        office.sync();
        for (int i = 0; i < 2; ++i) {
            office.world.restoreServer();
            QVERIFY(Office::holds(office.world.serverPath(), word));
            office.sync();
            office.requireGone();
        }
    }

    void whoWasAwayBringsItBackToNobody_data()
    {
        QTest::addColumn<int>("first");
        QTest::newRow("the word comes first") << 0;
        QTest::newRow("the erased bytes come first") << 1;
    }
    void whoWasAwayBringsItBackToNobody()
    {
        QFETCH(int, first);
        Office office(true);
        office.erase();
        office.syncOnce(0);
        office.world.restoreServer();
        office.syncOnce(std::size_t(first));
        office.sync();
        office.requireGone();
        office.addDevice();
        office.sync();
        office.requireGone();
    }

    void aSnapshotTellsOfIt()
    {
        Office office;
        office.addDevice();
        office.sync();
        office.erase();
        office.syncOnce(0);
        office.syncOnce(1);
        // The third sees the erasure in the snapshot of another history alone.
        office.world.backUpServer();
        office.world.restoreServer();
        office.sync();
        office.requireGone();
    }

    void anEditThatSawItStays()
    {
        Office office;
        auto form = office.world.device(1).open(office.key);
        auto desired = std::make_shared<cadre::v1::Milestone>(dynamic_cast<const cadre::v1::Milestone &>(*form.opened));
        desired->set_current_due("2027-02-01");
        desired->set_title("Something else");
        office.world.device(1).save({ { &form, desired } });
        office.erase();
        office.syncOnce(0);
        office.sync();
        office.addDevice();
        office.sync();
        QCOMPARE(office.holders(), QByteArray());
        for (std::size_t i = 0; i < office.devices; ++i) {
            const auto found = office.world.device(i).get("Milestone", office.key.id);
            QVERIFY(found && found->alive);
            const auto &shown = dynamic_cast<const cadre::v1::Milestone &>(*found->message);
            QCOMPARE(shown.current_due(), std::string("2027-02-01"));
            QCOMPARE(shown.title(), std::string("Something else"));
            QCOMPARE(shown.baseline_due(), std::string());
            QCOMPARE(office.world.device(i).conflicts().size(), std::size_t(1));
            QVERIFY(office.world.device(i).check().empty());
        }
    }

    void anOpenFormWritesNoneOfItBack()
    {
        Office office;
        auto form = office.world.device(1).open(office.key);
        office.erase();
        office.sync();
        auto desired = std::make_shared<cadre::v1::Milestone>(dynamic_cast<const cadre::v1::Milestone &>(*form.opened));
        desired->set_title("Something else");
        office.world.device(1).save({ { &form, desired } });
        office.sync();
        QCOMPARE(office.holders(), QByteArray());
    }

    void whatWasSetAsideGoesToo()
    {
        Office office;
        office.world.rules.refuseNext = "Not now.";
        office.edit(0, word + " again");
        office.sync();
        QCOMPARE(office.world.device(0).status().setAside, std::uint64_t(1));
        office.erase();
        office.sync();
        QCOMPARE(office.holders(), QByteArray());
    }

    /// Every word that the server's file holds when it erases is gone from every file in the end, whatever
    /// happens meanwhile, and all devices show the same.
    void inAnyHistory_data()
    {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 8; ++seed) {
            QTest::addRow("%u", seed) << seed;
        }
    }
    void inAnyHistory()
    {
        QFETCH(unsigned, seed);
        std::mt19937 chance(seed);
        Office office;
        office.addDevice();
        office.sync();
        std::set<std::string> written;
        std::set<std::string> gone { word, laterWord };
        std::optional<std::size_t> witness;
        bool isBackedUp = false;
        const auto eraseAndNote = [&] {
            for (const auto &text : written) {
                if (Office::holds(office.world.serverPath(), text)) {
                    gone.insert(text);
                }
            }
            office.erase();
        };
        for (int step = 0; step < 40; ++step) {
            const auto device = chance() % office.devices;
            const auto what = chance() % 16;
            if (what < 6) {
                const auto made = "Word" + std::to_string(seed) + "x" + std::to_string(step) + "x";
                office.edit(device, made);
                written.insert(made);
            } else if (what < 12) {
                office.syncOnce(device);
            } else if (what == 12) {
                eraseAndNote();
                witness = device;
                office.syncOnce(device);
            } else if (what == 13) {
                office.world.backUpServer();
                isBackedUp = true;
            } else if (what == 14 && isBackedUp && witness) {
                // Who knows of the erasure comes first.
                office.world.restoreServer();
                office.syncOnce(*witness);
            } else if (what == 15 && office.devices < 5) {
                office.addDevice();
                office.syncOnce(office.devices - 1);
            }
        }
        eraseAndNote();
        for (int i = 0; i < 3; ++i) {
            office.sync();
            office.world.now += 8LL * 24 * 3600 * 1000;
        }
        office.sync();
        for (const auto &text : gone) {
            for (std::size_t i = 0; i < office.devices; ++i) {
                QVERIFY2(!Office::holds(office.world.path(i), text), (text + " is on " + std::to_string(i)).c_str());
            }
            QVERIFY2(!Office::holds(office.world.serverPath(), text), (text + " is on the server").c_str());
        }
        const auto shown = [&](std::size_t device) {
            std::string all;
            for (const auto &found : office.world.device(device).list({ .type = "Milestone" })) {
                all += found.message->ShortDebugString();
            }
            for (const auto &conflict : office.world.device(device).conflicts()) {
                all += conflict.fieldName;
            }
            return all;
        };
        for (std::size_t i = 0; i < office.devices; ++i) {
            QCOMPARE(shown(i), shown(0));
            QCOMPARE(office.world.device(i).status().waiting, std::uint64_t(0));
            QCOMPARE(office.world.device(i).check(), std::vector<std::string>());
        }
    }

    /// A server that went back knows under the name of an edit that it lost what a copy of its author's device wrote.
    void whatACopyWroteUnderALostNameStays_data()
    {
        QTest::addColumn<int>("first");
        QTest::newRow("the copy comes first") << 2;
        QTest::newRow("the word comes first") << 1;
    }
    void whatACopyWroteUnderALostNameStays()
    {
        QFETCH(int, first);
        Office office;
        office.world.backUpServer();
        office.world.copyDevice(0);
        ++office.devices;
        office.edit(0, word + " again");
        office.syncOnce(0);
        office.syncOnce(1);
        office.erase();
        office.syncOnce(1);
        office.world.restoreServer();
        auto form = office.world.device(2).open(office.key);
        auto desired = std::make_shared<cadre::v1::Milestone>(dynamic_cast<const cadre::v1::Milestone &>(*form.opened));
        desired->set_blocker("The copy's");
        office.world.device(2).save({ { &form, desired } });
        office.syncOnce(std::size_t(first));
        for (int i = 0; i < 4; ++i) {
            office.syncOnce(1);
            office.syncOnce(2);
        }
        office.world.server().removeLeftovers();
        for (const std::size_t device : { 1, 2 }) {
            const auto found = office.world.device(device).get("Milestone", office.key.id);
            QVERIFY(found && found->alive);
            const auto &shown = dynamic_cast<const cadre::v1::Milestone &>(*found->message);
            QCOMPARE(shown.blocker(), std::string("The copy's"));
            QCOMPARE(shown.title(), std::string());
            QVERIFY(!Office::holds(office.world.path(device), laterWord));
            QVERIFY(office.world.device(device).check().empty());
            QCOMPARE(office.world.device(device).status().waiting, std::uint64_t(0));
        }
        QVERIFY(!Office::holds(office.world.serverPath(), laterWord));
    }

    void nothingIsErasedThatIsNotThere()
    {
        Office office;
        office.key.id.bytes[0] ^= 1;
        QVERIFY(!office.world.server().erase(office.key, "request").has_value());
    }
};

QTEST_GUILESS_MAIN(TestErasing)
#include "tst_erasing.moc"
