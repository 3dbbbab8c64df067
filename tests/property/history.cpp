// SPDX-License-Identifier: Apache-2.0
#include "tests/property/history.h"

#include <algorithm>
#include <ostream>

namespace property {

namespace {

namespace wire = cadre::sync::v1;

struct Form {
    std::map<std::uint32_t, merge::Context> contexts;
    std::map<std::uint32_t, Dots> seen;
};

struct Site {
    merge::RecordState state;
    std::map<std::uint32_t, Dots> arrived; // by field
    std::vector<std::size_t> taken = std::vector<std::size_t>(siteCount); // of each site's changes
    std::vector<Form> forms;
};

wire::OpKind kindFor(std::uint32_t field, int value)
{
    switch (field) {
    case Life:
        return wire::OP_KIND_LIFE;
    case Text:
        return wire::OP_KIND_TEXT;
    case Set:
        return value % 2 == 0 ? wire::OP_KIND_ADD : wire::OP_KIND_REMOVE;
    case List:
        return wire::OP_KIND_APPEND;
    case Lattice:
        return wire::OP_KIND_RAISE;
    default:
        return value % 7 == 0 ? wire::OP_KIND_CLEAR : wire::OP_KIND_SET;
    }
}

std::string valueFor(std::uint32_t field, int value)
{
    if (field == Life) {
        return std::string(1, static_cast<char>(value % 2));
    }
    // One byte: a varint as well as a text. Sets have few elements, so that they meet.
    return std::string(1, static_cast<char>(field == Set ? (value / 2) % 3 : value % 100));
}

class Writer {
public:
    explicit Writer(bool isLawless)
        : m_isLawless(isLawless)
        , m_sites(siteCount)
        , m_bySite(siteCount)
    {
    }

    History write(const std::vector<Step> &steps)
    {
        for (const auto &step : steps) {
            auto &site = m_sites[static_cast<std::size_t>(step.site)];
            if (step.what < 3) {
                take(site, step);
            } else if (step.what < 5 || site.forms.empty()) {
                open(site);
            } else {
                save(site, step);
            }
        }
        return m_history;
    }

private:
    void take(Site &site, const Step &step)
    {
        const auto &theirs = m_bySite[static_cast<std::size_t>(step.other)];
        auto &next = site.taken[static_cast<std::size_t>(step.other)];
        if (step.other != step.site && next < theirs.size()) {
            apply(site, theirs[next++]);
        }
    }

    static void open(Site &site)
    {
        Form form { {}, site.arrived };
        for (std::uint32_t field = 0; field < fieldCount; ++field) {
            form.contexts[field] = merge::seenBy(merge::findField(site.state, field));
        }
        site.forms.push_back(std::move(form));
    }

    void save(Site &site, const Step &step)
    {
        auto &form = site.forms[static_cast<std::size_t>(step.other) % site.forms.size()];
        const auto field = static_cast<std::uint32_t>(step.field);
        auto &own = m_bySite[static_cast<std::size_t>(step.site)];
        Made made;
        made.change.dot = { siteNumber(step.site), own.size() + 1 };
        made.change.header.set_hybrid_time(static_cast<std::uint64_t>(step.value % 5));
        made.seen = form.seen[field];
        auto &op = *made.edit.add_ops();
        op.set_field(field);
        op.set_kind(m_isLawless ? static_cast<wire::OpKind>(step.value % 9) : kindFor(field, step.value));
        op.set_wire_type(2);
        op.set_value(valueFor(field, step.value));
        *op.mutable_context() = form.contexts[field].toProto();
        form.contexts[field].add(made.change.dot);
        form.seen[field].insert(made.change.dot);
        apply(site, made);
        own.push_back(made);
        m_history.push_back(std::move(made));
    }

    static void apply(Site &site, const Made &made)
    {
        (void)merge::mergeEdit(site.state, made.edit, made.change);
        site.arrived[made.op().field()].insert(made.change.dot);
    }

    bool m_isLawless = false;
    std::vector<Site> m_sites;
    std::vector<History> m_bySite;
    History m_history;
};

} // namespace

record::Uuid siteNumber(int number)
{
    record::Uuid site;
    site.bytes[15] = static_cast<std::uint8_t>(number + 1);
    return site;
}

History makeHistory(const std::vector<Step> &steps)
{
    return Writer(false).write(steps);
}

History makeLawlessHistory(const std::vector<Step> &steps)
{
    return Writer(true).write(steps);
}

Order interleave(const History &history, const std::vector<int> &picks)
{
    std::vector<Order> bySite(siteCount);
    for (const auto &made : history) {
        bySite[static_cast<std::size_t>(made.site())].push_back(&made);
    }
    std::vector<std::size_t> next(siteCount);
    Order order;
    for (std::size_t i = 0; order.size() < history.size(); ++i) {
        auto site = static_cast<std::size_t>(picks.empty() ? 0 : picks[i % picks.size()]);
        while (next[site] == bySite[site].size()) {
            site = (site + 1) % siteCount;
        }
        order.push_back(bySite[site][next[site]++]);
    }
    return order;
}

merge::RecordState mergeAll(const Order &order)
{
    merge::RecordState state;
    for (const auto *made : order) {
        (void)merge::mergeEdit(state, made->edit, made->change);
    }
    return state;
}

std::string canonical(const merge::RecordState &state)
{
    std::map<std::uint32_t, std::string> fields;
    for (const auto &field : state.fields()) {
        if (!field.siblings().empty()) {
            fields[field.field()] = field.SerializeAsString();
        }
    }
    std::string bytes;
    for (const auto &[number, field] : fields) {
        bytes += std::to_string(field.size()) + ":" + field;
    }
    return bytes;
}

Order unseen(const Order &order, std::uint32_t field)
{
    Dots seen;
    for (const auto *made : order) {
        if (made->op().field() == field) {
            seen.insert(made->seen.begin(), made->seen.end());
        }
    }
    Order result;
    std::copy_if(order.begin(), order.end(), std::back_inserter(result),
                 [&](const Made *made) { return made->op().field() == field && !seen.contains(made->change.dot); });
    return result;
}

std::vector<Step> anySteps()
{
    const auto step = rc::gen::build<Step>(
        rc::gen::set(&Step::what, rc::gen::inRange(0, 10)), rc::gen::set(&Step::site, rc::gen::inRange(0, siteCount)),
        rc::gen::set(&Step::other, rc::gen::inRange(0, siteCount)),
        rc::gen::set(&Step::field, rc::gen::inRange(0, static_cast<int>(fieldCount))),
        rc::gen::set(&Step::value, rc::gen::inRange(0, 100)));
    return *rc::gen::container<std::vector<Step>>(step).as("steps");
}

std::vector<int> anyPicks()
{
    return *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, siteCount)).as("picks");
}

record::Entropy entropyFrom(std::uint64_t seed)
{
    return [state = seed | 1](std::uint8_t *bytes, std::size_t count) mutable {
        for (std::size_t i = 0; i < count; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            bytes[i] = static_cast<std::uint8_t>(state >> 56);
        }
    };
}

void showValue(const Step &step, std::ostream &stream)
{
    stream << "{" << step.what << ", " << step.site << ", " << step.other << ", " << step.field << ", " << step.value
           << "}";
}

} // namespace property
