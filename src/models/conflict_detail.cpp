// SPDX-License-Identifier: Apache-2.0
#include "conflict_detail.h"

#include "records_read.h"
#include "words.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using View = ConflictDetail::View;

QString valueWords(const store::Conflict &conflict, const store::Alternative &alternative, domain::Day today)
{
    if (alternative.cleared && conflict.field != 0)
        return ConflictDetail::tr("nothing");
    if (conflict.field == 0)
        return alternative.cleared ? ConflictDetail::tr("Take it away") : ConflictDetail::tr("Keep it");
    if (conflict.isDay)
        return models::shortDay(alternative.text, today);
    if (alternative.json == "true" || alternative.json == "false")
        return alternative.json == "true" ? ConflictDetail::tr("Yes") : ConflictDetail::tr("No");
    return QString::fromStdString(alternative.text);
}

/// Why a date moved, from the record that was written with the move.
QString reasonOf(const engine::Device &device, const store::Conflict &conflict, const store::Alternative &alternative)
{
    if (conflict.typeName != "Milestone" || conflict.fieldName != "current_due")
        return {};
    for (const auto &revision :
         models::all<cadre::v1::MilestoneRevision>(device, { .where = { { "milestone", conflict.key.id.text() } } })) {
        if (revision.message.new_due() == alternative.text && revision.changedBy == alternative.author)
            return QString::fromStdString(revision.message.reason());
    }
    return {};
}

QString explanationOf(const store::Conflict &conflict, const models::Names &names, const std::string &self)
{
    QStringList others;
    bool mine = false;
    for (const auto &alternative : conflict.alternatives) {
        if (alternative.author.text() == self)
            mine = true;
        else
            others.append(names.of(alternative.author));
    }
    others.removeDuplicates();
    const auto kept = u" "_s + ConflictDetail::tr("Both are kept until somebody chooses.");
    const auto people = others.join(ConflictDetail::tr(" and "));
    if (others.isEmpty())
        return ConflictDetail::tr("You changed this in two places.") + kept;
    if (mine && conflict.isDay)
        return ConflictDetail::tr("You and %1 both moved this date before you saw each other’s version.").arg(people)
            + kept;
    if (mine)
        return ConflictDetail::tr("You and %1 both changed this before you saw each other’s version.").arg(people)
            + kept;
    if (others.size() == 1)
        return ConflictDetail::tr("%1 changed this in two places.").arg(people) + kept;
    return ConflictDetail::tr("%1 changed this before they saw each other’s version.").arg(people) + kept;
}

View readConflict(engine::Device &device, const std::string &id)
{
    View view { .conflict = device.conflict(id) };
    if (!view.conflict)
        return view;
    const auto &conflict = *view.conflict;
    const models::Names names(device);
    const auto today = models::today(device);
    const auto identity = device.identity();
    view.explanation = explanationOf(conflict, names, identity.person.text());
    view.baseText = !conflict.base ? ConflictDetail::tr("had no value when both opened it")
        : conflict.isText
        ? ConflictDetail::tr("was “%1” when both opened it").arg(valueWords(conflict, *conflict.base, today))
        : ConflictDetail::tr("was %1 when both opened it").arg(valueWords(conflict, *conflict.base, today));
    QStringList texts;
    for (int i = 0; i < static_cast<int>(conflict.alternatives.size()); ++i) {
        const auto &alternative = conflict.alternatives[static_cast<std::size_t>(i)];
        const auto value = valueWords(conflict, alternative, today);
        view.values.append(value);
        texts.append(QString::fromStdString(alternative.text));
        auto when = models::momentText(alternative.at);
        if (alternative.dot.site == identity.site)
            when += u", "_s + ConflictDetail::tr("on this device");
        view.rows.append(
            { QString::number(i),
              { i, value, names.orYou(alternative.author.text()), when, reasonOf(device, conflict, alternative) } });
    }
    view.bothText = conflict.isText ? texts.join(u'\n') : QString();
    return view;
}

std::string jsonText(const QString &text)
{
    const auto array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return array.mid(1, array.size() - 2).toStdString();
}

} // namespace

ConflictDetail::ConflictDetail(QObject *parent)
    : ViewModel(parent)
    , m_alternatives(new ValueListModel({ "index", "valueText", "who", "when", "reason" }, this))
{
}

void ConflictDetail::setConflictId(const QString &conflictId)
{
    if (m_conflictId == conflictId)
        return;
    m_conflictId = conflictId;
    m_choice = None;
    m_newValue.clear();
    emit conflictIdChanged();
    emit choiceChanged();
    scheduleReload();
}

QString ConflictDetail::title() const
{
    return m_view.conflict ? QString::fromStdString(m_view.conflict->title) : QString();
}

QString ConflictDetail::fieldLabel() const
{
    return m_view.conflict ? QString::fromStdString(m_view.conflict->fieldLabel) : QString();
}

ConflictDetail::Editor ConflictDetail::editorKind() const
{
    const bool quoted = m_view.conflict && !m_view.conflict->alternatives.empty()
        && m_view.conflict->alternatives[0].json.starts_with('"');
    return isDay() ? Day : isText() || (quoted && m_view.conflict->field != 0) ? Text : Fixed;
}

void ConflictDetail::reload()
{
    academy()->run(
        this, [id = m_conflictId.toStdString()](engine::Device &device) { return readConflict(device, id); },
        [this](View view) {
            // A version that arrived meanwhile makes the choice anew; the same ones keep it.
            if (view.values != m_view.values && m_choice < Both)
                m_choice = None;
            m_view = std::move(view);
            m_alternatives->setRows(m_view.rows);
            emit detailChanged();
            emit choiceChanged();
            setLoaded();
        });
}

void ConflictDetail::setChoice(int choice)
{
    if (m_choice == choice)
        return;
    m_choice = choice;
    emit choiceChanged();
}

void ConflictDetail::setNewValue(const QString &value)
{
    if (m_newValue == value)
        return;
    m_newValue = value;
    emit choiceChanged();
}

bool ConflictDetail::canKeep() const
{
    if (!m_view.conflict)
        return false;
    if (m_choice == NewValue)
        return !m_newValue.trimmed().isEmpty();
    return m_choice == Both ? isText() : m_choice >= 0 && m_choice < m_view.values.size();
}

QString ConflictDetail::keepLabel() const
{
    if (m_choice == Both)
        return tr("Keep both");
    if (m_choice == NewValue && !m_newValue.isEmpty())
        return isDay()
            ? tr("Keep %1").arg(models::shortDay(
                m_newValue.toStdString(), domain::parseDay(academy()->today().toStdString()).value_or(domain::Day {})))
            : tr("Keep the new version");
    if (m_choice < 0 || m_choice >= m_view.values.size())
        return tr("Choose one above");
    const auto value = m_view.values.at(m_choice);
    if (m_view.conflict->field == 0)
        return value;
    return value.size() <= 24 ? tr("Keep %1").arg(value) : tr("Keep this version");
}

void ConflictDetail::keep()
{
    if (!canKeep())
        return;
    const auto value = m_choice == Both ? m_view.bothText : m_newValue.trimmed();
    academy()->save(
        this,
        [conflict = *m_view.conflict, choice = m_choice, value](engine::Device &device) {
            if (choice >= Both)
                device.resolveWith(conflict, jsonText(value));
            else
                device.resolveTaking(conflict, static_cast<std::size_t>(choice));
        },
        [this] { emit resolved(); }, [this](const QString &problem) { emit failed(problem); });
}
