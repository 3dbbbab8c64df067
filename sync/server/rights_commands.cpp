// SPDX-License-Identifier: Apache-2.0
#include "sync/server/rights_commands.h"

#include "src/domain/denied.h"
#include "src/domain/inventory.h"
#include "sync/record/json.h"
#include "sync/server/audit_lines.h"
#include "sync/server/command_parts.h"
#include "sync/server/line_file.h"
#include "cadre/sync/v1alpha/rights.pb.h"

#include <fmt/format.h>

#include <filesystem>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr const char *service = "RightsService";

/// Hands each answer about the audit log to `take`, from the beginning to the end.
void readAudit(const std::string &store, const std::function<void(const v1alpha::ListAuditResponse &)> &take)
{
    AdminClient client(Place::parse(store));
    v1alpha::ListAuditRequest request;
    while (true) {
        const auto response = client.call<v1alpha::ListAuditResponse>("ListAudit", request, service);
        if (response.lines().empty()) {
            return;
        }
        take(response);
        request.set_after(request.after() + static_cast<std::uint64_t>(response.lines_size()));
    }
}

void addAudit(CLI::App &app, Chosen &chosen)
{
    auto *audit = group(app, "audit", "Who did what: who was sent, who opened, who was let in, what was erased");
    auto *list = command(*audit, chosen, "list", "Every entry, the oldest first");
    list->callback([&chosen] {
        chosen.run = [&chosen] {
            readAudit(chosen.store, [&chosen](const v1alpha::ListAuditResponse &response) {
                for (const auto &line : response.lines()) {
                    v1alpha::AuditEntry entry;
                    (void)entry.ParseFromString(line.entry());
                    print(chosen.json ? auditJson(entry) : auditLine(entry));
                }
            });
            return 0;
        };
    });

    auto *verify = command(*audit, chosen, "verify", "Walk the chain and its signatures; say the first break");
    auto kept = options<std::string>();
    verify->add_option("--checkpoints", *kept, "A copy of the file audit.checkpoints that was kept elsewhere");
    verify->callback([&chosen, kept] {
        chosen.run = [&chosen, kept] {
            v1alpha::VerifyAuditRequest request;
            for (const auto &line : kept->empty() ? std::vector<std::string> {} : LineFile(*kept).read()) {
                (void)request.add_known()->ParseFromString(line);
            }
            AdminClient client(Place::parse(chosen.store));
            const auto response = client.call<v1alpha::VerifyAuditResponse>("VerifyAudit", request, service);
            if (chosen.json) {
                print(record::toJson(response));
            } else if (response.problem().empty()) {
                print(fmt::format("All {} entries hold; {} checkpoints sign them up to entry {}.", response.entries(),
                                  response.checkpoints(), response.signed_up_to()));
            }
            if (!response.problem().empty()) {
                fmt::print(stderr, "{}\n", response.problem());
            }
            return response.problem().empty() ? 0 : 1;
        };
    });

    auto *copy = command(*audit, chosen, "export", "Entries, hashes and signatures as they stand, into a file");
    auto to = options<std::string>();
    copy->add_option("--to", *to, "A file that does not exist yet")->required();
    copy->callback([&chosen, to] {
        chosen.run = [&chosen, to] {
            std::string content;
            std::uint64_t count = 0;
            readAudit(chosen.store, [&](const v1alpha::ListAuditResponse &response) {
                content += auditExport(response);
                count += static_cast<std::uint64_t>(response.lines_size());
            });
            writeNew(*to, content);
            print(fmt::format("{} holds {} entries.", *to, count));
            return 0;
        };
    });
}

std::string countLine(const v1alpha::RetentionCount &count)
{
    const auto held = count.held() == 0 ? std::string() : fmt::format(", {} held back", count.held());
    return fmt::format("{:<16} {:<16} {:>8} records, the oldest due since {}{}", count.place_kind(), count.type(),
                       count.records(), count.oldest(), held);
}

int applyRetention(Chosen &chosen)
{
    AdminClient client(Place::parse(chosen.store));
    std::uint64_t records = 0;
    while (true) {
        const auto response =
            client.call<v1alpha::ApplyRetentionResponse>("ApplyRetention", v1alpha::ApplyRetentionRequest {}, service);
        for (const auto &count : response.counts()) {
            records += count.records();
            print(chosen.json ? record::toJson(count) : countLine(count));
        }
        if (response.counts().empty()) {
            break;
        }
    }
    if (!chosen.json) {
        print(fmt::format("{} records are erased. Devices follow when they synchronise; backups made before still hold "
                          "them until these are gone.",
                          records));
    }
    return 0;
}

void addRetention(CLI::App &app, Chosen &chosen)
{
    auto *retention = group(app, "retention", "What has been kept as long as the rules say");
    auto *plan = command(*retention, chosen, "plan", "Count what is due; nothing is erased");
    plan->callback([&chosen] {
        chosen.run = asking<v1alpha::PlanRetentionResponse>(
            chosen, "PlanRetention", options<v1alpha::PlanRetentionRequest>(),
            [&chosen](const v1alpha::PlanRetentionResponse &response) {
                for (const auto &count : response.counts()) {
                    print(chosen.json ? record::toJson(count) : countLine(count));
                }
                if (response.counts().empty() && !chosen.json) {
                    print("Nothing is due.");
                }
                return 0;
            },
            service);
    });
    auto *apply = command(*retention, chosen, "apply", "Erase what is due and not held");
    apply->callback([&chosen] { chosen.run = [&chosen] { return applyRetention(chosen); }; });
}

void printHold(const v1alpha::Hold &hold, bool json)
{
    print(json ? record::toJson(hold) : hold.target() + (hold.login().empty() ? "" : "  " + hold.login()));
}

template <class Response, class Request>
void addHoldCommand(CLI::App &holds, Chosen &chosen, const char *name, const char *method, const char *description)
{
    auto *added = command(holds, chosen, name, description);
    auto request = options<Request>();
    added
        ->add_option_function<std::string>(
            "target", [request](const std::string &text) { request->set_target(text); },
            "A login, a person's id, or a place such as pair/UUID")
        ->required();
    added->callback([&chosen, request, method] {
        chosen.run = asking<Response>(
            chosen, method, request,
            [&chosen](const Response &response) {
                printHold(response.hold(), chosen.json);
                return 0;
            },
            service);
    });
}

void addHolds(CLI::App &app, Chosen &chosen)
{
    auto *holds = group(app, "hold", "Legal holds: what must not be erased for now");
    addHoldCommand<v1alpha::AddHoldResponse, v1alpha::AddHoldRequest>(*holds, chosen, "add", "AddHold",
                                                                      "Keep what is about a person or in a place");
    addHoldCommand<v1alpha::RemoveHoldResponse, v1alpha::RemoveHoldRequest>(*holds, chosen, "remove", "RemoveHold",
                                                                            "End a hold");
    auto *list = command(*holds, chosen, "list", "Every hold");
    list->callback([&chosen] {
        chosen.run = asking<v1alpha::ListHoldsResponse>(
            chosen, "ListHolds", options<v1alpha::ListHoldsRequest>(),
            [&chosen](const v1alpha::ListHoldsResponse &response) {
                for (const auto &hold : response.holds()) {
                    printHold(hold, chosen.json);
                }
                return 0;
            },
            service);
    });
}

void addExport(CLI::App &app, Chosen &chosen)
{
    auto *added = command(app, chosen, "export-person", "A person's complete copy, to be handed to her");
    auto request = options<v1alpha::ExportPersonRequest>();
    auto out = options<std::string>();
    added->add_option_function<std::string>("login", [request](const std::string &text) { request->set_login(text); })
        ->required();
    added->add_option("--out", *out, "A folder that does not exist yet")->required();
    added->callback([&chosen, request, out] {
        chosen.run = [&chosen, request, out] {
            std::error_code error;
            if (std::filesystem::exists(*out, error)) {
                throw Problem(Code::FailedPrecondition, *out + " is there already. Name a folder that is not.");
            }
            AdminClient client(Place::parse(chosen.store));
            const auto response = client.call<v1alpha::ExportPersonResponse>("ExportPerson", *request, service);
            std::filesystem::create_directories(*out);
            for (const auto &file : response.files()) {
                writeWhole(*out + "/" + file.name(), file.content(), 0600);
            }
            print(fmt::format("{} holds {} files; open index.html to read them. Hand them to her and keep no copy: "
                              "that this one was made is in the audit log.",
                              *out, response.files_size()));
            return 0;
        };
    });
}

void addInventory(CLI::App &app, Chosen &chosen)
{
    auto *added = app.add_subcommand("inventory", "What is kept about whom, who reads it, and how long");
    auto csv = options<bool>();
    added->add_flag("--csv", *csv, "As CSV instead of Markdown");
    added->callback([&chosen, csv] {
        chosen.run = [csv] {
            const auto rows = domain::inventory(record::Catalogue::ofAcademy(), domain::Policy::builtIn(),
                                                domain::Retention::builtIn());
            fmt::print("{}", *csv ? domain::inventoryCsv(rows) : domain::inventoryMarkdown(rows));
            return 0;
        };
    });
}

void addPolicy(CLI::App &app, Chosen &chosen)
{
    auto *policy = group(app, "policy", "Who may read and write what");
    auto *denied = policy->add_subcommand("denied", "What no rule names: by role, place, record type and action");
    auto csv = options<bool>();
    denied->add_flag("--csv", *csv, "A row for each role, as CSV");
    denied->callback([&chosen, csv] {
        chosen.run = [csv] {
            const auto rows = domain::deniedActions(record::Catalogue::ofAcademy(), domain::Policy::builtIn());
            fmt::print("{}", *csv ? domain::deniedCsv(rows) : domain::deniedText(rows));
            return 0;
        };
    });
}

} // namespace

void addRights(CLI::App &app, Chosen &chosen)
{
    addAudit(app, chosen);
    addRetention(app, chosen);
    addHolds(app, chosen);
    addExport(app, chosen);
    addInventory(app, chosen);
    addPolicy(app, chosen);
}

} // namespace server
