// SPDX-License-Identifier: Apache-2.0
#include "src/domain/denied.h"

#include "src/domain/csv_cell.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

namespace domain {

namespace {

namespace pb = cadre::policy::v1;
namespace v1 = cadre::v1;

constexpr std::array actions { Action::Read, Action::Make, Action::Change, Action::Remove };

template <class List, class Value>
bool has(const List &list, const Value &value)
{
    return std::find(list.begin(), list.end(), value) != list.end();
}

std::string nameOf(Action action)
{
    constexpr std::array names { "read", "make", "change", "remove" };
    return names.at(static_cast<std::size_t>(action));
}

/// `SL`.
std::string nameOf(v1::Role role)
{
    return v1::Role_Name(role).substr(std::string_view("ROLE_").size());
}

/// Whether somebody with that role may be meant. A place of one's own and a seat are open to whoever gets one; the two
/// of a match are its mentor and its teacher, whatever else they are.
bool mayMean(const pb::Who &who, v1::Role role)
{
    switch (who.relation()) {
    case pb::RELATION_SELF:
    case pb::RELATION_SEAT:
        return true;
    case pb::RELATION_MATCH_MENTOR:
    case pb::RELATION_ENROLLED_MENTOR:
        return role == v1::ROLE_MT;
    case pb::RELATION_MATCH_TEACHER:
    case pb::RELATION_ENROLLED:
        return role == v1::ROLE_BT;
    default:
        return who.roles().empty() || has(who.roles(), role);
    }
}

bool covers(const pb::WriteRule &rule, const std::string &field, Action action)
{
    const bool isNew = action == Action::Make;
    return (rule.fields().empty() || has(rule.fields(), field))
        && (isNew || (!has(rule.except_fields(), field) && !has(rule.fixed_fields(), field)));
}

bool lets(const pb::WriteRule &rule, const record::RecordType &type, Action action)
{
    if (action == Action::Remove) {
        return !rule.append_only() && !rule.change_only() && rule.fields().empty() && !opensAPlace(type.name());
    }
    if (action == Action::Make ? rule.change_only() : rule.append_only()) {
        return false;
    }
    for (int i = 0; i < type.descriptor().field_count(); ++i) {
        if (covers(rule, type.descriptor().field(i)->name(), action)) {
            return true;
        }
    }
    return false;
}

bool isNamed(const pb::ScopeRule &place, const record::RecordType &type, v1::Role role, Action action)
{
    const auto means = [&](const pb::Who &who) { return mayMean(who, role); };
    if (action == Action::Read) {
        return std::any_of(place.readers().begin(), place.readers().end(), means);
    }
    return std::any_of(place.writers().begin(), place.writers().end(), [&](const pb::WriteRule &rule) {
        return !rule.server() && (has(rule.types(), type.name()) || has(rule.types(), "*"))
            && std::any_of(rule.who().begin(), rule.who().end(), means) && lets(rule, type, action);
    });
}

} // namespace

std::vector<DeniedRow> deniedActions(const record::Catalogue &catalogue, const Policy &policy)
{
    std::vector<DeniedRow> rows;
    for (const auto &place : policy.content().scopes()) {
        for (const auto &type : catalogue.all()) {
            if (!has(place.types(), type->name())) {
                continue;
            }
            for (const auto action : actions) {
                for (int number = v1::Role_MIN; number <= v1::Role_MAX; ++number) {
                    const auto role = static_cast<v1::Role>(number);
                    if (v1::Role_IsValid(number) && role != v1::ROLE_UNSPECIFIED
                        && !isNamed(place, *type, role, action)) {
                        rows.push_back(
                            { role, static_cast<std::uint32_t>(place.kind()), place.name(), type->name(), action });
                    }
                }
            }
        }
    }
    return rows;
}

std::string deniedText(const std::vector<DeniedRow> &rows)
{
    std::string text;
    for (auto row = rows.begin(); row != rows.end();) {
        const auto isAlike = [&](const DeniedRow &other) {
            return other.kind == row->kind && other.type == row->type && other.action == row->action;
        };
        const auto end = std::find_if_not(row, rows.end(), isAlike);
        std::vector<std::string> roles;
        std::transform(row, end, std::back_inserter(roles), [](const DeniedRow &one) { return nameOf(one.role); });
        text +=
            fmt::format("{:<16} {:<18} {:<7} {}\n", row->place, row->type, nameOf(row->action), fmt::join(roles, " "));
        row = end;
    }
    return text;
}

std::string deniedCsv(const std::vector<DeniedRow> &rows)
{
    auto text = csvRow({ "Role", "Place", "Record type", "Action" });
    for (const auto &row : rows) {
        text += csvRow({ nameOf(row.role), row.place, row.type, nameOf(row.action) });
    }
    return text;
}

} // namespace domain
