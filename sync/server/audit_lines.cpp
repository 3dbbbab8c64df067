// SPDX-License-Identifier: Apache-2.0
#include "sync/server/audit_lines.h"

#include "sync/merge/change.h"
#include "sync/record/json.h"
#include "sync/record/type.h"
#include "sync/server/place.h"
#include "sync/server/problem.h"

#include <fmt/format.h>
#include <google/protobuf/struct.pb.h>

#include <algorithm>
#include <cctype>
#include <chrono>
#include <filesystem>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

using Named = std::vector<std::pair<const char *, std::string>>;

std::string timeText(std::int64_t utcMilliseconds)
{
    const std::chrono::sys_time<std::chrono::milliseconds> time { std::chrono::milliseconds(utcMilliseconds) };
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time - day));
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

std::string idText(const std::string &raw)
{
    const auto id = record::Uuid::fromRaw(raw);
    return id ? id->text() : std::string();
}

std::string scopeText(const cadre::sync::v1::ScopeId &scope)
{
    const auto place = merge::fromProto(scope);
    return place ? place->text() : std::string();
}

/// `device_revoked` of AUDIT_KIND_DEVICE_REVOKED.
std::string kindText(v1alpha::AuditKind kind)
{
    constexpr std::size_t prefix = sizeof("AUDIT_KIND_") - 1;
    auto name = v1alpha::AuditKind_Name(kind);
    name = name.size() > prefix ? name.substr(prefix) : fmt::format("kind_{}", static_cast<int>(kind));
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
    return name;
}

Named partsOf(const v1alpha::AuditEntry &entry)
{
    static const auto catalogue = record::Catalogue::ofAcademy();
    const auto *type = catalogue.byNumber(entry.record_type());
    Named parts {
        { "actor", idText(entry.actor()) },
        { "device", idText(entry.actor_site()) },
        { "person", idText(entry.person()) },
        { "site", idText(entry.site()) },
        { "place", entry.has_scope() ? scopeText(entry.scope()) : std::string() },
        { "type", type == nullptr ? std::string() : type->name() },
        { "record", idText(entry.record()) },
        { "reason", entry.reason() },
    };
    std::erase_if(parts, [](const auto &part) { return part.second.empty(); });
    return parts;
}

google::protobuf::Value textValue(const std::string &text)
{
    google::protobuf::Value value;
    value.set_string_value(text);
    return value;
}

google::protobuf::Struct objectOf(const v1alpha::AuditEntry &entry)
{
    google::protobuf::Struct object;
    auto &fields = *object.mutable_fields();
    fields["number"].set_number_value(static_cast<double>(entry.number()));
    fields["at"] = textValue(timeText(entry.at()));
    fields["kind"] = textValue(kindText(entry.kind()));
    for (const auto &[name, text] : partsOf(entry)) {
        fields[name] = textValue(text);
    }
    for (const auto &delivery : entry.deliveries()) {
        auto &sent = *fields["deliveries"].mutable_list_value()->add_values()->mutable_struct_value()->mutable_fields();
        sent["place"] = textValue(scopeText(delivery.scope()));
        sent["about"] = textValue(idText(delivery.person()));
        sent["rev"].set_number_value(static_cast<double>(delivery.rev()));
    }
    return object;
}

} // namespace

std::string auditLine(const v1alpha::AuditEntry &entry)
{
    std::string line = fmt::format("{:>6}  {}  {}", entry.number(), timeText(entry.at()), kindText(entry.kind()));
    for (const auto &[name, text] : partsOf(entry)) {
        line += fmt::format("  {} {}", name, text);
    }
    for (const auto &delivery : entry.deliveries()) {
        line += fmt::format("  {} up to {}", scopeText(delivery.scope()), delivery.rev());
    }
    return line;
}

std::string auditJson(const v1alpha::AuditEntry &entry)
{
    return record::toJson(objectOf(entry));
}

std::string auditExport(const v1alpha::ListAuditResponse &response)
{
    std::string content;
    for (const auto &line : response.lines()) {
        v1alpha::AuditEntry entry;
        (void)entry.ParseFromString(line.entry());
        content += fmt::format("{{\"entry\":{},\"chained\":{}}}\n", auditJson(entry), record::toJson(line));
    }
    for (const auto &checkpoint : response.checkpoints()) {
        content += fmt::format("{{\"checkpoint\":{}}}\n", record::toJson(checkpoint));
    }
    v1alpha::ListAuditResponse key;
    key.set_server_key(response.server_key());
    *key.mutable_key_changes() = response.key_changes();
    return content + record::toJson(key) + "\n";
}

void writeNew(const std::string &path, const std::string &content)
{
    std::error_code error;
    if (std::filesystem::exists(path, error)) {
        throw Problem(Code::FailedPrecondition, "The file " + path + " is there already. Name one that is not.");
    }
    writeWhole(path, content, 0600);
}

} // namespace server
