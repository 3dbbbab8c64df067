// SPDX-License-Identifier: Apache-2.0
#include "sync/server/feedback_rounds.h"

#include "sync/server/academy.h"
#include "sync/server/derived.h"
#include "sync/server/holds.h"

#include <algorithm>

namespace server {

namespace {

constexpr auto eraseReason = "feedback";

/// Its total may lie under the id that the round alone gave, if it was told before places counted.
void eraseWhatWasTold(Academy &academy, const store::RecordKey &round)
{
    const auto keyId = Derived::idOf("FeedbackKey", round.id, {});
    const auto *keyType = academy.catalogue().byName("FeedbackKey");
    (void)academy.host().erase({ keyType->number(), keyId, round.scope }, eraseReason);
    store::Query totals;
    totals.type = "FeedbackTotal";
    for (const auto &id : { feedbackTotalId(round), Derived::idOf("FeedbackTotal", round.id, {}) }) {
        totals.id = id;
        for (const auto &told : academy.records().list(totals)) {
            if (!Holds(academy).holds(told.key.scope)) {
                (void)academy.host().erase(told.key, eraseReason);
            }
        }
    }
}

bool saysErased(const cadre::sync::v1::RecordEdit &edit)
{
    return std::any_of(edit.ops().begin(), edit.ops().end(),
                       [](const auto &op) { return op.kind() == cadre::sync::v1::OP_KIND_ERASE; });
}

} // namespace

bool isFeedbackOver(store::Database &database, const store::RecordKey &round)
{
    store::Statement told(database, "SELECT 1 FROM server_feedback_told WHERE scope = ? AND round = ?");
    return told.bindText(1, round.scope.text()).bindBlob(2, round.id.raw()).step();
}

void endFeedback(store::Database &database, const store::RecordKey &round)
{
    for (const auto *table : { "server_feedback_answer", "server_feedback_spent", "server_feedback_token" }) {
        store::Statement drop(database, "DELETE FROM " + std::string(table) + " WHERE scope = ? AND round = ?");
        drop.bindText(1, round.scope.text()).bindBlob(2, round.id.raw()).run();
    }
    store::Statement note(database, "INSERT OR IGNORE INTO server_feedback_told(scope, round) VALUES(?, ?)");
    note.bindText(1, round.scope.text()).bindBlob(2, round.id.raw()).run();
}

std::optional<store::RecordKey> nextDeletedFeedback(Academy &academy)
{
    const auto *type = academy.catalogue().byName("FeedbackRound");
    store::Statement rounds(academy.database(),
                            "SELECT scope, round FROM server_feedback_token"
                            " UNION SELECT scope, round FROM server_feedback_answer");
    while (rounds.step()) {
        const auto place = record::ScopeId::parse(rounds.blob(0));
        const auto id = record::Uuid::fromRaw(rounds.blob(1));
        if (!place || !id || Holds(academy).holds(*place)) {
            continue;
        }
        const store::RecordKey round { type->number(), *id, *place };
        if (const auto found = academy.records().get(round); !found || !found->alive) {
            return round;
        }
    }
    return std::nullopt;
}

record::Uuid feedbackTotalId(const store::RecordKey &round)
{
    return Derived::idOf("FeedbackTotal", round.id, round.scope.text());
}

void followFeedbackRounds(Academy &academy, const std::vector<merge::Change> &changes)
{
    const auto *type = academy.catalogue().byName("FeedbackRound");
    for (const auto &change : changes) {
        for (const auto &edit : change.edits) {
            const auto id = record::Uuid::fromRaw(edit.record());
            if (type == nullptr || edit.type() != type->number() || !id) {
                continue;
            }
            const store::RecordKey round { edit.type(), *id, change.scope };
            const auto found = academy.records().get(round);
            if ((found && found->alive) || Holds(academy).holds(change.scope)) {
                continue; // What is held ends with a day's upkeep once the hold has ended.
            }
            endFeedback(academy.database(), round);
            if (saysErased(edit)) {
                eraseWhatWasTold(academy, round);
            }
        }
    }
}

} // namespace server
