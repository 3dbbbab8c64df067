// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"
#include "sync/store/log.h"

namespace host {

/// Which changes a word that records are erased means by names that are not in the log yet: after a restore, a copied
/// device may come first with something else under one of them, and the word would erase that. Inside a transaction.
class ErasedNames {
public:
    explicit ErasedNames(store::Database &database);

    static void makeTables(store::Database &database);

    /// What the run's sender knows under the names that are not in the log yet and that this word of it covers.
    void note(const merge::Change &word, const cadre::sync::v1::Run &run, const store::Log &log);
    [[nodiscard]] bool any(const record::ScopeId &scope) const;
    /// True when a word means another change by its name.
    [[nodiscard]] bool meanAnother(const merge::Change &change) const;

private:
    store::Database &m_database;
};

/// A word's edits that say nothing of those and what follows in their chains.
[[nodiscard]] std::vector<cadre::sync::v1::RecordEdit> withoutOthers(std::vector<cadre::sync::v1::RecordEdit> edits,
                                                                     const std::vector<merge::Dot> &others);

} // namespace host
