// SPDX-License-Identifier: Apache-2.0
#include "src/domain/retention.h"

#include "src/domain/policy_text.h"

#include <google/protobuf/text_format.h>

#include <algorithm>
#include <stdexcept>

namespace domain {

namespace pb = cadre::policy::v1;

namespace {

std::optional<Day> endOf(const MatchFact &match)
{
    // An ended match without a date ended on nobody knows which day: kept until somebody says.
    return match.to;
}

} // namespace

Retention Retention::fromText(const std::string &text)
{
    Retention retention;
    if (!google::protobuf::TextFormat::ParseFromString(text, &retention.m_policy)) {
        throw std::invalid_argument("the rules of retention do not read");
    }
    for (const auto &rule : retention.m_policy.rules()) {
        const bool byField = rule.start() == pb::RETENTION_START_FIELD;
        if (rule.kind() == cadre::v1::SCOPE_KIND_UNSPECIFIED || rule.types().empty() || rule.days() == 0
            || rule.start() == pb::RETENTION_START_UNSPECIFIED || byField == rule.field().empty()) {
            throw std::invalid_argument("a rule of retention says not where, what, from when or how long: "
                                        + rule.label());
        }
    }
    return retention;
}

const Retention &Retention::builtIn()
{
    static const Retention retention = fromText(retentionText());
    return retention;
}

const pb::RetentionRule *Retention::rule(std::uint32_t kind, std::string_view typeName) const
{
    for (const auto &rule : m_policy.rules()) {
        if (static_cast<std::uint32_t>(rule.kind()) == kind
            && std::find(rule.types().begin(), rule.types().end(), typeName) != rule.types().end()) {
            return &rule;
        }
    }
    return nullptr;
}

std::vector<std::pair<ScopeId, Day>> Retention::placesOf(const pb::RetentionRule &rule, const Facts &facts)
{
    std::vector<std::pair<ScopeId, Day>> places;
    const auto add = [&](const Uuid &key, std::optional<Day> from) {
        if (from) {
            places.emplace_back(ScopeId { .kind = static_cast<std::uint32_t>(rule.kind()), .key = key },
                                *from + std::chrono::days(rule.days()));
        }
    };
    if (rule.start() == pb::RETENTION_START_MATCH_END) {
        for (const auto &[id, match] : facts.matches()) {
            add(id, endOf(match));
        }
    } else if (rule.start() == pb::RETENTION_START_PERSON_EXIT) {
        for (const auto &[id, person] : facts.persons()) {
            add(id, exitOf(id, facts));
        }
    } else if (rule.start() == pb::RETENTION_START_SHARE_END) {
        for (const auto &[id, share] : facts.shares()) {
            const auto *match = facts.match(share.match);
            const auto parted = match != nullptr ? endOf(*match) : std::nullopt;
            add(id, std::min({ share.until, share.ended.value_or(share.until), parted.value_or(share.until) }));
        }
    } else if (rule.start() == pb::RETENTION_START_ENROLLMENT_END) {
        for (const auto &[id, enrollment] : facts.enrollments()) {
            add(id, enrollment.to);
        }
    }
    return places;
}

std::optional<Day> Retention::dueByField(const pb::RetentionRule &rule, const record::Message &message)
{
    const auto *field = message.GetDescriptor()->FindFieldByName(rule.field());
    if (field != nullptr && field->cpp_type() == record::FieldDescriptor::CPPTYPE_INT64) {
        const auto at = message.GetReflection()->GetInt64(message, field);
        return at > 0 ? std::optional(dayOfMilliseconds(at) + std::chrono::days(rule.days())) : std::nullopt;
    }
    if (field == nullptr || field->cpp_type() != record::FieldDescriptor::CPPTYPE_STRING || field->is_repeated()) {
        return std::nullopt;
    }
    const auto text = message.GetReflection()->GetString(message, field);
    auto day = parseDay(text);
    if (const auto month = Month::parse(text); !day && month) {
        day = month->lastDay();
    }
    return day ? std::optional(*day + std::chrono::days(rule.days())) : std::nullopt;
}

std::optional<Day> exitOf(const Uuid &person, const Facts &facts)
{
    std::optional<Day> last;
    bool isOpen = false;
    const auto take = [&](std::optional<Day> to) {
        isOpen = isOpen || !to;
        last = to ? std::optional(std::max(last.value_or(*to), *to)) : last;
    };
    for (const auto &[id, role] : facts.roleAssignments()) {
        if (role.person == person) {
            take(role.to);
        }
    }
    for (const auto *match : facts.matchesOf(person)) {
        take(endOf(*match));
    }
    return isOpen ? std::nullopt : last;
}

} // namespace domain
