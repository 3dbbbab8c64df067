// SPDX-License-Identifier: Apache-2.0
#include "step_list_model.h"

#include "undo.h"

StepListModel::StepListModel(QObject *parent)
    : ValueListModel({ "recordId", "text", "ownerText", "dueText", "done", "carried" }, parent)
{
}

void StepListModel::setSteps(const std::vector<models::StepView> &steps)
{
    QList<Row> rows;
    for (const auto &step : steps) {
        const auto id = QString::fromStdString(step.id);
        rows.append({ id, { id, step.text, step.ownerText, step.dueText, step.done, step.carried } });
    }
    setRows(rows);
}

void StepListModel::setDone(int row, bool done)
{
    change(row,
           { [done](cadre::v1::ActionItem &item, domain::Day today) {
                item.set_status(done ? cadre::v1::ACTION_STATUS_DONE : cadre::v1::ACTION_STATUS_OPEN);
                if (done)
                    item.set_done_on(domain::dayText(today));
                else
                    item.clear_done_on();
            },
             done ? tr("Marked as done") : tr("Open again") });
}

void StepListModel::carry(int row)
{
    change(row,
           { [](cadre::v1::ActionItem &item, domain::Day) { item.set_carried_count(item.carried_count() + 1); },
             tr("Carried on to the next time") });
}

void StepListModel::change(int row, const Edit &edit)
{
    if (!m_academy || row < 0 || row >= count())
        return;
    const auto slip = std::make_shared<models::Slip<cadre::v1::ActionItem>>();
    m_academy->save(
        this,
        [id = idAt(row).toStdString(), apply = edit.apply, slip](engine::Device &device) {
            const auto item = models::one<cadre::v1::ActionItem>(device, id);
            if (!item)
                return;
            auto form = device.open(item->key);
            auto desired = std::make_shared<cadre::v1::ActionItem>(item->message);
            apply(*desired, models::today(device));
            *slip = { item->key, item->message, *desired };
            device.save({ { &form, desired } });
        },
        [academy = m_academy, slip, said = edit.said] { models::offerUndo(*academy, slip, said); },
        [this](const QString &sentence) { emit failed(sentence); });
}
