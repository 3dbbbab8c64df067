// SPDX-License-Identifier: Apache-2.0
#include "sync/server/statements.h"

#include "src/domain/monthly_statement.h"
#include "sync/server/academy.h"
#include "sync/server/author.h"
#include "sync/server/derived.h"
#include "sync/server/membership.h"
#include "sync/store/record_store.h"

namespace server {

using cadre::v1::StatementSignature;

void Statements::take(const merge::Change &change)
{
    if (change.scope.kind != cadre::v1::SCOPE_KIND_PAIR_LOG) {
        return;
    }
    for (const auto &edit : change.edits) {
        const auto *type = m_academy.catalogue().byNumber(edit.type());
        const auto id = record::Uuid::fromRaw(edit.record());
        if (type == nullptr || !id || type->name() != StatementSignature::descriptor()->name()) {
            continue;
        }
        const auto record = m_academy.records().get(store::RecordKey { edit.type(), *id, change.scope });
        const auto month = record && record->alive
            ? domain::Month::parse(dynamic_cast<const StatementSignature &>(*record->message).month())
            : std::nullopt;
        if (month) {
            m_signed.emplace(change.scope.key, *month);
        }
    }
}

void Statements::write()
{
    for (const auto &[match, month] : std::exchange(m_signed, {})) {
        write(match, month);
    }
}

void Statements::write(const record::Uuid &match, domain::Month month)
{
    const auto *fact = m_academy.membership().facts().match(match);
    if (fact == nullptr) {
        return;
    }
    store::Query query;
    query.type = StatementSignature::descriptor()->name();
    query.scope = record::ScopeId { cadre::v1::SCOPE_KIND_PAIR_LOG, match, 0 };
    std::vector<StatementSignature> signatures;
    for (const auto &record : m_academy.records().list(query)) {
        if (record.alive) {
            signatures.push_back(dynamic_cast<const StatementSignature &>(*record.message));
        }
    }
    const domain::StatementPair pair { match.text(), fact->mentor.text(), fact->teacher.text() };
    if (const auto statement = domain::statementFor(pair, month, signatures)) {
        m_academy.author().write({ cadre::v1::SCOPE_KIND_SCHOOL_ADMIN, fact->school, 0 }, "MonthlyStatement",
                                 Derived::idOf("MonthlyStatement", match, month.text()), *statement, {},
                                 m_academy.now());
    }
}

} // namespace server
