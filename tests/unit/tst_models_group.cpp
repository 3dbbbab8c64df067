// SPDX-License-Identifier: Apache-2.0
#include "tests/unit/tst_models_world.h"

#include "src/models/check_in_form.h"
#include "src/models/check_in_list_model.h"
#include "src/models/held_check_in.h"
#include "src/models/led_pair_list_model.h"
#include "src/models/today_model.h"

#include <QSignalSpy>
#include <QTest>

namespace {

/// Every record of a type, by its place.
template <class Message>
std::multimap<std::string, Message> recordsOf(Academy &academy)
{
    std::multimap<std::string, Message> records;
    academy.run(
        &academy,
        [](engine::Device &device) {
            std::multimap<std::string, Message> found;
            for (const auto &record : models::all<Message>(device))
                found.emplace(record.key.scope.text(), record.message);
            return found;
        },
        [&](std::multimap<std::string, Message> found) { records = std::move(found); });
    SmallAcademy::settle(academy);
    return records;
}

} // namespace

/// A contact with several teachers: one check-in of each pair, each with her own words.
class TestModelsGroup : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void init()
    {
        world = std::make_unique<SmallAcademy>();
        cole = world->addPair("Ben", "Cole", "Mr Cole");
        diaz = world->addPair("Ana", "Diaz", "Ms Diaz");
        lead = world->addAdministrator("Priya", "Nair", v1::ROLE_SL);
        academy = world->open(SmallAcademy::Mentor);
    }

    void cleanup()
    {
        academy.reset();
        world.reset();
    }

    void eachPairGetsItsOwnAndNobodyElses()
    {
        save(write());
        const auto checkIns = recordsOf<v1::CheckIn>(*academy);
        std::set<std::string> sessions;
        int timed = 0;
        for (const auto &[place, checkIn] : checkIns) {
            if (checkIn.on() != "2026-11-20")
                continue;
            QCOMPARE(place, log(checkIn.match_id()));
            QCOMPARE(checkIn.kind(), v1::CHECK_IN_KIND_GROUP);
            QCOMPARE(checkIn.minutes(), 40);
            sessions.insert(checkIn.session_id());
            timed += checkIn.has_form_seconds() ? 1 : 0;
        }
        QCOMPARE(checkIns.size(), std::size_t { 4 });
        QCOMPARE(sessions.size(), std::size_t { 1 });
        QCOMPARE(timed, 1);
        std::map<std::string, std::string> works;
        for (const auto &[place, note] : recordsOf<v1::CheckInNote>(*academy))
            works[place] += note.body();
        QCOMPARE(works,
                 (std::map<std::string, std::string> { { pair(world->match.text()), "Her entry routine" },
                                                       { pair(cole.text()), "His questions" } }));
        for (const auto &[place, detail] : recordsOf<v1::CheckInDetail>(*academy)) {
            QCOMPARE(detail.focus(), std::string("Routines"));
            QCOMPARE(detail.pulse(), place == pair(cole.text()) ? 3 : 0);
        }
        QCOMPARE(recordsOf<v1::CheckInDetail>(*academy).size(), std::size_t { 3 });
    }

    void aKillKeepsWhatStandsOfEach()
    {
        auto form = write();
        SmallAcademy::settle(*academy);
        form.reset();
        academy = world->open(SmallAcademy::Mentor);
        const auto again = open();
        QVERIFY(again->isGroup());
        QCOMPARE(again->withText(), "Ms Rivera, Mr Cole, and Ms Diaz");
        QCOMPARE(again->works(), "Her entry routine");
        again->writtenFor()->toggle(2);
        QCOMPARE(again->teacherName(), "Mr Cole");
        QCOMPARE(again->works(), "His questions");
    }

    void whoIsTakenOutAgainGetsNothing()
    {
        auto form = write();
        form->writtenFor()->toggle(2);
        form->alsoThere()->toggle(1);
        form->alsoThere()->toggle(2);
        QVERIFY(!form->isGroup());
        QCOMPARE(form->works(), "Her entry routine");
        save(std::move(form));
        for (const auto &[place, checkIn] : recordsOf<v1::CheckIn>(*academy)) {
            QCOMPARE(checkIn.match_id(), world->match.text());
            QVERIFY(!checkIn.has_session_id());
        }
    }

    void theMentorsTimeCountsOnceAndEachTeachersWhole()
    {
        TodayModel today;
        today.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        save(write());
        SmallAcademy::settle(*academy);
        QVERIFY2(today.weeksText().startsWith("85 min"), qPrintable(today.weeksText()));
        CheckInListModel list;
        list.setAcademy(academy.get());
        list.setMatchId(QString::fromStdString(diaz.text()));
        SmallAcademy::settle(*academy);
        QCOMPARE(list.count(), 1);
        QCOMPARE(list.valueAt(0, "minutesText").toString(), "40 min");
        QCOMPARE(list.valueAt(0, "groupText").toString(), "with Ms Diaz, Mr Cole, and Ms Rivera");
    }

    void oneIsPutRightAloneOrForAll()
    {
        save(write());
        HeldCheckIn held;
        open(held, cole);
        QCOMPARE(held.groupText(), "Ms Diaz and Ms Rivera");
        QCOMPARE(held.correctTooText(), "Ms Diaz and Ms Rivera");
        correct(held, 50, false);
        QCOMPARE(minutesOf(),
                 (std::map<std::string, int> {
                     { log(world->match.text()), 40 }, { log(cole.text()), 50 }, { log(diaz.text()), 40 } }));
        correct(held, 30, true);
        QCOMPARE(minutesOf(),
                 (std::map<std::string, int> {
                     { log(world->match.text()), 30 }, { log(cole.text()), 30 }, { log(diaz.text()), 30 } }));
        HeldCheckIn hers;
        open(hers, diaz);
        QCOMPARE(hers.history()->count(), 1);
        QCOMPARE(hers.history()->valueAt(0, "text").toString(), "Minutes: 40 min before");
    }

    void oneIsWithdrawnAloneOrForAll()
    {
        save(write());
        HeldCheckIn held;
        open(held, cole);
        held.withdraw("Recorded twice", false);
        SmallAcademy::settle(*academy);
        QVERIFY(held.isWithdrawn());
        HeldCheckIn hers;
        open(hers, diaz);
        QVERIFY(!hers.isWithdrawn());
        QCOMPARE(hers.withdrawTooText(), "Ms Rivera");
        hers.withdraw("Recorded twice", true);
        SmallAcademy::settle(*academy);
        QVERIFY(hers.isWithdrawn());
        HeldCheckIn last;
        open(last, world->match);
        QVERIFY(last.isWithdrawn());
    }

    void aConversationOfThreeIsSharedFromTheStart()
    {
        const auto form = open();
        QCOMPARE(form->thirds()->count(), 1);
        QVERIFY(form->mayChooseThird());
        form->thirds()->toggle(1);
        QCOMPARE(form->thirdName(), "Priya Nair");
        QCOMPARE(form->withText(), "Ms Rivera and Priya Nair");
        form->setMinutes(40);
        form->setWorks("Her entry routine");
        form->setTeacherStep("Cards");
        form->setPrivateNote("Only for me");
        form->setPulse(4);
        form->save();
        SmallAcademy::settle(*academy);
        const auto shares = recordsOf<v1::NoteShare>(*academy);
        QCOMPARE(shares.size(), std::size_t { 1 });
        const auto &[place, share] = *shares.begin();
        QCOMPARE(place, pair(world->match.text()));
        QCOMPARE(share.readers_size(), 1);
        QCOMPARE(share.readers(0), lead.text());
        QVERIFY(share.mentor_agreed_at() > 0);
        QVERIFY(!share.has_teacher_agreed_at());
        QCOMPARE(share.until(), std::string("2027-06-30"));
        QCOMPARE(share.mode(), v1::SHARE_MODE_FOLLOWED);
        QCOMPARE(share.parts_size(), 3);
        QCOMPARE(recordsOf<v1::SharedPart>(*academy).size(), std::size_t { 0 });
        int triads = 0;
        for (const auto &[log, checkIn] : recordsOf<v1::CheckIn>(*academy))
            triads += checkIn.kind() == v1::CHECK_IN_KIND_TRIAD ? 1 : 0;
        QCOMPARE(triads, 1);
    }

    void aLeadEntersForTheMentorAndOfHerOwn()
    {
        academy.reset();
        world->makeLead(SmallAcademy::Colleague);
        academy = world->open(SmallAcademy::Colleague);
        QVERIFY(academy->isLead());
        LedPairListModel pairs;
        pairs.setAcademy(academy.get());
        SmallAcademy::settle(*academy);
        QCOMPARE(pairs.count(), 3);
        QCOMPARE(pairs.valueAt(2, "name").toString(), "Ms Rivera");
        QCOMPARE(pairs.valueAt(2, "mentorText").toString(), "with Lena Brandt");
        enter(25, 1);
        enter(35, 2);
        const auto self = world->persons[SmallAcademy::Colleague].text();
        std::map<int, v1::CheckIn> entered;
        for (const auto &[place, checkIn] : recordsOf<v1::CheckIn>(*academy))
            entered[checkIn.minutes()] = checkIn;
        QCOMPARE(entered[25].mentor(), world->persons[SmallAcademy::Mentor].text());
        QCOMPARE(entered[25].entered_by(), self);
        QCOMPARE(entered[35].mentor(), self);
        QVERIFY(!entered[35].has_entered_by());
        CheckInListModel list;
        list.setAcademy(academy.get());
        list.setMatchId(world->matchId());
        SmallAcademy::settle(*academy);
        QStringList texts;
        for (int row = 0; row < list.count(); ++row)
            texts.append(list.valueAt(row, "enteredText").toString());
        texts.sort();
        QCOMPARE(texts, (QStringList { "", "entered by Dana Reyes", "held by Dana Reyes" }));
    }

    void nobodyIsLetInToWhatWasWrittenForTwo()
    {
        const auto form = open();
        form->setChallenge("Same four hands.");
        QVERIFY(!form->mayChooseThird());
        QVERIFY(!form->thirdHint().isEmpty());
        form->thirds()->toggle(1);
        QCOMPARE(form->thirdName(), QString());
        form->setChallenge("");
        form->alsoThere()->toggle(1);
        QVERIFY(!form->mayChooseThird());
        form->thirds()->toggle(1);
        QCOMPARE(form->thirdName(), QString());
        form->alsoThere()->toggle(1);
        form->thirds()->toggle(1);
        form->alsoThere()->toggle(1);
        QVERIFY(!form->isGroup());
        form->setMinutes(20);
        form->setKind(CheckInForm::Quick);
        form->save();
        SmallAcademy::settle(*academy);
        QCOMPARE(recordsOf<v1::NoteShare>(*academy).size(), std::size_t { 0 });
    }

private:
    static std::string log(const std::string &match) { return models::placeOf(v1::SCOPE_KIND_PAIR_LOG, match).text(); }
    static std::string pair(const std::string &match) { return models::placeOf(v1::SCOPE_KIND_PAIR, match).text(); }

    std::unique_ptr<CheckInForm> open()
    {
        auto form = std::make_unique<CheckInForm>();
        form->setAcademy(academy.get());
        form->setMatchId(world->matchId());
        SmallAcademy::settle(*academy);
        return form;
    }

    /// Ms Rivera, with Mr Cole and Ms Diaz; words about two of them.
    std::unique_ptr<CheckInForm> write()
    {
        auto form = open();
        form->setMinutes(40);
        form->setFocus("Routines");
        form->setWorks("Her entry routine");
        form->alsoThere()->toggle(1);
        form->alsoThere()->toggle(2);
        form->writtenFor()->toggle(2);
        form->setWorks("His questions");
        form->setPulse(3);
        form->writtenFor()->toggle(1);
        return form;
    }

    void save(std::unique_ptr<CheckInForm> form)
    {
        QSignalSpy saved(form.get(), &CheckInForm::saved);
        form->save();
        SmallAcademy::settle(*academy);
        QCOMPARE(saved.count(), 1);
    }

    /// As the lead: `heldBy` 1 for the mentor, 2 for herself.
    void enter(int minutes, int heldBy)
    {
        auto form = open();
        QVERIFY(form->asLead());
        QCOMPARE(form->kind(), CheckInForm::Quick);
        QCOMPARE(form->heldBy()->label(1), "Lena Brandt");
        QCOMPARE(form->alsoThere()->count() + form->thirds()->count(), 0);
        form->heldBy()->select({ heldBy });
        emit form->heldBy()->toggled();
        form->setMinutes(minutes);
        save(std::move(form));
    }

    /// The check-in of that pair that was held last.
    void open(HeldCheckIn &held, const record::Uuid &match)
    {
        CheckInListModel list;
        list.setAcademy(academy.get());
        list.setMatchId(QString::fromStdString(match.text()));
        SmallAcademy::settle(*academy);
        held.setAcademy(academy.get());
        held.setCheckInId(list.idAt(0));
        SmallAcademy::settle(*academy);
        QVERIFY(held.exists());
    }

    void correct(HeldCheckIn &held, int minutes, bool forAll)
    {
        held.begin();
        SmallAcademy::settle(*academy);
        held.setMinutes(minutes);
        held.save(forAll);
        SmallAcademy::settle(*academy);
    }

    /// Of the group's check-ins, by their places.
    std::map<std::string, int> minutesOf()
    {
        std::map<std::string, int> minutes;
        for (const auto &[place, checkIn] : recordsOf<v1::CheckIn>(*academy)) {
            if (!checkIn.session_id().empty())
                minutes[place] = checkIn.minutes();
        }
        return minutes;
    }

    std::unique_ptr<SmallAcademy> world;
    std::unique_ptr<Academy> academy;
    record::Uuid cole;
    record::Uuid diaz;
    record::Uuid lead;
};

QTEST_GUILESS_MAIN(TestModelsGroup)
#include "tst_models_group.moc"
