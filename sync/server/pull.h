// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/accounts.h"
#include "cadre/sync/v1/sync_service.pb.h"

#include <map>
#include <string>
#include <vector>

namespace server {

class Academy;

/// What the device lacks of the scopes it names and may read, within its budget. A scope that it
/// may not read is left out: Poll says that it was left.
[[nodiscard]] cadre::sync::v1::PullResponse pull(Academy &academy, const EnrolledDevice &device,
                                                 const cadre::sync::v1::PullRequest &request);

/// The lists of cursors that stand behind the digests devices send.
class KnownCursors {
public:
    using Cursors = std::vector<cadre::sync::v1::Cursor>;

    void keep(const record::Uuid &site, Cursors cursors);
    /// Null when this server does not know the digest.
    [[nodiscard]] const Cursors *find(const record::Uuid &site, const std::string &digest) const;

private:
    struct Known {
        std::string digest;
        Cursors cursors;
    };
    std::map<record::Uuid, Known> m_known;
};

/// What moved, appeared or was left since the device's cursors; answers at once.
[[nodiscard]] cadre::sync::v1::PollResponse poll(Academy &academy, KnownCursors &known, const EnrolledDevice &device,
                                                 const cadre::sync::v1::PollRequest &request);
/// True when the answer says something that a waiting device wants to hear.
[[nodiscard]] bool isNews(const cadre::sync::v1::PollResponse &response);

} // namespace server
