// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/change.h"
#include "tests/sim/ledger.h"

namespace sim {

/// Which save the bytes of a change are, by the root of its body: salted, so that no two are alike.
class Registry {
public:
    void note(const std::string &header, SaveId save) { m_saves[rootOf(header)] = save; }
    [[nodiscard]] std::optional<SaveId> find(const std::string &header) const
    {
        const auto found = m_saves.find(rootOf(header));
        return found == m_saves.end() ? std::nullopt : std::optional(found->second);
    }

private:
    [[nodiscard]] static std::string rootOf(const std::string &header)
    {
        cadre::sync::v1::Header read;
        (void)read.ParseFromString(header);
        return read.body_root();
    }

    std::map<std::string, SaveId> m_saves;
};

} // namespace sim
