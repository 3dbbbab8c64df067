// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace domain {

/// Adults in a group of which anything is told; more where an academy says so (5 to 30).
inline constexpr int usualMinimumGroup = 5;

/// The teachers of one group, such as a school, and how many of them have each theme. Each teacher is in one group.
struct ThemeGroup {
    std::string key;
    int teachers = 0;
    std::map<std::string, int> themes; ///< At most `teachers` each; one that is not named has none.
};

/// What may be said of how many teachers of a group have a theme.
struct ThemeCell {
    enum class Shown {
        Hidden, ///< Nothing.
        FewerThanThree, ///< None, one or two.
        Exactly, ///< `count`.
        NearlyAll, ///< All, or all but one or two.
    };
    Shown shown = Shown::Hidden;
    int count = 0; ///< 0 unless shown exactly.

    bool operator==(const ThemeCell &) const = default;
};

/// One group as it is published; without teachers and themes when it is too small, or told with the others alone.
struct PublishedGroup {
    std::string key;
    int teachers = 0;
    std::map<std::string, ThemeCell> themes;

    bool operator==(const PublishedGroup &) const = default;
};

struct PublishedThemes {
    PublishedGroup all; ///< Of all groups together; its key is empty.
    std::vector<PublishedGroup> groups; ///< In the order in which they were given.
};

/// What is published of these groups and of all of them together, so that nobody who knows these rules and the sizes of
/// the groups can work out a number that is not told (domain.md 7.3, rules 1 to 3, and V22). Whoever calls it freezes
/// what it returns for a window of time (rule 4).
///
/// Rule 3 is kept more strictly than it is written: hiding the next smallest group tells that it was the next smallest.
/// So of one theme either each group of a sufficient size is told exactly, or the total alone is.
[[nodiscard]] PublishedThemes publish(const std::vector<ThemeGroup> &groups, int minimumGroup = usualMinimumGroup);

} // namespace domain
