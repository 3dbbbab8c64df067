// SPDX-License-Identifier: Apache-2.0
#include "permissions.h"

#include "src/domain/policy.h"

#include <algorithm>

namespace models {

struct Permissions::Knowledge {
    domain::Facts facts;
    record::Uuid person;
    domain::Day day;
    const record::Catalogue *catalogue = nullptr;
};

domain::Facts factsOf(const engine::Device &device)
{
    domain::Facts facts;
    for (const auto *type : domain::factTypes) {
        for (const auto &stored : eachOnce(device, { .type = type }))
            (void)facts.add(stored.key.id, *stored.message);
    }
    return facts;
}

Permissions::Permissions(const engine::Device &device)
{
    auto knowledge = std::make_shared<Knowledge>();
    knowledge->person = device.identity().person;
    knowledge->day = today(device);
    knowledge->catalogue = &device.catalogue();
    knowledge->facts = factsOf(device);
    m_knowledge = std::move(knowledge);
}

bool Permissions::mayEdit(const store::StoredRecord &stored, const std::vector<std::string> &fields) const
{
    const auto &known = *m_knowledge;
    domain::WriteRequest request { .person = known.person, .scope = stored.key.scope };
    request.typeName = known.catalogue->byNumber(stored.key.type)->name();
    request.recordId = stored.key.id;
    request.changedFields = fields;
    request.before = stored.message.get();
    request.after = stored.message.get();
    return domain::Policy::builtIn().mayWrite(request, known.facts, known.day, known.day).allowed;
}

bool Permissions::mayAdd(const std::string &typeName, const record::ScopeId &scope,
                         const std::vector<std::string> &fields) const
{
    const auto &known = *m_knowledge;
    domain::WriteRequest request { .person = known.person, .scope = scope, .typeName = typeName };
    request.changedFields = fields;
    request.isNew = true;
    const auto empty = known.catalogue->byName(typeName)->make();
    request.after = empty.get();
    return domain::Policy::builtIn().mayWrite(request, known.facts, known.day, known.day).allowed;
}

std::vector<store::Conflict> conflictsFor(const engine::Device &device)
{
    auto conflicts = device.conflicts();
    if (conflicts.empty()) {
        return conflicts;
    }
    const Permissions permissions(device);
    const auto self = device.identity().person;
    std::erase_if(conflicts, [&](const store::Conflict &conflict) {
        const bool own = std::any_of(conflict.alternatives.begin(), conflict.alternatives.end(),
                                     [&](const store::Alternative &alternative) { return alternative.author == self; });
        const auto stored = own ? std::nullopt : device.get(conflict.typeName, conflict.key.id);
        const auto fields = conflict.field == 0 ? std::vector<std::string>() : std::vector { conflict.fieldName };
        return !own && (!stored || !permissions.mayEdit(*stored, fields));
    });
    return conflicts;
}

} // namespace models
