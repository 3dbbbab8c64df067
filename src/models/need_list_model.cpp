// SPDX-License-Identifier: Apache-2.0
#include "need_list_model.h"

#include "records_read.h"
#include "words.h"

#include "cadre/v1/growth.pb.h"

namespace {

namespace v1 = cadre::v1;

record::ScopeId ownPlace(const engine::Device &device)
{
    return { .kind = v1::SCOPE_KIND_TEACHER, .key = device.identity().person };
}

} // namespace

NeedListModel::NeedListModel(QObject *parent)
    : AcademyListModel({ "recordId", "area", "level", "dayText" }, parent)
{
}

void NeedListModel::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            std::map<std::string, models::Found<v1::TeacherNeed>> latest;
            for (const auto &need :
                 models::all<v1::TeacherNeed>(device, { .scope = ownPlace(device), .orderBy = "on" })) {
                const auto known = latest.find(need.message.area());
                if (known == latest.end() || known->second.message.on() < need.message.on()
                    || known->second.changedAt <= need.changedAt)
                    latest.insert_or_assign(need.message.area(), need);
            }
            QList<Row> rows;
            for (const auto &[area, need] : latest)
                rows.append({ need.idText(),
                              { need.idText(), QString::fromStdString(area), need.message.level(),
                                models::shortDay(need.message.on(), models::today(device)) } });
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}

void NeedListModel::say(const QString &area, int level)
{
    academy()->save(
        this,
        [area = area.trimmed().toStdString(), level](engine::Device &device) {
            auto form = device.openNew("TeacherNeed", ownPlace(device));
            auto need = std::make_shared<v1::TeacherNeed>();
            need->set_area(area);
            need->set_level(level);
            need->set_on(domain::dayText(models::today(device)));
            device.save({ { &form, need } });
        },
        {}, [this](const QString &sentence) { emit failed(sentence); });
}
