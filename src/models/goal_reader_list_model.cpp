// SPDX-License-Identifier: Apache-2.0
#include "goal_reader_list_model.h"

#include "pairs.h"

#include "cadre/v1/growth.pb.h"

namespace {

namespace v1 = cadre::v1;

record::ScopeId ownPlace(const engine::Device &device)
{
    return { .kind = v1::SCOPE_KIND_TEACHER, .key = device.identity().person };
}

std::vector<models::Found<v1::GoalAccess>> inForce(const engine::Device &device, const std::string &matchId)
{
    auto found = models::all<v1::GoalAccess>(device, { .where = { { "pair", matchId } }, .scope = ownPlace(device) });
    std::erase_if(found, [](const auto &access) { return access.message.ended_at() != 0; });
    return found;
}

void beginAccess(engine::Device &device, const std::string &matchId)
{
    auto form = device.openNew("GoalAccess", ownPlace(device));
    auto access = std::make_shared<v1::GoalAccess>();
    access->set_teacher(device.identity().person.text());
    access->set_pair(matchId);
    device.save({ { &form, access } });
}

void endAccess(engine::Device &device, const models::Found<v1::GoalAccess> &access)
{
    auto form = device.open(access.key);
    auto desired = std::make_shared<v1::GoalAccess>(access.message);
    desired->set_ended_at(device.now());
    device.save({ { &form, desired } });
}

} // namespace

GoalReaderListModel::GoalReaderListModel(QObject *parent)
    : AcademyListModel({ "recordId", "name", "allowed" }, parent)
{
}

void GoalReaderListModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            QList<Row> rows;
            const models::Names names(device);
            for (const auto &match : models::matchesAsTeacher(device))
                rows.append(
                    { match.idText(),
                      { match.idText(), names.of(match.message.mentor()), !inForce(device, match.id()).empty() } });
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}

void GoalReaderListModel::allow(int row, bool allowed)
{
    academy()->save(
        this,
        [id = idAt(row).toStdString(), allowed](engine::Device &device) {
            const auto accesses = inForce(device, id);
            if (allowed && accesses.empty())
                beginAccess(device, id);
            for (const auto &access : accesses) {
                if (!allowed)
                    endAccess(device, access);
            }
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}
