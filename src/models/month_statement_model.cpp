// SPDX-License-Identifier: Apache-2.0
#include "month_statement_model.h"

#include "pairs.h"
#include "permissions.h"
#include "words.h"

#include "src/domain/monthly_statement.h"
#include "src/domain/sanctioned_time_record.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

namespace {

namespace v1 = cadre::v1;

using Match = models::Found<v1::MentorMatch>;
using domain::Signed;

/// One month of one pair, as it stands on this device.
struct PairMonth {
    domain::StatementPair pair;
    domain::Month month;
    domain::ContactTotal total;
    domain::StatementStanding standing;
};

PairMonth pairMonth(const engine::Device &device, const Match &match, domain::Month month)
{
    std::vector<v1::StatementSignature> signatures;
    for (const auto &one :
         models::all<v1::StatementSignature>(device, { .scope = models::placeOf(v1::SCOPE_KIND_PAIR_LOG, match.id()) }))
        signatures.push_back(one.message);
    PairMonth found { .pair = { match.id(), match.message.mentor(), match.message.teacher() }, .month = month };
    found.total = domain::contactTotal(models::contactsOf(device, match.id()), month.firstDay(), month.lastDay());
    found.standing = domain::statementStanding(found.pair, month, found.total, signatures);
    return found;
}

QString monthText(domain::Month month)
{
    const QDate first(month.year, month.month, 1);
    return QLocale().toString(first, MonthStatementModel::tr("MMMM yyyy", "a month as QLocale writes it"));
}

QString promisedText(const engine::Device &device, const Match &match, domain::Month month)
{
    std::vector<v1::SanctionedTimePolicy> policies;
    const auto school = record::Uuid::parse(match.message.school());
    const auto above = school ? models::factsOf(device).lineOf(*school) : std::vector<record::Uuid>();
    for (const auto &policy : models::all<v1::SanctionedTimePolicy>(device)) {
        if (std::find(above.begin(), above.end(), policy.key.scope.key) != above.end())
            policies.push_back(policy.message);
    }
    const auto promise = domain::promiseFor(match.message.monthly_minutes(), policies, month.lastDay());
    if (!promise)
        return MonthStatementModel::tr("No time is promised yet.");
    if (promise->unit == domain::PolicyUnit::Year || promise->unit == domain::PolicyUnit::Total)
        return MonthStatementModel::tr("%1: it is not promised by the month.")
            .arg(QString::fromStdString(promise->name));
    const auto whole = domain::periodOf(month);
    const domain::Period days { .from = domain::parseDay(match.message.from()).value_or(whole.from),
                                .to = domain::parseDay(match.message.to()).value_or(whole.to) };
    const auto minutes = domain::sanctionedMinutes(promise, { .match = days, .whole = whole }, whole);
    return MonthStatementModel::tr("%n min are promised.", nullptr,
                                   static_cast<int>(std::lround(minutes.value.value_or(0))));
}

QString signatureText(const domain::SignatureStanding &signature, const QString &who)
{
    switch (signature.standing) {
    case Signed::Yes:
        return MonthStatementModel::tr("%1: signed %2", "Lena Brandt: signed Fri 27 Nov")
            .arg(who,
                 models::weekdayText(
                     QDateTime::fromMSecsSinceEpoch(signature.at).date().toString(Qt::ISODate).toStdString()));
    case Signed::BeforeThisChanged:
        return MonthStatementModel::tr("%1: signed before this changed").arg(who);
    case Signed::No:
        break;
    }
    return MonthStatementModel::tr("%1: not signed yet").arg(who);
}

QString slotText(const v1::SanctionedSlot &slot)
{
    const auto clock = [](int minutes) {
        return QLocale().toString(QTime(0, 0).addSecs(minutes * 60), QLocale::ShortFormat);
    };
    return MonthStatementModel::tr("%1, %2 to %3", "Monday, 9:00 to 9:45")
        .arg(models::choice(*v1::Weekday_descriptor(), slot.weekday()), clock(slot.start()), clock(slot.end()));
}

QString slotsText(const engine::Device &device, const Match &match, domain::Month month)
{
    QStringList texts;
    for (const auto &slot :
         models::all<v1::SanctionedSlot>(device, { .scope = models::placeOf(v1::SCOPE_KIND_PAIR_LOG, match.id()) })) {
        const auto from = domain::parseDay(slot.message.from());
        const auto to = domain::parseDay(slot.message.to());
        if ((!from || *from <= month.lastDay()) && (!to || *to >= month.firstDay()))
            texts.append(slotText(slot.message));
    }
    texts.sort();
    return texts.join(u'\n');
}

QString splitText(const domain::ContactTotal &total)
{
    return MonthStatementModel::tr("%1 in sanctioned time, %2 outside hours", "45 min in …, 30 min outside hours")
        .arg(MonthStatementModel::tr("%n min", nullptr, total.sanctionedMinutes),
             MonthStatementModel::tr("%n min", nullptr, total.ownTimeMinutes));
}

ValueListModel::Row rowOf(const engine::Device &device, const Match &match, domain::Month month,
                          const models::Names &names)
{
    const auto found = pairMonth(device, match, month);
    const auto self = device.identity().person.text();
    const bool isMentor = self == found.pair.mentor;
    const auto &own = isMentor ? found.standing.mentor : found.standing.teacher;
    const auto id = match.idText() + u'@' + QString::fromStdString(month.text());
    return { id,
             { names.of(isMentor ? found.pair.teacher : found.pair.mentor), monthText(month),
               MonthStatementModel::tr("%1 in %2", "75 min in 2 meetings")
                   .arg(MonthStatementModel::tr("%n min", nullptr, found.total.minutes),
                        MonthStatementModel::tr("%n meeting(s)", nullptr, found.total.sessions)),
               promisedText(device, match, month), splitText(found.total), slotsText(device, match, month),
               signatureText(found.standing.mentor, names.orYou(found.pair.mentor)),
               signatureText(found.standing.teacher, names.orYou(found.pair.teacher)),
               own.standing == Signed::BeforeThisChanged, found.total.sessions > 0 && own.standing != Signed::Yes,
               found.total.minutes, found.total.sessions, found.total.sanctionedMinutes, found.total.ownTimeMinutes } };
}

} // namespace

MonthStatementModel::MonthStatementModel(QObject *parent)
    : AcademyListModel({ "who", "month", "minutesText", "promisedText", "splitText", "slotsText", "mentorText",
                         "teacherText", "changed", "maySign", "minutes", "sessions", "sanctioned", "outside" },
                       parent)
{
}

void MonthStatementModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            QList<Row> rows;
            const models::Names names(device);
            const auto month = domain::Month::of(models::today(device));
            auto matches = models::ownMatches(device);
            const auto asTeacher = models::matchesAsTeacher(device);
            matches.insert(matches.end(), asTeacher.begin(), asTeacher.end());
            for (const auto &match : matches) {
                rows.append(rowOf(device, match, month, names));
                rows.append(rowOf(device, match, month.previous(), names));
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}

void MonthStatementModel::sign(int row)
{
    const auto id = idAt(row).toStdString();
    const std::string matchId = id.substr(0, id.find('@'));
    const auto month = domain::Month::parse(id.substr(std::min(id.size(), id.find('@') + 1)));
    if (!month)
        return;
    const auto number = [&](const char *role) { return valueAt(row, role).toInt(); };
    const std::array seen { number("minutes"), number("sessions"), number("sanctioned"), number("outside") };
    academy()->save(
        this,
        [matchId, month = *month, seen](engine::Device &device) {
            const auto match = models::one<v1::MentorMatch>(device, matchId);
            if (!match)
                return;
            const auto now = pairMonth(device, *match, month);
            const auto &total = now.total;
            if (seen != std::array { total.minutes, total.sessions, total.sanctionedMinutes, total.ownTimeMinutes })
                throw std::runtime_error(
                    tr("The minutes have just changed. Nothing was signed; look at them again.").toStdString());
            auto form = device.openNew("StatementSignature", models::placeOf(v1::SCOPE_KIND_PAIR_LOG, matchId));
            device.save({ { &form,
                            std::make_shared<v1::StatementSignature>(domain::signatureOf(
                                now.pair, month, total, device.identity().person.text(), device.now())) } });
        },
        [this] { emit saved(tr("Signed.")); },
        [this](const QString &sentence) {
            scheduleReload();
            emit failed(sentence);
        });
}
