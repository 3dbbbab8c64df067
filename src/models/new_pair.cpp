// SPDX-License-Identifier: Apache-2.0
#include "new_pair.h"

#include "pairs.h"
#include "permissions.h"
#include "words.h"

#include "src/domain/pair_choice.h"
#include "src/domain/pairing_rules.h"
#include "cadre/v1/enrollment.pb.h"

#include <algorithm>
#include <deque>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

namespace v1 = cadre::v1;
using View = NewPair::View;

enum Way { InPlace = 1, Beside };

/// What the lead decided.
struct Wanted {
    std::string teacher, mentor, school, from, matchNow;
    Way way = Beside;
    int year = 1;
    int minutes = 0;
    bool isPrimary = true;
};

QVariantList daysToBegin(domain::Day today)
{
    const auto monday = today + std::chrono::days(7 - (domain::weekdayOf(today) + 6) % 7);
    const std::chrono::year_month_day date { today };
    const domain::Day first { (date.year() / date.month() + std::chrono::months(1)) / std::chrono::day(1) };
    return { models::dayChoice(NewPair::tr("Today"), today), models::dayChoice(NewPair::tr("Next Monday"), monday),
             models::dayChoice(NewPair::tr("First of next month"), first) };
}

/// What is on screen of it, the name first.
bool byName(const PersonChoice::Entry &one, const PersonChoice::Entry &other)
{
    return one.name.localeAwareCompare(other.name) < 0;
}

void addTeachers(const domain::Facts &facts, const models::Names &names, const record::Uuid &school, domain::Day today,
                 const QString &chosen, View &view)
{
    QList<PersonChoice::Entry> mentored;
    for (const auto &[teacher, match] : domain::teachersToPair(school, facts, today)) {
        const auto id = QString::fromStdString(teacher.text());
        if (match) {
            const auto mentor = names.of(facts.match(*match)->mentor);
            mentored.append({ id, names.of(teacher), NewPair::tr("with %1", "a mentor’s name").arg(mentor) });
            if (id == chosen) {
                view.matchNow = QString::fromStdString(match->text());
                view.mentorNow = mentor;
            }
        } else {
            view.teachers.append({ id, names.of(teacher), NewPair::tr("has no mentor yet") });
        }
    }
    std::sort(view.teachers.begin(), view.teachers.end(), byName);
    std::sort(mentored.begin(), mentored.end(), byName);
    view.teachers += mentored;
}

void addMentors(const domain::Facts &facts, const models::Names &names, const record::Uuid &teacher,
                const record::Uuid &school, domain::Day today, View &view)
{
    for (const auto &[mentor, pairs] : domain::mentorsToChooseFrom(teacher, school, facts, today))
        view.mentors.append({ QString::fromStdString(mentor.text()), names.of(mentor),
                              pairs == 0 ? NewPair::tr("mentors nobody yet")
                                         : NewPair::tr("mentors %n teacher(s) now", nullptr, pairs) });
    QStringList left;
    for (const auto &mentor : domain::mentorsWhoEvaluate(teacher, school, facts, today))
        left.append(names.of(mentor));
    view.notOffered = left.join(u", "_s);
}

/// Year and minutes as they were with the teacher before; the minutes otherwise as with the school's latest pair.
void addTerms(const engine::Device &device, const std::string &teacher, View &view)
{
    std::string latest, latestOfHers;
    for (const auto &match : models::all<v1::MentorMatch>(device)) {
        const auto &message = match.message;
        if (message.teacher() == teacher && message.from() > latestOfHers) {
            latestOfHers = message.from();
            view.year = std::clamp(message.year_of_support(), 1, 3);
        }
        if (message.monthly_minutes() > 0 && message.from() > latest) {
            latest = message.from();
            view.minutes = message.monthly_minutes();
        }
    }
}

View readView(engine::Device &device, const std::string &chosen)
{
    View view;
    const auto facts = models::factsOf(device);
    const auto today = models::today(device);
    const auto school = domain::schoolLedBy(device.identity().person, facts, today);
    if (!school)
        return view;
    const models::Names names(device);
    view.school = QString::fromStdString(school->text());
    view.from = QString::fromStdString(domain::dayText(today));
    view.fromChoices = daysToBegin(today);
    addTeachers(facts, names, *school, today, QString::fromStdString(chosen), view);
    if (const auto teacher = record::Uuid::parse(chosen)) {
        addMentors(facts, names, *teacher, *school, today, view);
        addTerms(device, chosen, view);
    }
    return view;
}

/// Forms live as long as what is saved with them.
struct Writing {
    std::deque<engine::Form> forms;
    std::vector<engine::Edit> edits;

    template <class Message>
    void add(engine::Form form, Message message)
    {
        forms.push_back(std::move(form));
        edits.push_back({ &forms.back(), std::make_shared<Message>(std::move(message)) });
    }
};

/// The pair that the new one takes the place of ends on the day before, and goes on as it is until then. It never held
/// where that is before it began.
void endFormer(engine::Device &device, const Wanted &wanted, Writing &writing)
{
    const auto former = models::one<v1::MentorMatch>(device, wanted.matchNow);
    const auto from = domain::parseDay(wanted.from);
    if (!former || !from)
        return;
    auto message = former->message;
    const auto last = *from - std::chrono::days(1);
    if (last < models::today(device))
        message.set_status(v1::MATCH_STATUS_ENDED);
    message.clear_to();
    if (domain::dayText(last) >= message.from())
        message.set_to(domain::dayText(last));
    writing.add(device.open(former->key), std::move(message));
}

void enroll(engine::Device &device, const Wanted &wanted, Writing &writing)
{
    const auto enrollments = models::all<v1::TeacherEnrollment>(device);
    const bool isEnrolled = std::any_of(enrollments.begin(), enrollments.end(), [&](const auto &one) {
        return one.message.teacher() == wanted.teacher && one.message.school() == wanted.school
            && (one.message.to().empty() || one.message.to() >= wanted.from);
    });
    if (isEnrolled)
        return;
    v1::TeacherEnrollment enrollment;
    enrollment.set_teacher(wanted.teacher);
    enrollment.set_school(wanted.school);
    enrollment.set_from(wanted.from);
    writing.add(device.openNew("TeacherEnrollment", models::placeOf(v1::SCOPE_KIND_SCHOOL_TEAM, wanted.school)),
                std::move(enrollment));
}

/// V6: a teacher has one primary mentor at a time. Throws a sentence for people where she is to have another one.
void requireOnePrimary(const engine::Device &device, const Wanted &wanted, const v1::MentorMatch &match)
{
    std::vector<std::pair<std::string, v1::MentorMatch>> others;
    for (const auto &other : models::all<v1::MentorMatch>(device)) {
        if (wanted.way != InPlace || other.id() != wanted.matchNow)
            others.emplace_back(other.id(), other.message);
    }
    const auto findings = domain::findingsForActiveMatch({}, match, others, std::nullopt);
    if (domain::isComplete(findings))
        return;
    const auto &otherId = findings.front().arguments.at(1);
    const auto other =
        std::find_if(others.begin(), others.end(), [&](const auto &one) { return one.first == otherId; });
    throw std::runtime_error(
        NewPair::tr("%1 is to have another primary mentor from %2 on. Nothing was saved; from that "
                    "day on you can put somebody in that place here.")
            .arg(models::Names(device).of(wanted.teacher),
                 models::shortDay(other->second.from(), models::today(device)))
            .toStdString());
}

void makePair(engine::Device &device, const Wanted &wanted)
{
    Writing writing;
    if (wanted.way == InPlace)
        endFormer(device, wanted, writing);
    enroll(device, wanted, writing);
    v1::MentorMatch match;
    match.set_mentor(wanted.mentor);
    match.set_teacher(wanted.teacher);
    match.set_school(wanted.school);
    match.set_from(wanted.from);
    match.set_status(v1::MATCH_STATUS_ACTIVE);
    match.set_year_of_support(wanted.year);
    match.set_primary(wanted.isPrimary);
    if (wanted.minutes > 0)
        match.set_monthly_minutes(wanted.minutes);
    requireOnePrimary(device, wanted, match);
    writing.add(device.openNew("MentorMatch", models::placeOf(v1::SCOPE_KIND_SCHOOL_TEAM, wanted.school)),
                std::move(match));
    device.save(writing.edits);
}

} // namespace

NewPair::NewPair(QObject *parent)
    : ViewModel(parent)
    , m_teachers(new PersonChoice(this))
    , m_mentors(new PersonChoice(this))
    , m_ways(new ChoiceListModel(QStringList { QString(), QString() }, this))
    , m_years(new ChoiceListModel(QStringList { tr("First year"), tr("Second year"), tr("Third year") }, this))
{
    connect(m_teachers, &PersonChoice::chosenChanged, this, [this] {
        m_ways->select({});
        scheduleReload();
    });
    connect(m_mentors, &PersonChoice::chosenChanged, this, &NewPair::termsChanged);
    connect(m_ways, &ChoiceListModel::toggled, this, &NewPair::termsChanged);
}

void NewPair::setFrom(const QString &day)
{
    m_from = day;
    emit termsChanged();
}

void NewPair::setMinutes(int minutes)
{
    if (m_minutes == minutes)
        return;
    m_minutes = minutes;
    emit termsChanged();
}

bool NewPair::complete() const
{
    const bool hasWay = m_view.matchNow.isEmpty() || m_ways->value() != 0;
    return !m_teachers->chosen().isEmpty() && !m_mentors->chosen().isEmpty() && !m_from.isEmpty() && hasWay;
}

void NewPair::reload()
{
    academy()->run(
        this,
        [teacher = m_teachers->chosen().toStdString()](engine::Device &device) { return readView(device, teacher); },
        [this](const View &view) { take(view); });
}

void NewPair::take(const View &view)
{
    m_view = view;
    m_teachers->setEntries(view.teachers);
    m_mentors->setEntries(view.mentors);
    m_ways->setLabels({ tr("In the place of %1").arg(view.mentorNow), tr("Beside %1").arg(view.mentorNow) });
    if (m_from.isEmpty())
        m_from = view.from;
    if (m_termsOf != m_teachers->chosen()) {
        m_termsOf = m_teachers->chosen();
        m_years->select({ view.year });
        m_minutes = view.minutes;
    }
    emit viewChanged();
    emit termsChanged();
    setLoaded();
}

void NewPair::make()
{
    if (!complete())
        return;
    Wanted wanted { .teacher = m_teachers->chosen().toStdString(),
                    .mentor = m_mentors->chosen().toStdString(),
                    .school = m_view.school.toStdString(),
                    .from = m_from.toStdString(),
                    .matchNow = m_view.matchNow.toStdString() };
    wanted.way = m_ways->value() == InPlace ? InPlace : Beside;
    wanted.isPrimary = m_view.matchNow.isEmpty() || wanted.way == InPlace;
    wanted.year = std::max(m_years->value(), 1);
    wanted.minutes = m_minutes;
    const auto sentence = tr("%1 and %2 are a pair. Each of them sees it after the next connection.")
                              .arg(m_teachers->name(), m_mentors->name());
    academy()->save(
        this, [wanted](engine::Device &device) { makePair(device, wanted); }, [=, this] { emit made(sentence); },
        [this](const QString &problem) { emit failed(problem); });
}
