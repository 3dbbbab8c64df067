// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/merge/cursors.h"
#include "cadre/sync/v1alpha/person.pb.h"

#include <memory>
#include <optional>
#include <string>

namespace engine {

class Outbox;

/// A call to the server: POST path with a protobuf body.
struct Call {
    std::string path;
    std::string body;
};

/// What came of a call. `status` is the HTTP status, 0 when the server was not reached.
struct Reply {
    int status = 0;
    std::string body;
    std::string problem; ///< One sentence, when it was not reached.
    int retryAfter = 0; ///< Seconds after which the server wants to be asked again; 0 when it said nothing.
};

/// One round's outcome, in the words of `cadrectl sync --json`.
struct Report {
    std::uint64_t pushed = 0;
    std::uint64_t pulled = 0;
    std::uint64_t conflicts = 0;
    std::uint64_t quarantined = 0;
    std::uint64_t bytesUp = 0;
    std::uint64_t bytesDown = 0;
    bool complete = false;
    bool offline = false;
    bool refused = false; ///< The server does not know this device (any more).
    std::string problem; ///< One sentence for people; empty when all went well.
    std::string notice; ///< A sentence beside success, such as about the clock.
};

/// How much a round reads at once.
struct Portions {
    /// What an answer may hold of a log, or of snapshots, before the next call asks on.
    std::uint32_t answerBytes = 4 * 1024 * 1024;
    /// With more changes than these a place begins with a snapshot; fewer are quicker to read.
    std::uint64_t shortHistory = 32;
};

/// One synchronisation, as a state machine without any I/O: ask for the next call, make it, hand
/// back its reply. Push, then Poll, then Fetch and Pull until both sides agree; last it tells what was opened. Each
/// reply is applied in one transaction; a round may be dropped at any moment and begun anew.
class Round {
public:
    explicit Round(Device &device, const Portions &portions = {});
    ~Round();

    /// The call to make; nothing when the round has ended.
    [[nodiscard]] std::optional<Call> next();
    void answer(const Reply &reply);
    [[nodiscard]] const Report &report() const { return m_report; }

private:
    enum class Step { Push, Poll, Fetch, Pull, Tell, Done };
    void answerPush(const std::string &body);
    void answerPoll(const std::string &body);
    void answerFetch(const std::string &body);
    void answerPull(const std::string &body);
    /// What the server does not take now is told by another round; this one has done what it is for.
    void answerTell(const Reply &reply);
    void stop(const std::string &problem);
    /// The bytes of what was erased leave the file; what there is no room for now is tried again.
    void removeLeftovers();

    Device &m_device;
    Portions m_portions;
    Step m_step = Step::Push;
    bool m_sendCursors = false;
    int m_repeats = 0;
    std::shared_ptr<const merge::Positions> m_said; ///< With the last Poll.
    std::string m_memberships; ///< Their digest, as said with the last Poll.
    std::shared_ptr<const merge::Positions> m_agreed; ///< Of a Poll that the server could read.
    std::vector<cadre::sync::v1::Cursor> m_wanted;
    std::unique_ptr<Outbox> m_outbox;
    std::vector<record::ScopeId> m_snapshots; ///< Wanted, the most urgent first.
    cadre::sync::v1alpha::TellOpenedRequest m_opened; ///< Under way.
    Report m_report;
};

} // namespace engine
