// SPDX-License-Identifier: Apache-2.0
#include "src/domain/inventory.h"

#include "src/domain/csv_cell.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>

namespace domain {

namespace {

namespace pb = cadre::policy::v1;

std::string relationText(pb::Relation relation)
{
    switch (relation) {
    case pb::RELATION_AT:
        return "of the place";
    case pb::RELATION_BELOW:
        return "below it";
    case pb::RELATION_ABOVE:
        return "above it";
    case pb::RELATION_SERVING:
        return "serving its state";
    case pb::RELATION_SERVED:
        return "of a state that it serves";
    case pb::RELATION_PARTNER:
        return "of the academy, for partners and organizers";
    case pb::RELATION_MATCH_MENTOR:
    case pb::RELATION_MATCH_TEACHER:
        return "of the match";
    case pb::RELATION_MATCH_SCHOOL:
        return "of the match's school";
    case pb::RELATION_MATCH_DISTRICT:
        return "of the match's district";
    case pb::RELATION_SELF:
        return "the person herself";
    default:
        return "anywhere";
    }
}

std::string whoText(const pb::Who &who)
{
    std::vector<std::string> names;
    for (const auto role : who.roles()) {
        names.push_back(record::choiceLabel(*cadre::v1::Role_descriptor(), role));
    }
    names.insert(names.end(), who.seats().begin(), who.seats().end());
    const auto relation = who.relation() == pb::RELATION_SEAT ? std::string("by a seat") : relationText(who.relation());
    const bool alone = names.empty() && who.relation() == pb::RELATION_SELF;
    auto text = alone
        ? relation
        : fmt::format("{} {}", names.empty() ? "everybody" : fmt::format("{}", fmt::join(names, ", ")), relation);
    text += who.unless_evaluates() ? ", unless evaluating" : "";
    text += who.unless_in_pair() ? ", unless of the pair" : "";
    return text;
}

bool isAbout(const pb::WriteRule &rule, const std::string &type, const std::string &field)
{
    const auto names = [](const auto &list, const std::string &name) {
        return std::find(list.begin(), list.end(), name) != list.end();
    };
    return (names(rule.types(), type) || names(rule.types(), std::string("*")))
        && (rule.fields().empty() || names(rule.fields(), field));
}

std::string writersOf(const pb::ScopeRule &place, const std::string &type, const std::string &field)
{
    std::vector<std::string> texts;
    for (const auto &rule : place.writers()) {
        if (!isAbout(rule, type, field)) {
            continue;
        }
        if (rule.server()) {
            texts.emplace_back("the server");
        }
        for (const auto &who : rule.who()) {
            texts.push_back(whoText(who) + (rule.own() || !rule.own_field().empty() ? " (own)" : ""));
        }
    }
    return fmt::format("{}", fmt::join(texts, "; "));
}

void addFields(std::vector<InventoryRow> &rows, const InventoryRow &row, const google::protobuf::Descriptor &message,
               const std::string &prefix, const pb::ScopeRule &place)
{
    for (int i = 0; i < message.field_count(); ++i) {
        const auto &field = *message.field(i);
        if (field.message_type() != nullptr) {
            addFields(rows, row, *field.message_type(), prefix + field.name() + ".", place);
            continue;
        }
        auto added = row;
        added.field = prefix + field.name();
        added.meaning = record::labelOf(field);
        added.writers = writersOf(place, row.type, added.field.substr(0, added.field.find('.')));
        rows.push_back(std::move(added));
    }
}

using Cells = std::array<std::string, 9>;

Cells cellsOf(const InventoryRow &row)
{
    return { row.type,    row.typeLabel, row.field, row.meaning, row.place, row.confidentiality,
             row.readers, row.writers,   row.kept };
}

constexpr std::array headings { "Record type", "Label",   "Field",      "Meaning", "Place",
                                "Class",       "Read by", "Written by", "Kept" };

} // namespace

std::vector<InventoryRow> inventory(const record::Catalogue &catalogue, const Policy &policy,
                                    const Retention &retention)
{
    std::vector<InventoryRow> rows;
    for (const auto &type : catalogue.all()) {
        for (const auto &place : policy.content().scopes()) {
            if (std::find(place.types().begin(), place.types().end(), type->name()) == place.types().end()) {
                continue;
            }
            std::vector<std::string> readers;
            for (const auto &who : place.readers()) {
                readers.push_back(whoText(who));
            }
            const auto *kept = retention.rule(static_cast<std::uint32_t>(place.kind()), type->name());
            InventoryRow row;
            row.type = type->name();
            row.typeLabel = type->label();
            row.place = place.name();
            row.confidentiality = fmt::format("P{}", static_cast<int>(place.confidentiality()) - 1);
            row.readers = fmt::format("{}", fmt::join(readers, "; "));
            row.kept = kept == nullptr ? "until somebody erases it" : kept->label();
            addFields(rows, row, type->descriptor(), {}, place);
        }
    }
    return rows;
}

std::string inventoryMarkdown(const std::vector<InventoryRow> &rows)
{
    std::string text = fmt::format("| {} |\n|{}\n", fmt::join(headings, " | "), "---|---|---|---|---|---|---|---|---|");
    for (const auto &row : rows) {
        text += fmt::format("| {} |\n", fmt::join(cellsOf(row), " | "));
    }
    return text;
}

std::string inventoryCsv(const std::vector<InventoryRow> &rows)
{
    auto text = csvRow({ headings.begin(), headings.end() });
    for (const auto &row : rows) {
        const auto cells = cellsOf(row);
        text += csvRow({ cells.begin(), cells.end() });
    }
    return text;
}

} // namespace domain
