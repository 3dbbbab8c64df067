// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/academy.h"
#include "cadre/sync/v1alpha/person.pb.h"

#include <vector>

namespace server {

/// What was set aside, for those who may let it in: whoever the policy names for the place, and a person herself where
/// it came from a device of hers that had been signed out. One thread at a time.
class SetAside {
public:
    explicit SetAside(Academy &academy)
        : m_academy(academy)
    {
    }

    /// What waits for that person, in the order in which it was made. Of a confidential place that she does not read
    /// it says that there is something, by whom and why, and not what.
    [[nodiscard]] std::vector<cadre::sync::v1alpha::SetAsideChange> waitingFor(const record::Uuid &person);
    /// Judges the change as if it had been handed in on the day on which it was made, and where that lets it in, writes
    /// its content in its author's name. Again: nothing more happens. Throws not_found for what does not wait for that
    /// person, and failed_precondition with a sentence where it can't be let in as it is; nothing has changed then.
    void release(const record::ScopeId &scope, const merge::Dot &dot, const Actor &by);

private:
    [[nodiscard]] bool mayRelease(const record::Uuid &person, const merge::Change &change, const std::string &reason);

    Academy &m_academy;
};

} // namespace server
