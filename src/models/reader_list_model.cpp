// SPDX-License-Identifier: Apache-2.0
#include "reader_list_model.h"

#include "pairs.h"
#include "permissions.h"
#include "place_words.h"
#include "sharing.h"

#include "src/domain/policy.h"

namespace {

namespace v1 = cadre::v1;

struct View {
    QList<ValueListModel::Row> rows;
    QString evaluators;
};

std::vector<record::ScopeId> placesAbout(const engine::Device &device)
{
    std::vector<record::ScopeId> places;
    for (const auto &match : models::matchesAsTeacher(device)) {
        places.push_back({ .kind = v1::SCOPE_KIND_PAIR, .key = match.key.id });
        places.push_back({ .kind = v1::SCOPE_KIND_PAIR_LOG, .key = match.key.id });
    }
    places.push_back({ .kind = v1::SCOPE_KIND_TEACHER, .key = device.identity().person });
    for (const auto &share : models::ownShares(device)) {
        if (models::stateOf(share.message, device) == models::ShareState::Shared)
            places.push_back({ .kind = v1::SCOPE_KIND_SHARE, .key = share.key.id });
    }
    places.push_back({ .kind = v1::SCOPE_KIND_PERSON, .key = device.identity().person });
    return places;
}

View readView(engine::Device &device)
{
    View view;
    const models::Names names(device);
    const auto facts = models::factsOf(device);
    const auto today = models::today(device);
    const auto self = device.identity().person;
    QStringList evaluators;
    for (const auto &[person, fact] : facts.persons()) {
        if (facts.evaluates(person, self, today))
            evaluators.append(names.of(person));
    }
    view.evaluators = evaluators.join(QStringLiteral(", "));
    for (const auto &place : placesAbout(device)) {
        QStringList readers { ReaderListModel::tr("You") };
        for (const auto &[person, fact] : facts.persons()) {
            if (person != self && domain::Policy::builtIn().mayRead(person, place, facts, today))
                readers.append(names.of(person));
        }
        const auto id = QString::fromStdString(place.text());
        const auto words = readers.size() == 1 ? ReaderListModel::tr("You alone") : readers.join(QStringLiteral(", "));
        view.rows.append({ id, { id, models::placeWords(device, place, names), words } });
    }
    return view;
}

} // namespace

ReaderListModel::ReaderListModel(QObject *parent)
    : AcademyListModel({ "recordId", "what", "readers" }, parent)
{
}

void ReaderListModel::reload()
{
    academy()->run(this, readView, [this](const View &view) {
        setRows(view.rows);
        m_evaluators = view.evaluators;
        emit evaluatorsChanged();
    });
}
