// SPDX-License-Identifier: Apache-2.0
#include "goal_list_model.h"

#include "records_read.h"
#include "words.h"

#include "cadre/v1/growth.pb.h"

namespace {

namespace v1 = cadre::v1;

record::ScopeId ownPlace(const engine::Device &device)
{
    return { .kind = v1::SCOPE_KIND_TEACHER, .key = device.identity().person };
}

QString nextStep(v1::GoalStatus status)
{
    if (status == v1::GOAL_STATUS_MET)
        return {};
    return status == v1::GOAL_STATUS_IN_PROGRESS ? GoalListModel::tr("I met it") : GoalListModel::tr("I am on it");
}

} // namespace

GoalListModel::GoalListModel(QObject *parent)
    : AcademyListModel({ "recordId", "text", "measure", "untilText", "statusText", "isMet", "nextText" }, parent)
{
}

void GoalListModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            QList<Row> rows;
            const auto today = models::today(device);
            for (const auto &goal :
                 models::all<v1::GrowthGoal>(device, { .scope = ownPlace(device), .orderBy = "to" })) {
                const auto &message = goal.message;
                const auto until =
                    message.to().empty() ? QString() : tr("until %1").arg(models::shortDay(message.to(), today));
                rows.append({ goal.idText(),
                              { goal.idText(), QString::fromStdString(message.text()),
                                QString::fromStdString(message.measure()), until,
                                models::choice(*v1::GoalStatus_descriptor(), message.status()),
                                message.status() == v1::GOAL_STATUS_MET, nextStep(message.status()) } });
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}

void GoalListModel::add(const QString &text, const QString &measure, const QString &until)
{
    academy()->save(
        this,
        [text = text.trimmed().toStdString(), measure = measure.trimmed().toStdString(),
         until = until.toStdString()](engine::Device &device) {
            auto form = device.openNew("GrowthGoal", ownPlace(device));
            auto goal = std::make_shared<v1::GrowthGoal>();
            goal->set_text(text);
            goal->set_status(v1::GOAL_STATUS_SET);
            goal->set_from(domain::dayText(models::today(device)));
            if (!measure.empty())
                goal->set_measure(measure);
            if (!until.empty())
                goal->set_to(until);
            device.save({ { &form, goal } });
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}

void GoalListModel::moveOn(int row)
{
    academy()->save(
        this,
        [id = idAt(row).toStdString()](engine::Device &device) {
            const auto goal = models::one<v1::GrowthGoal>(device, id);
            if (!goal)
                return;
            auto form = device.open(goal->key);
            auto desired = std::make_shared<v1::GrowthGoal>(goal->message);
            desired->set_status(desired->status() == v1::GOAL_STATUS_IN_PROGRESS ? v1::GOAL_STATUS_MET
                                                                                 : v1::GOAL_STATUS_IN_PROGRESS);
            device.save({ { &form, desired } });
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}

void GoalListModel::remove(int row)
{
    academy()->save(
        this,
        [id = idAt(row).toStdString()](engine::Device &device) {
            const auto goal = models::one<v1::GrowthGoal>(device, id);
            if (!goal)
                return;
            auto form = device.open(goal->key);
            device.save({ { .form = &form, .desired = form.opened, .remove = true } });
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}
