// SPDX-License-Identifier: Apache-2.0
#include "milestone_detail.h"

#include "permissions.h"
#include "undo.h"
#include "words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

using cadre::v1::Milestone;
using View = MilestoneDetail::View;

struct Read {
    View view;
    std::shared_ptr<engine::Form> form;
};

void readHistory(const engine::Device &device, const std::string &id, const models::Names &names, domain::Day today,
                 View &view)
{
    auto moves = models::all<cadre::v1::MilestoneRevision>(device, { .where = { { "milestone", id } } });
    std::sort(moves.begin(), moves.end(), [](const auto &a, const auto &b) { return a.changedAt > b.changedAt; });
    for (const auto &move : moves) {
        const auto days = models::shortDay(move.message.old_due(), today) + u" → "_s
            + models::shortDay(move.message.new_due(), today);
        view.revisions.append({ move.idText(),
                                { days, QString::fromStdString(move.message.reason()),
                                  names.of(move.changedBy) + u", "_s + models::momentText(move.changedAt) } });
    }
    auto comments = models::all<cadre::v1::Comment>(device, { .where = { { "about", id } } });
    std::sort(comments.begin(), comments.end(), [](const auto &a, const auto &b) { return a.changedAt > b.changedAt; });
    for (const auto &comment : comments) {
        view.comments.append({ comment.idText(),
                               { QString::fromStdString(comment.message.body()),
                                 names.of(comment.changedBy) + u", "_s + models::momentText(comment.changedAt) } });
    }
}

std::string moveKey(const std::string &milestone)
{
    return "move/" + milestone;
}

// The day, a line's end, the reason.
void readBegunMove(const engine::Device &device, const std::string &id, View &view)
{
    const auto kept = QString::fromStdString(device.draft(moveKey(id)).value_or(std::string()));
    view.begunDay = kept.section(u'\n', 0, 0);
    view.begunReason = kept.section(u'\n', 1);
}

Read readMilestone(engine::Device &device, const std::string &id)
{
    const auto uuid = record::Uuid::parse(id);
    const auto stored = uuid ? device.get("Milestone", *uuid) : std::nullopt;
    if (!stored)
        return {};
    const auto &milestone = dynamic_cast<const Milestone &>(*stored->message);
    const auto today = models::today(device);
    const models::Names names(device);
    const models::Permissions permissions(device);
    const auto standing = domain::standingOf(milestone, today);

    View view;
    view.title = QString::fromStdString(milestone.title());
    view.health = MilestoneListModel::healthOf(standing);
    view.healthText = MilestoneListModel::healthText(standing);
    view.practice = QString::fromStdString(milestone.practice());
    view.due = QString::fromStdString(milestone.current_due());
    view.dueText = models::shortDay(milestone.current_due(), today);
    view.owner = milestone.owner().empty() ? QString() : names.of(milestone.owner());
    view.blocker = QString::fromStdString(milestone.blocker());
    if (const auto plan = models::one<cadre::v1::ImplementationPlan>(device, milestone.plan()))
        view.planTitle = QString::fromStdString(plan->message.title());
    if (const auto school = models::one<cadre::v1::Organization>(device, milestone.school()))
        view.schoolName = QString::fromStdString(school->message.name());
    view.atRisk = milestone.at_risk();
    view.flagged = milestone.flagged_for_state();
    view.isDone = milestone.status() == cadre::v1::MILESTONE_STATUS_DONE;
    view.doneText =
        view.isDone ? MilestoneDetail::tr("Done on %1").arg(models::shortDay(milestone.done_on(), today)) : QString();
    view.mayEdit = permissions.mayEdit(*stored, { "current_due", "done_on", "status" });
    view.mayComment = permissions.mayAdd("Comment", stored->key.scope, { "about", "body" });
    view.onServerText = device.isOnServer(stored->key) ? MilestoneDetail::tr("On the server")
                                                       : MilestoneDetail::tr("Saved here · waiting for internet");
    readHistory(device, id, names, today, view);
    readBegunMove(device, id, view);
    view.baselineText = MilestoneListModel::baselineDay(milestone, static_cast<int>(view.revisions.size()), today);
    return { std::move(view), std::make_shared<engine::Form>(device.open(stored->key)) };
}

} // namespace

MilestoneDetail::MilestoneDetail(QObject *parent)
    : ViewModel(parent)
    , m_revisions(new ValueListModel({ "dateText", "reason", "byText" }, this))
    , m_comments(new ValueListModel({ "body", "byText" }, this))
{
}

void MilestoneDetail::setRecordId(const QString &recordId)
{
    if (m_recordId == recordId)
        return;
    m_recordId = recordId;
    emit recordIdChanged();
    scheduleReload();
}

void MilestoneDetail::reload()
{
    academy()->run(
        this, [id = m_recordId.toStdString()](engine::Device &device) { return readMilestone(device, id); },
        [this](Read read) {
            m_view = std::move(read.view);
            m_form = std::move(read.form);
            m_revisions->setRows(m_view.revisions);
            m_comments->setRows(m_view.comments);
            emit detailChanged();
            setLoaded();
        });
}

void MilestoneDetail::change(const QString &said, std::function<void(Milestone &)> edit)
{
    if (!m_form)
        return;
    const auto slip = std::make_shared<models::Slip<Milestone>>();
    academy()->save(
        this,
        [form = m_form, edit, slip](engine::Device &device) {
            const auto &opened = dynamic_cast<const Milestone &>(*form->opened);
            auto desired = std::make_shared<Milestone>(opened);
            edit(*desired);
            *slip = { form->key, opened, *desired };
            device.save({ { form.get(), desired } });
        },
        [this, said, slip] {
            emit saved(said);
            models::offerUndo(*academy(), slip, said);
        },
        [this](const QString &problem) { emit failed(problem); });
}

void MilestoneDetail::doneOn(const QString &isoDay)
{
    change(tr("Marked as done"), [day = isoDay.toStdString()](Milestone &milestone) {
        milestone.set_done_on(day);
        milestone.set_status(cadre::v1::MILESTONE_STATUS_DONE);
    });
}

void MilestoneDetail::setFlag(bool flagged)
{
    change(flagged ? tr("Flagged for the state team") : tr("No longer flagged"),
           [flagged](Milestone &milestone) { milestone.set_flagged_for_state(flagged); });
}

void MilestoneDetail::setAtRisk(bool atRisk)
{
    change(atRisk ? tr("Marked at risk") : tr("No longer at risk"),
           [atRisk](Milestone &milestone) { milestone.set_at_risk(atRisk); });
}

void MilestoneDetail::setBlocker(const QString &text)
{
    change(tr("Saved"), [text = text.trimmed().toStdString()](Milestone &milestone) { milestone.set_blocker(text); });
}

void MilestoneDetail::moveDate(const QString &isoDay, const QString &reason)
{
    if (!m_form)
        return;
    if (isoDay == m_view.due) {
        emit failed(tr("It is due on that day already. Nothing was changed."));
        return;
    }
    if (reason.trimmed().isEmpty()) {
        emit failed(tr("Please say why the date moves. Nothing was changed."));
        return;
    }
    academy()->save(
        this,
        [form = m_form, day = isoDay.toStdString(), why = reason.trimmed().toStdString()](engine::Device &device) {
            const auto &opened = dynamic_cast<const Milestone &>(*form->opened);
            auto moved = std::make_shared<Milestone>(opened);
            moved->set_current_due(day);
            auto revision = std::make_shared<cadre::v1::MilestoneRevision>();
            revision->set_milestone(form->key.id.text());
            revision->set_old_due(opened.current_due());
            revision->set_new_due(day);
            revision->set_reason(why);
            auto revisionForm = device.openNew("MilestoneRevision", form->key.scope);
            device.save({ { form.get(), moved }, { &revisionForm, revision } });
            device.dropDraft(moveKey(form->key.id.text()));
        },
        [this] { emit saved(tr("Date moved")); }, [this](const QString &problem) { emit failed(problem); });
}

void MilestoneDetail::keepMove(const QString &isoDay, const QString &reason)
{
    m_view.begunDay = isoDay;
    m_view.begunReason = reason;
    academy()->run(
        this,
        [key = moveKey(m_recordId.toStdString()), day = isoDay.toStdString(),
         why = reason.toStdString()](engine::Device &device) {
            if (day.empty() && why.empty())
                device.dropDraft(key);
            else
                device.keepDraft(key, day + '\n' + why);
            return true;
        },
        [](bool) {}, [this](const QString &problem) { emit failed(problem); });
}

void MilestoneDetail::askOwner(const QString &text)
{
    if (!m_form || text.trimmed().isEmpty())
        return;
    academy()->save(
        this,
        [form = m_form, body = text.trimmed().toStdString()](engine::Device &device) {
            auto comment = std::make_shared<cadre::v1::Comment>();
            comment->set_about(form->key.id.text());
            comment->set_body(body);
            const auto &owner = dynamic_cast<const Milestone &>(*form->opened).owner();
            if (!owner.empty())
                comment->set_asks(owner);
            auto commentForm = device.openNew("Comment", form->key.scope);
            device.save({ { &commentForm, comment } });
        },
        [this] { emit saved(tr("Asked")); }, [this](const QString &problem) { emit failed(problem); });
}
