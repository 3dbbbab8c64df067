// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/context.h"

#include "sync/record/plant.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>

namespace merge {

Dot fromProto(const cadre::sync::v1::Dot &proto)
{
    return { record::Uuid::fromRaw(proto.site()).value_or(record::Uuid {}), proto.seq() };
}

bool Context::covers(const Dot &dot) const
{
    const auto found = m_sites.find(dot.site);
    if (found == m_sites.end()) {
        return false;
    }
    return std::any_of(found->second.ranges.begin(), found->second.ranges.end(),
                       [&](const Range &range) { return range.first <= dot.seq && dot.seq <= range.second; });
}

bool Context::meets(const Context &other) const
{
    return std::any_of(m_sites.begin(), m_sites.end(), [&](const auto &here) {
        const auto there = other.m_sites.find(here.first);
        return there != other.m_sites.end()
            && std::any_of(here.second.ranges.begin(), here.second.ranges.end(), [&](const Range &one) {
                   return std::any_of(there->second.ranges.begin(), there->second.ranges.end(), [&](const Range &two) {
                       return one.first <= two.second && two.first <= one.second;
                   });
               });
    });
}

void Context::insert(std::vector<Range> &ranges, Range added)
{
    auto at = std::lower_bound(ranges.begin(), ranges.end(), added.first, [](const Range &range, std::uint64_t first) {
        return range.second + (CADRE_PLANT("one_missing_number_is_no_gap") ? 2 : 1) < first;
    });
    while (at != ranges.end() && at->first <= added.second + 1) {
        added.first = std::min(added.first, at->first);
        added.second = std::max(added.second, at->second);
        at = ranges.erase(at);
    }
    ranges.insert(at, added);
}

void Context::add(const Dot &dot)
{
    insert(m_sites[dot.site].ranges, { dot.seq, dot.seq });
}

void Context::add(const Context &other)
{
    for (const auto &[site, seen] : other.m_sites) {
        for (const auto &range : seen.ranges) {
            insert(m_sites[site].ranges, range);
        }
    }
}

void Context::close(const std::vector<Dot> &missing)
{
    std::set<Dot> left;
    std::copy_if(missing.begin(), missing.end(), std::inserter(left, left.end()),
                 [&](const Dot &dot) { return !covers(dot); });
    for (auto &[site, seen] : m_sites) {
        const auto highest = seen.ranges.back().second;
        seen.ranges.clear();
        std::uint64_t next = 1;
        for (auto dot = left.lower_bound({ site, 1 }); dot != left.end() && dot->site == site && dot->seq < highest;
             ++dot) {
            if (dot->seq > next) {
                seen.ranges.emplace_back(next, dot->seq - 1);
            }
            next = dot->seq + 1;
        }
        seen.ranges.emplace_back(next, highest);
    }
}

void Context::rename(const record::Uuid &site, std::uint64_t first, const record::Uuid &to)
{
    const auto found = m_sites.find(site);
    if (found == m_sites.end()) {
        return;
    }
    std::vector<Range> kept;
    std::vector<Range> moved;
    for (const auto &range : found->second.ranges) {
        if (range.first < first) {
            kept.emplace_back(range.first, std::min(range.second, first - 1));
        }
        if (range.second >= first) {
            moved.emplace_back(std::max(range.first, first) - first + 1, range.second - first + 1);
        }
    }
    if (kept.empty()) {
        m_sites.erase(found);
    } else {
        found->second.ranges = std::move(kept);
    }
    for (const auto &range : moved) {
        insert(m_sites[to].ranges, range);
    }
}

void Context::drop(const Dot &first)
{
    rename(first.site, first.seq, {});
    m_sites.erase(record::Uuid {});
}

std::vector<Dot> Context::heads() const
{
    std::vector<Dot> heads;
    heads.reserve(m_sites.size());
    for (const auto &[site, seen] : m_sites) {
        heads.push_back({ site, seen.ranges.back().second });
    }
    return heads;
}

cadre::sync::v1::Context Context::toProto() const
{
    cadre::sync::v1::Context proto;
    for (const auto &[site, seen] : m_sites) {
        auto &target = *proto.add_sites();
        target.set_site(site.raw());
        target.set_highest(seen.ranges.back().second);
        std::uint64_t next = 1;
        for (const auto &range : seen.ranges) {
            if (range.first > next) {
                auto &exception = *target.add_exceptions();
                exception.set_first(next);
                exception.set_last(range.first - 1);
            }
            next = range.second + 1;
        }
    }
    return proto;
}

Context Context::fromProto(const cadre::sync::v1::Context &proto)
{
    Context context;
    for (const auto &source : proto.sites()) {
        const auto site = record::Uuid::fromRaw(source.site());
        if (!site || source.highest() == 0 || source.highest() > highestSeq || context.m_sites.contains(*site)) {
            throw std::invalid_argument("a context names a site wrongly");
        }
        auto &ranges = context.m_sites[*site].ranges;
        std::uint64_t next = 1;
        for (const auto &exception : source.exceptions()) {
            if (exception.first() < next || exception.last() < exception.first()
                || exception.last() >= source.highest()) {
                throw std::invalid_argument("a context's exceptions are out of order");
            }
            if (exception.first() > next) {
                ranges.emplace_back(next, exception.first() - 1);
            }
            next = exception.last() + 1;
        }
        ranges.emplace_back(next, source.highest());
    }
    return context;
}

} // namespace merge
