// SPDX-License-Identifier: Apache-2.0
#include "share_proposal.h"

#include "pairs.h"
#include "permissions.h"
#include "words.h"

using namespace Qt::StringLiterals;

namespace {

namespace v1 = cadre::v1;
using View = ShareProposal::View;

std::optional<models::Found<v1::MentorMatch>> pairOf(const engine::Device &device, const std::string &matchId)
{
    if (!matchId.empty())
        return models::one<v1::MentorMatch>(device, matchId);
    auto pairs = models::matchesAsTeacher(device);
    if (pairs.empty())
        pairs = models::ownMatches(device);
    return pairs.empty() ? std::nullopt : std::optional(pairs.front());
}

template <class Message>
void addParts(const engine::Device &device, const models::Found<v1::MentorMatch> &match,
              std::multimap<std::string, ChosenListModel::Entry, std::greater<>> &parts)
{
    const auto kind = Message::descriptor()->name() == "CheckIn" ? v1::SCOPE_KIND_PAIR_LOG : v1::SCOPE_KIND_PAIR;
    for (const auto &found : models::all<Message>(device, { .scope = models::placeOf(kind, match.id()) })) {
        if (const auto part = models::partOf(device, match.id(), found.id()))
            parts.emplace(part->on(),
                          ChosenListModel::Entry { found.idText(), QString::fromStdString(part->body()),
                                                   models::partTitle(*part) });
    }
}

void addReaders(const engine::Device &device, const v1::MentorMatch &match, View &view)
{
    const models::Names names(device);
    const auto facts = models::factsOf(device);
    const auto today = models::today(device);
    const auto teacher = record::Uuid::parse(match.teacher()).value_or(record::Uuid {});
    QStringList left;
    for (const auto &[person, fact] : facts.persons()) {
        if (person.text() == match.mentor() || person == teacher)
            continue;
        if (facts.evaluates(person, teacher, today)) {
            left.append(names.of(person));
            continue;
        }
        QStringList roles;
        for (const auto &role : facts.rolesOf(person, today))
            roles.append(models::choice(*v1::Role_descriptor(), role.role));
        roles.removeDuplicates();
        view.readers.append({ QString::fromStdString(person.text()), names.of(person), roles.join(u", "_s) });
    }
    view.notOffered = left.join(u", "_s);
}

View readView(engine::Device &device, const std::string &matchId)
{
    View view;
    const auto match = pairOf(device, matchId);
    if (!match)
        return view;
    const auto today = models::today(device);
    const auto self = device.identity().person.text();
    const auto &message = match->message;
    view.matchId = match->idText();
    view.otherName = models::Names(device).of(message.mentor() == self ? message.teacher() : message.mentor());
    std::multimap<std::string, ChosenListModel::Entry, std::greater<>> parts; // the newest day first
    addParts<v1::CheckIn>(device, *match, parts);
    addParts<v1::CheckInNote>(device, *match, parts);
    addParts<v1::ActionItem>(device, *match, parts);
    for (const auto &[day, part] : parts)
        view.parts.append(part);
    addReaders(device, message, view);
    view.untilChoices = { models::dayChoice(ShareProposal::tr("Two weeks"), today + std::chrono::days(14)),
                          models::dayChoice(ShareProposal::tr("Three months"), today + std::chrono::days(91)),
                          models::dayChoice(ShareProposal::tr("End of the school year"),
                                            models::endOfSchoolYear(today)) };
    return view;
}

} // namespace

ChosenListModel::ChosenListModel(QObject *parent)
    : ValueListModel({ "recordId", "title", "detail", "chosen" }, parent)
{
}

void ChosenListModel::setEntries(const QList<Entry> &entries)
{
    m_entries = entries;
    show();
}

void ChosenListModel::show()
{
    QList<Row> rows;
    for (const auto &entry : std::as_const(m_entries))
        rows.append({ entry.id, { entry.id, entry.title, entry.detail, m_chosen.contains(entry.id) } });
    setRows(rows);
    emit chosenChanged();
}

void ChosenListModel::choose(int row, bool chosen)
{
    if (chosen)
        m_chosen.insert(idAt(row));
    else
        m_chosen.remove(idAt(row));
    show();
}

std::vector<std::string> ChosenListModel::chosen() const
{
    std::vector<std::string> ids;
    for (const auto &entry : m_entries) {
        if (m_chosen.contains(entry.id))
            ids.push_back(entry.id.toStdString());
    }
    return ids;
}

ShareProposal::ShareProposal(QObject *parent)
    : ViewModel(parent)
    , m_parts(new ChosenListModel(this))
    , m_readers(new ChosenListModel(this))
{
    connect(m_parts, &ChosenListModel::chosenChanged, this, &ShareProposal::termsChanged);
    connect(m_readers, &ChosenListModel::chosenChanged, this, &ShareProposal::termsChanged);
}

void ShareProposal::setMatchId(const QString &matchId)
{
    if (m_matchId == matchId)
        return;
    m_matchId = matchId;
    emit matchIdChanged();
    scheduleReload();
}

void ShareProposal::setFollows(bool follows)
{
    m_follows = follows;
    emit termsChanged();
}

void ShareProposal::setUntil(const QString &day)
{
    m_until = day;
    emit termsChanged();
}

bool ShareProposal::complete() const
{
    return !m_parts->chosen().empty() && !m_readers->chosen().empty() && !m_until.isEmpty();
}

void ShareProposal::reload()
{
    academy()->run(
        this, [id = m_matchId.toStdString()](engine::Device &device) { return readView(device, id); },
        [this](const View &view) {
            m_view = view;
            m_parts->setEntries(view.parts);
            m_readers->setEntries(view.readers);
            emit viewChanged();
            setLoaded();
        });
}

void ShareProposal::propose()
{
    if (!complete())
        return;
    v1::NoteShare share;
    share.set_match_id(m_view.matchId.toStdString());
    for (const auto &part : m_parts->chosen())
        share.add_parts(part);
    for (const auto &reader : m_readers->chosen())
        share.add_readers(reader);
    share.set_mode(m_follows ? v1::SHARE_MODE_FOLLOWED : v1::SHARE_MODE_ONCE);
    share.set_until(m_until.toStdString());
    academy()->save(
        this, [share](engine::Device &device) { models::proposeShare(device, share); },
        [this] { emit proposed(tr("%1 is asked. Nobody reads it before.").arg(m_view.otherName)); },
        [this](const QString &sentence) { emit failed(sentence); });
}
