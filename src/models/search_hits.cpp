// SPDX-License-Identifier: Apache-2.0
#include "search_hits.h"

#include "pairs.h"
#include "words.h"

#include "cadre/v1/growth.pb.h"
#include "cadre/v1/sharing.pb.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace models {

namespace {

namespace v1 = cadre::v1;

struct SearchHits {
    Q_DECLARE_TR_FUNCTIONS(SearchHits)
};

/// Makes hits of records; reads what they refer to.
class Hitting {
public:
    explicit Hitting(engine::Device &device)
        : m_device(device)
        , m_names(device)
        , m_today(today(device))
        , m_self(device.identity().person.text())
        , m_asMentor(ownMatches(device))
        , m_asTeacher(matchesAsTeacher(device))
    {
    }

    [[nodiscard]] Hit of(const record::RecordType &type, const store::StoredRecord &stored,
                         const engine::Passage &passage) const
    {
        Hit hit { .id = QString::fromStdString(type.table() + "/" + stored.key.id.text()),
                  .changedAt = stored.changedAt,
                  .title = typeLabel(type),
                  .passage = styledPassage(passage),
                  .plainPassage = models::plainPassage(passage) };
        const auto &message = *stored.message;
        if (const auto *person = dynamic_cast<const v1::Person *>(&message))
            describe(hit, stored.key.id.text(), *person, passage);
        else if (const auto *step = dynamic_cast<const v1::ActionItem *>(&message))
            describeCheckIn(hit, step->check_in(), stored.key.scope);
        else if (const auto *note = dynamic_cast<const v1::CheckInNote *>(&message))
            describeCheckIn(hit, note->check_in(), stored.key.scope);
        else if (const auto *detail = dynamic_cast<const v1::CheckInDetail *>(&message))
            describeCheckIn(hit, detail->check_in(), stored.key.scope);
        else if (const auto *addendum = dynamic_cast<const v1::Addendum *>(&message))
            describeCheckIn(hit, addendum->check_in(), stored.key.scope);
        else if (const auto *milestone = dynamic_cast<const v1::Milestone *>(&message))
            describe(hit, stored.key.id.text(), *milestone);
        else if (const auto *revision = dynamic_cast<const v1::MilestoneRevision *>(&message))
            describeMilestone(hit, revision->milestone());
        else if (const auto *comment = dynamic_cast<const v1::Comment *>(&message))
            describeMilestone(hit, comment->about());
        else if (dynamic_cast<const v1::ImplementationPlan *>(&message) != nullptr)
            openAt(hit, HitKind::Plans, u"milestones"_s, {});
        else if (type.name() == "GrowthGoal" || type.name() == "TeacherNeed")
            describeGrowth(hit, stored.key.scope);
        else if (type.name() == "SharedPart")
            openAt(hit, HitKind::Shared, isOfOwnPair(stored.key.scope) ? u"sharing"_s : QString(), {});
        else if (type.name() == "Organization" || type.name() == "ProgramYear")
            openAt(hit, HitKind::Places, {}, {});
        if (passage.field == type.titleField() && hit.title == typeLabel(type))
            hit.title = hit.plainPassage;
        if (hit.plainPassage == hit.title) {
            hit.passage.clear();
            hit.plainPassage.clear();
        }
        return hit;
    }

private:
    static void openAt(Hit &hit, HitKind kind, const QString &route, const QString &target)
    {
        hit.kind = kind;
        hit.route = route;
        hit.target = target;
    }

    /// The pair of which this person is the mentor and somebody the teacher; empty where there is none.
    [[nodiscard]] QString pairWith(const std::string &teacher) const
    {
        const auto found = std::find_if(m_asMentor.begin(), m_asMentor.end(),
                                        [&](const auto &match) { return match.message.teacher() == teacher; });
        return found == m_asMentor.end() ? QString() : found->idText();
    }

    [[nodiscard]] bool isOfOwnPair(const record::ScopeId &place) const
    {
        const auto share = one<v1::NoteShare>(m_device, place.key.text());
        const auto isIt = [&](const auto &match) { return share && match.id() == share->message.match_id(); };
        return std::any_of(m_asMentor.begin(), m_asMentor.end(), isIt)
            || std::any_of(m_asTeacher.begin(), m_asTeacher.end(), isIt);
    }

    void describe(Hit &hit, const std::string &id, const v1::Person &person, const engine::Passage &passage) const
    {
        const auto match = pairWith(id);
        openAt(hit, HitKind::People, match.isEmpty() ? QString() : u"teacher"_s, match);
        hit.title = QString::fromStdString(person.given() + " " + person.family());
        const auto number = passage.field->number();
        if (number == v1::Person::kGivenFieldNumber || number == v1::Person::kFamilyFieldNumber)
            hit.plainPassage = hit.title;
    }

    void describeCheckIn(Hit &hit, const std::string &checkInId, const record::ScopeId &place) const
    {
        hit.kind = HitKind::CheckIns;
        const auto checkIn = one<v1::CheckIn>(m_device, checkInId);
        const auto matchId = checkIn ? checkIn->message.match_id() : place.key.text();
        const auto isIt = [&](const auto &match) { return match.id() == matchId; };
        if (checkIn) {
            hit.id = u"check_in/"_s + checkIn->idText();
            hit.day = shortDay(checkIn->message.on(), m_today);
        }
        const auto taught = std::find_if(m_asMentor.begin(), m_asMentor.end(), isIt);
        const auto had = std::find_if(m_asTeacher.begin(), m_asTeacher.end(), isIt);
        if (taught != m_asMentor.end()) {
            hit.title = SearchHits::tr("With %1").arg(m_names.of(taught->message.teacher()));
            if (checkIn)
                openAt(hit, hit.kind, u"held"_s, checkIn->idText());
            else
                openAt(hit, hit.kind, u"teacher"_s, taught->idText());
        } else if (had != m_asTeacher.end()) {
            hit.title = SearchHits::tr("With %1").arg(m_names.of(had->message.mentor()));
            if (checkIn)
                openAt(hit, hit.kind, u"my-check-in"_s, checkIn->idText());
        }
    }

    void describe(Hit &hit, const std::string &id, const v1::Milestone &milestone) const
    {
        openAt(hit, HitKind::Plans, u"milestone"_s, QString::fromStdString(id));
        hit.title = QString::fromStdString(milestone.title());
        hit.day = shortDay(milestone.current_due(), m_today);
    }

    void describeMilestone(Hit &hit, const std::string &id) const
    {
        hit.kind = HitKind::Plans;
        if (const auto milestone = one<v1::Milestone>(m_device, id))
            describe(hit, id, milestone->message);
    }

    void describeGrowth(Hit &hit, const record::ScopeId &place) const
    {
        const auto match = pairWith(place.key.text());
        hit.kind = HitKind::Goals;
        if (place.key.text() == m_self)
            openAt(hit, hit.kind, u"goals"_s, {});
        else if (!match.isEmpty())
            openAt(hit, hit.kind, u"teacher"_s, match);
    }

    engine::Device &m_device;
    Names m_names;
    domain::Day m_today;
    std::string m_self;
    std::vector<Found<v1::MentorMatch>> m_asMentor;
    std::vector<Found<v1::MentorMatch>> m_asTeacher;
};

} // namespace

Hits hitsOf(engine::Device &device, const engine::Search &search, const std::string &text, int ofEach)
{
    Hits hits;
    std::set<QString> seen;
    std::optional<Hitting> hitting;
    for (const auto *type : search.types()) {
        auto found = search.find(*type, text, ofEach + 1);
        if (found.size() > static_cast<std::size_t>(ofEach)) {
            hits.hasMore = true;
            found.pop_back();
        }
        for (const auto &stored : found) {
            if (!hitting)
                hitting.emplace(device);
            hits.list.push_back(hitting->of(*type, stored, search.passageOf(stored, text)));
        }
    }
    std::stable_sort(hits.list.begin(), hits.list.end(), [](const Hit &a, const Hit &b) {
        return a.kind != b.kind ? a.kind < b.kind : a.changedAt > b.changedAt;
    });
    std::erase_if(hits.list, [&](const Hit &hit) { return !seen.insert(hit.id).second; });
    return hits;
}

QString kindTitle(HitKind kind)
{
    switch (kind) {
    case HitKind::People:
        return SearchHits::tr("People");
    case HitKind::CheckIns:
        return SearchHits::tr("Check-ins");
    case HitKind::Plans:
        return SearchHits::tr("Plans");
    case HitKind::Goals:
        return SearchHits::tr("Goals and needs");
    case HitKind::Shared:
        return SearchHits::tr("Shared with readers");
    case HitKind::Places:
        return SearchHits::tr("Schools and offices");
    case HitKind::Others:
        break;
    }
    return SearchHits::tr("More");
}

} // namespace models
