// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/sim/server_actor.h"

namespace sim {

/// An enrolled device whose owner writes programs: it may use one place like anybody else, and
/// sends whatever bytes it likes. Nothing that it forges may ever be accepted, and none of it may
/// harm the others.
class Hostile {
public:
    using Ask = std::function<void(const engine::Call &, const host::Caller &)>;

    Hostile(Stage &stage, ServerActor &server, std::uint64_t seed);

    /// A push of somebody else's, seen on its way and not there yet.
    void overhear(const engine::Call &call, const Ask &ask);
    void attack(std::uint32_t kind, std::uint32_t a, std::uint32_t b, const Ask &ask);

private:
    struct Wanted {
        record::ScopeId scope;
        record::Uuid author;
        std::uint64_t time = 0;
        bool isForbidden = true;
        bool claimsUnseen = false;
        bool claimsNext = false; ///< Says that it had seen what everybody will write next.
        bool isOfOldHistory = false; ///< Says that it was made before any restore.
        bool isOversized = false;
        bool forgets = false; ///< Says that somebody's record is forgotten.
        record::Uuid site;
        bool isTwin = false; ///< Takes the number of its last change once more.
    };
    [[nodiscard]] cadre::sync::v1::Run makeRun(const Wanted &wanted);
    [[nodiscard]] host::Caller caller() const;
    void speak(std::uint32_t kind, std::uint32_t a, std::uint32_t b, const Ask &ask);
    void push(const cadre::sync::v1::Run &run, const Ask &ask);
    void readElsewhere(std::uint32_t choice, const Ask &ask) const;
    /// Brings what somebody else sends, with another content in the second part of a change. False where there is none.
    [[nodiscard]] bool tamper(const engine::Call &call, const Ask &ask);
    void replay(std::uint32_t choice, std::uint32_t damage, const Ask &ask);

    Stage &m_stage;
    ServerActor &m_server;
    const Member &m_self;
    std::shared_ptr<Random> m_random;
    bool m_isSpeaking = false;
    bool m_isWaiting = false; ///< For somebody else's push, to be there before it.
    std::vector<engine::Call> m_heard;
    /// How far its own chains have come, as any device remembers.
    std::map<std::pair<record::ScopeId, record::Uuid>, store::ChainHead> m_heads;
};

} // namespace sim
