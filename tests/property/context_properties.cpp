// SPDX-License-Identifier: Apache-2.0
#include "tests/property/history.h"

#include <limits>
#include <stdexcept>

namespace property {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::uint64_t seqCount = 24;

Dots anyDots()
{
    const auto dots = *rc::gen::container<std::vector<std::pair<int, std::uint64_t>>>(
        rc::gen::pair(rc::gen::inRange(0, siteCount), rc::gen::inRange<std::uint64_t>(1, seqCount + 1)));
    Dots result;
    for (const auto &[site, seq] : dots) {
        result.insert({ siteNumber(site), seq });
    }
    return result;
}

merge::Context contextOf(const Dots &dots)
{
    merge::Context context;
    for (const auto &dot : dots) {
        context.add(dot);
    }
    return context;
}

Dots dotsIn(const merge::Context &context)
{
    Dots dots;
    for (int site = 0; site < siteCount; ++site) {
        for (std::uint64_t seq = 1; seq <= seqCount + 1; ++seq) {
            if (context.covers({ siteNumber(site), seq })) {
                dots.insert({ siteNumber(site), seq });
            }
        }
    }
    return dots;
}

std::uint64_t anyNumber()
{
    constexpr auto highest = std::numeric_limits<std::uint64_t>::max();
    const std::vector<std::uint64_t> large { highest, highest - 1, highest / 2, highest / 4 };
    return *rc::gen::oneOf(rc::gen::inRange<std::uint64_t>(0, seqCount), rc::gen::elementOf(large));
}

/// What a stranger may send in place of a context.
wire::Context anyWireContext()
{
    wire::Context proto;
    const int sites = *rc::gen::inRange(0, 3);
    for (int i = 0; i < sites; ++i) {
        auto &site = *proto.add_sites();
        site.set_site(siteNumber(*rc::gen::inRange(0, siteCount)).raw());
        site.set_highest(anyNumber());
        const int exceptions = *rc::gen::inRange(0, 4);
        for (int j = 0; j < exceptions; ++j) {
            auto &range = *site.add_exceptions();
            range.set_first(anyNumber());
            range.set_last(anyNumber());
        }
    }
    return proto;
}

} // namespace

bool checkContexts()
{
    bool holds = rc::check("a context is a set of dots", [] {
        const auto dots = anyDots();
        RC_ASSERT(dotsIn(contextOf(dots)) == dots);
    });
    holds &= rc::check("adding contexts unites their sets", [] {
        const auto one = anyDots();
        const auto other = anyDots();
        auto context = contextOf(one);
        context.add(contextOf(other));
        auto both = one;
        both.insert(other.begin(), other.end());
        RC_ASSERT(dotsIn(context) == both);
        RC_ASSERT(context == contextOf(both));
    });
    holds &= rc::check("closing fills each site up to its highest, which heads name", [] {
        const auto dots = anyDots();
        std::map<record::Uuid, std::uint64_t> highest;
        for (const auto &dot : dots) {
            highest[dot.site] = std::max(highest[dot.site], dot.seq);
        }
        Dots filled;
        std::vector<merge::Dot> heads;
        for (const auto &[site, last] : highest) {
            heads.push_back({ site, last });
            for (std::uint64_t seq = 1; seq <= last; ++seq) {
                filled.insert({ site, seq });
            }
        }
        auto context = contextOf(dots);
        RC_ASSERT(context.heads() == heads);
        context.close();
        RC_ASSERT(dotsIn(context) == filled);
        RC_ASSERT(context.empty() == dots.empty());
    });
    holds &= rc::check("a chain that became a branch keeps its dots under their new names", [] {
        const auto first = *rc::gen::inRange<std::uint64_t>(1, seqCount + 1);
        merge::Context context;
        Dots expected;
        for (const auto &dot : anyDots()) {
            if (dot.site == siteNumber(2)) {
                continue;
            }
            context.add(dot);
            const bool moves = dot.site == siteNumber(0) && dot.seq >= first;
            expected.insert(moves ? merge::Dot { siteNumber(2), dot.seq - first + 1 } : dot);
        }
        context.rename(siteNumber(0), first, siteNumber(2));
        RC_ASSERT(dotsIn(context) == expected);
        RC_ASSERT(merge::Context::fromProto(context.toProto()) == context);
    });
    holds &= rc::check("a context comes back from its bytes", [] {
        const auto context = contextOf(anyDots());
        wire::Context proto;
        RC_ASSERT(proto.ParseFromString(context.toProto().SerializeAsString()));
        RC_ASSERT(merge::Context::fromProto(proto) == context);
    });
    holds &= rc::check("what a stranger sends is refused or is a context like any other", [] {
        merge::Context context;
        try {
            context = merge::Context::fromProto(anyWireContext());
        } catch (const std::invalid_argument &) {
            RC_DISCARD("refused");
        }
        const auto before = dotsIn(context);
        const auto added = anyDots();
        context.add(contextOf(added));
        auto expected = before;
        expected.insert(added.begin(), added.end());
        RC_ASSERT(dotsIn(context) == expected);
        RC_ASSERT(merge::Context::fromProto(context.toProto()) == context);
    });
    return holds;
}

} // namespace property
