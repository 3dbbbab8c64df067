// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_served_world.h"

#include "sync/server/academy.h"
#include "src/models/check_in_form.h"
#include "src/models/enrollment.h"
#include "src/models/sync_status.h"
#include "src/models/teacher_list_model.h"

#include <QSignalSpy>
#include <QTest>

namespace {

constexpr int patience = 30'000;

struct Host : DeviceHost {
    explicit Host(const std::string &path)
        : database(path)
        , catalogue(record::Catalogue::ofAcademy())
        , opened(
              database, catalogue, [] { return ServerWorld::start; }, record::systemEntropy())
    {
    }
    engine::Device &device() override { return opened; }

    store::Database database;
    record::Catalogue catalogue;
    engine::Device opened;
};

} // namespace

/// From an invite to a check-in on the server, by what the pages use.
class TestModelsExchange : public QObject {
    Q_OBJECT

private slots:
    void enrollsThenSendsByItself()
    {
        ServedWorld served;
        const auto matchId = QString::fromStdString(served.world.match.text());
        QTemporaryDir folder;
        const auto path = folder.filePath("device.db").toStdString();
        Academy academy([path] { return std::make_unique<Host>(path); });
        TeacherListModel teachers;
        teachers.setAcademy(&academy);
        SyncStatus status;
        status.setAcademy(&academy);
        QTRY_VERIFY_WITH_TIMEOUT(academy.ready(), patience);
        QVERIFY(!academy.enrolled());

        Enrollment enrollment;
        enrollment.setAcademy(&academy);
        enrollment.setProperty("server", served.url);
        enrollment.setProperty("pin", served.pin);
        enrollment.setProperty("code", QStringLiteral("not this one"));
        enrollment.enroll();
        QTRY_VERIFY_WITH_TIMEOUT(!enrollment.property("problem").toString().isEmpty(), patience);
        enrollment.setProperty("code", served.invite);
        enrollment.enroll();
        QTRY_VERIFY_WITH_TIMEOUT(academy.enrolled(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(teachers.count(), 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(academy.isMentor(), patience);

        CheckInForm form;
        form.setAcademy(&academy);
        form.setMatchId(matchId);
        QTRY_VERIFY_WITH_TIMEOUT(form.loaded(), patience);
        form.setMinutes(45);
        form.setWorks("Students track the speaker now.");
        form.setPrivateNote("She is tired.");
        QSignalSpy saved(&form, &CheckInForm::saved);
        form.save();
        QTRY_COMPARE_WITH_TIMEOUT(saved.count(), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(status.property("onServer").toInt(), 3, patience);
        QTRY_COMPARE_WITH_TIMEOUT(status.text(), QStringLiteral("All on the server"), patience);
        QCOMPARE(status.property("setAside").toInt(), 0);
    }
};

QTEST_GUILESS_MAIN(TestModelsExchange)
#include "tst_models_exchange.moc"
