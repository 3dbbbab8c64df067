// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "cadre/sync/v1/change.pb.h"

#include <map>
#include <utility>
#include <vector>

namespace merge {

/// No chain comes further: above it the arithmetic of ranges would run over.
inline constexpr std::uint64_t highestSeq = std::uint64_t { 1 } << 62;

/// Names one change of a site within a scope.
struct Dot {
    record::Uuid site;
    std::uint64_t seq = 0;

    auto operator<=>(const Dot &) const = default;
};

/// The null site for one that can't be read.
[[nodiscard]] Dot fromProto(const cadre::sync::v1::Dot &proto);

/// The dots that an author had seen: per site everything up to a number, with exceptions, since
/// two forms on one device are two authors.
class Context {
public:
    [[nodiscard]] bool covers(const Dot &dot) const;
    [[nodiscard]] bool empty() const { return m_sites.empty(); }

    /// True when there is a dot in both.
    [[nodiscard]] bool meets(const Context &other) const;
    /// Adds one dot; the numbers between it and what was known of its site become exceptions.
    void add(const Dot &dot);
    /// Adds every dot of the other.
    void add(const Context &other);
    /// Says that nothing of the field is missing below the highest dots: drops the exceptions, but for those.
    void close(const std::vector<Dot> &missing = {});
    /// Gives the site's dots from `first` on the names 1, 2, … of another site: its chain became a branch.
    void rename(const record::Uuid &site, std::uint64_t first, const record::Uuid &to);
    /// Says nothing of that dot and those after it in its chain any more.
    void drop(const Dot &first);
    /// The highest dot of each site.
    [[nodiscard]] std::vector<Dot> heads() const;

    [[nodiscard]] cadre::sync::v1::Context toProto() const;
    /// Throws std::invalid_argument on ranges that overlap, are out of order, or lie above the
    /// highest, and on a highest beyond highestSeq.
    [[nodiscard]] static Context fromProto(const cadre::sync::v1::Context &proto);

    bool operator==(const Context &) const = default;

private:
    using Range = std::pair<std::uint64_t, std::uint64_t>;
    struct Seen {
        std::vector<Range> ranges; // ascending, disjoint, not adjacent, inclusive
        bool operator==(const Seen &) const = default;
    };
    static void insert(std::vector<Range> &ranges, Range added);

    std::map<record::Uuid, Seen> m_sites;
};

} // namespace merge
