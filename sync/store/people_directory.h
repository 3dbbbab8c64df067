// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"

#include <cstddef>
#include <string>
#include <vector>

namespace store {

/// The people who share a device: each has a data directory of her own, with its own lock and key.
///
///     DIR/people/UUID/cadre.db …     one person's
///     DIR/people/UUID/shown_name     what she chose to be called on the lock screen, and nothing else of hers in clear
///     DIR/cadre.db                   one person's as well: a directory that is used for her alone
class PeopleDirectory {
public:
    static constexpr std::size_t longestName = 60; ///< Bytes of UTF-8.

    struct Person {
        std::string directory;
        std::string shownName; ///< Empty where none was chosen.
        bool isSealed = false;
    };

    explicit PeopleDirectory(std::string directory)
        : m_directory(std::move(directory))
    {
    }

    /// Whose stores are there, by their names.
    [[nodiscard]] std::vector<Person> people() const;
    /// Makes a directory for one more person, who is among people() once her store is begun in it.
    /// Throws Error{Unreadable, Full}.
    [[nodiscard]] Person add(const std::string &shownName, const record::Uuid &id) const;

private:
    std::string m_directory;
};

} // namespace store
