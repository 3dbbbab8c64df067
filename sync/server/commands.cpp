// SPDX-License-Identifier: Apache-2.0
#include "sync/server/commands.h"

#include "sync/record/json.h"
#include "sync/server/command_parts.h"
#include "sync/server/invite_command.h"
#include "sync/server/key_commands.h"
#include "sync/server/link_commands.h"
#include "sync/server/restore.h"
#include "sync/server/rights_commands.h"
#include "sync/server/serve.h"
#include "cadre/sync/v1alpha/admin.pb.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

void printAccount(const v1alpha::Account &account, bool json)
{
    if (json) {
        print(record::toJson(account));
        return;
    }
    const std::string invite = account.invite().empty() ? "" : "  invite " + account.invite();
    const std::string status = account.status() == "active" ? "" : "  " + account.status();
    print(fmt::format("{:<16} {:<24} {:<12} {} places{}{}", account.login(), account.name(),
                      fmt::join(account.roles(), " "), account.scopes_size(), invite, status));
}

void printDevice(const v1alpha::Device &device, bool json)
{
    print(json ? record::toJson(device)
               : fmt::format("{} {:<16} {}{}", device.site(), device.login(), device.name(),
                             device.revoked() ? "  signed out" : ""));
}

void addServe(CLI::App &app, Chosen &chosen)
{
    auto *serving = command(app, chosen, "serve", "Serve devices over HTTPS until SIGTERM");
    auto given = options<ServeOptions>();
    serving->add_option("--listen", given->listen, "HOST:PORT; port 0 picks one")->capture_default_str();
    serving->add_option("--port-file", given->portFile, "Write the port here once it is open");
    serving->add_option("--tls-cert", given->certificateFile,
                        "PEM certificate chain; without one a self-signed one is made and kept");
    serving->add_option("--tls-key", given->keyFile, "PEM key of the certificate");
    serving->add_flag("--plaintext", given->plaintext, "Plain HTTP, on loopback only");
    serving->add_option("--log-level", given->logLevel, "debug, info, warn or error")
        ->check(CLI::IsMember({ "debug", "info", "warn", "error" }))
        ->capture_default_str();
    serving->add_option("--connections", given->connections, "The most at once")->check(CLI::Range(1, 1'000'000));
    serving->add_option("--connections-per-address", given->connectionsOfAddress, "The most of one address")
        ->check(CLI::Range(1, 1'000'000));
    serving->add_option("--requests-per-address", given->requestsOfAddress, "A second; ten times as many at once")
        ->check(CLI::Range(0.1, 1e6));
    serving->add_option("--public-url", given->publicUrl, "https://HOST[:PORT] by which browsers reach this server");
    serving->add_option("--oidc-issuer", given->oidcIssuer, "Offer to sign in with this OpenID provider");
    serving->add_option("--oidc-client", given->oidcClient, "What the provider calls this server");
    serving->add_option("--oidc-secret-file", given->oidcSecretFile, "Holds the secret shared with the provider")
        ->check(CLI::ExistingFile);
    serving->add_option("--oidc-ca", given->oidcAuthorities, "PEM of who certifies the provider; else the system's")
        ->check(CLI::ExistingFile);
    serving->callback(
        [&chosen, given] { chosen.run = [&chosen, given] { return serve(Place::parse(chosen.store), *given); }; });
}

void addSeed(CLI::App &app, Chosen &chosen)
{
    auto *seeding = command(app, chosen, "seed", "Fill a new store with a demo academy");
    auto request = options<v1alpha::SeedRequest>();
    seeding->add_option_function<std::string>(
        "--size", [request](const std::string &size) { request->set_size(size); }, "small, medium or large");
    seeding->add_option_function<std::uint32_t>(
        "--check-ins", [request](const std::uint32_t &count) { request->set_check_ins(count); },
        "So many more check-ins");
    seeding->add_option_function<std::uint64_t>(
        "--seed", [request](const std::uint64_t &seed) { request->set_seed(seed); },
        "The same number gives the same academy");
    seeding->callback([&chosen, request] {
        chosen.run =
            asking<v1alpha::SeedResponse>(chosen, "Seed", request, [&chosen](const v1alpha::SeedResponse &response) {
                for (const auto &account : response.accounts()) {
                    printAccount(account, chosen.json);
                }
                return 0;
            });
    });
}

void addAccounts(CLI::App &app, Chosen &chosen)
{
    auto *accounts = group(app, "account", "People who may enroll devices");
    const auto show = [&chosen](const auto &response) {
        printAccount(response.account(), chosen.json);
        return 0;
    };

    auto *add = command(*accounts, chosen, "add", "Add a person with a role and print an invite");
    auto added = options<v1alpha::AddAccountRequest>();
    add->add_option_function<std::string>(
           "login", [added](const std::string &text) { added->set_login(text); }, "Login, such as m.rivera")
        ->required();
    add->add_option_function<std::string>(
           "--given", [added](const std::string &text) { added->set_given(text); }, "Given name")
        ->required();
    add->add_option_function<std::string>(
           "--family", [added](const std::string &text) { added->set_family(text); }, "Family name")
        ->required();
    add->add_option_function<std::string>(
           "--organization", [added](const std::string &text) { added->set_organization(text); }, "Organization's id")
        ->required();
    add->add_option_function<std::string>(
           "--role", [added](const std::string &text) { added->set_role(text); }, "Role, such as MT")
        ->required();
    add->callback([&chosen, added, show] {
        chosen.run = asking<v1alpha::AddAccountResponse>(chosen, "AddAccount", added, show);
    });

    auto *role = command(*accounts, chosen, "role", "Give a person one more role, and say whom she evaluates in it");
    auto assigned = options<v1alpha::AssignRoleRequest>();
    role->add_option_function<std::string>(
            "login", [assigned](const std::string &text) { assigned->set_login(text); }, "Login")
        ->required();
    role->add_option_function<std::string>(
            "--organization", [assigned](const std::string &text) { assigned->set_organization(text); },
            "Organization's id")
        ->required();
    role->add_option_function<std::string>(
            "--role", [assigned](const std::string &text) { assigned->set_role(text); }, "Role, such as SL")
        ->required();
    role->add_option_function<std::vector<std::string>>(
        "--evaluates",
        [assigned](const std::vector<std::string> &logins) {
            assigned->mutable_evaluates()->Assign(logins.begin(), logins.end());
        },
        "Logins of teachers; she stops reading what they share with their mentors at once");
    role->callback([&chosen, assigned, show] {
        chosen.run = asking<v1alpha::AssignRoleResponse>(chosen, "AssignRole", assigned, show);
    });

    auto *end = command(*accounts, chosen, "end-role", "A person holds a role no longer");
    auto ended = options<v1alpha::EndRoleRequest>();
    end->add_option_function<std::string>(
           "login", [ended](const std::string &text) { ended->set_login(text); }, "Login")
        ->required();
    end->add_option_function<std::string>(
           "--organization", [ended](const std::string &text) { ended->set_organization(text); }, "Organization's id")
        ->required();
    end->add_option_function<std::string>(
           "--role", [ended](const std::string &text) { ended->set_role(text); }, "Role, such as SL")
        ->required();
    end->callback(
        [&chosen, ended, show] { chosen.run = asking<v1alpha::EndRoleResponse>(chosen, "EndRole", ended, show); });

    auto *list = command(*accounts, chosen, "list", "Every account, with roles and places");
    list->callback([&chosen] {
        chosen.run =
            asking<v1alpha::ListAccountsResponse>(chosen, "ListAccounts", options<v1alpha::ListAccountsRequest>(),
                                                  [&chosen](const v1alpha::ListAccountsResponse &response) {
                                                      for (const auto &account : response.accounts()) {
                                                          printAccount(account, chosen.json);
                                                      }
                                                      return 0;
                                                  });
    });

    auto *suspend = command(*accounts, chosen, "suspend", "Refuse a person's devices and invites from now on");
    auto suspended = options<v1alpha::SuspendAccountRequest>();
    suspend
        ->add_option_function<std::string>("login",
                                           [suspended](const std::string &text) { suspended->set_login(text); })
        ->required();
    suspend->callback([&chosen, suspended, show] {
        chosen.run = asking<v1alpha::SuspendAccountResponse>(chosen, "SuspendAccount", suspended, show);
    });

    addLinks(*accounts, chosen, [&chosen](const v1alpha::Account &account) { printAccount(account, chosen.json); });

    auto *invite = command(*accounts, chosen, "invite", "A new single-use invite for a person");
    auto invited = options<InviteOptions>();
    invite
        ->add_option_function<std::string>("login",
                                           [invited](const std::string &text) { invited->request.set_login(text); })
        ->required();
    invite->add_option_function<std::uint32_t>(
        "--hours", [invited](const std::uint32_t &hours) { invited->request.set_hours(hours); },
        "How long it is good; 720, which are 30 days, unless told");
    invite->add_option("--qr", invited->qr, "Show it as a QR code: text, svg or png");
    invite->add_option("--out", invited->out, "File for the QR code");
    invite->add_option("--server", invited->server, "Address in the QR code; the running server's unless told");
    invite->callback([&chosen, invited] {
        chosen.run = [&chosen, invited] {
            invited->json = chosen.json;
            return inviteAccount(Place::parse(chosen.store), *invited, printAccount);
        };
    });
}

void addOrganizations(CLI::App &app, Chosen &chosen)
{
    auto *organizations = group(app, "organization", "Agencies, districts, schools, centers");
    auto *add = command(*organizations, chosen, "add", "Add an organization and print its id");
    auto added = options<v1alpha::AddOrganizationRequest>();
    add->add_option_function<std::string>(
           "name", [added](const std::string &text) { added->set_name(text); }, "Its name")
        ->required();
    add->add_option_function<std::string>(
           "--kind", [added](const std::string &text) { added->set_kind(text); },
           "SEA, LEA, SCHOOL, RCC, NATIONAL_PARTNER or ORGANIZER")
        ->required();
    add->add_option_function<std::string>(
        "--parent", [added](const std::string &text) { added->set_parent(text); }, "Id of what it is part of");
    add->callback([&chosen, added] {
        chosen.run = asking<v1alpha::AddOrganizationResponse>(
            chosen, "AddOrganization", added, [&chosen](const v1alpha::AddOrganizationResponse &response) {
                print(chosen.json ? record::toJson(response) : response.id());
                return 0;
            });
    });
}

void addDevices(CLI::App &app, Chosen &chosen)
{
    auto *devices = group(app, "device", "Enrolled devices");
    auto *list = command(*devices, chosen, "list", "Every device");
    list->callback([&chosen] {
        chosen.run = asking<v1alpha::ListDevicesResponse>(chosen, "ListDevices", options<v1alpha::ListDevicesRequest>(),
                                                          [&chosen](const v1alpha::ListDevicesResponse &response) {
                                                              for (const auto &device : response.devices()) {
                                                                  printDevice(device, chosen.json);
                                                              }
                                                              return 0;
                                                          });
    });
    auto *revoke = command(*devices, chosen, "revoke", "Refuse a device from now on");
    auto revoked = options<v1alpha::RevokeDeviceRequest>();
    revoke
        ->add_option_function<std::string>(
            "site", [revoked](const std::string &text) { revoked->set_site(text); }, "The device's id")
        ->required();
    revoke->callback([&chosen, revoked] {
        chosen.run = asking<v1alpha::RevokeDeviceResponse>(chosen, "RevokeDevice", revoked,
                                                           [&chosen](const v1alpha::RevokeDeviceResponse &response) {
                                                               printDevice(response.device(), chosen.json);
                                                               return 0;
                                                           });
    });
}

void addCare(CLI::App &app, Chosen &chosen)
{
    auto *backup = command(app, chosen, "backup", "Copy the store while it is in use");
    auto copied = options<v1alpha::BackupRequest>();
    backup
        ->add_option_function<std::string>(
            "--to", [copied](const std::string &path) { copied->set_to(std::filesystem::absolute(path).string()); },
            "A file that does not exist yet")
        ->required();
    backup->callback([&chosen, copied] {
        chosen.run = asking<v1alpha::BackupResponse>(
            chosen, "Backup", copied, [&chosen, copied](const v1alpha::BackupResponse &response) {
                print(chosen.json ? record::toJson(response)
                                  : fmt::format("{} holds the backup, {} bytes.", copied->to(), response.bytes()));
                return 0;
            });
    });

    auto *restore = command(app, chosen, "restore", "Put a backup in the store's place");
    auto from = options<std::string>();
    restore->add_option("--from", *from, "The backup")->required();
    auto ledger = options<std::string>();
    restore
        ->add_option("--ledger", *ledger,
                     "From elsewhere: a copy of the file ledger beside the store, or a later backup")
        ->check(CLI::ExistingFile);
    restore->callback([&chosen, from, ledger] {
        chosen.run = [&chosen, from, ledger] {
            print(restoreStore(Place::parse(chosen.store), *from, *ledger));
            return 0;
        };
    });

    auto *check = command(app, chosen, "check", "Look through file, chains and log hashes");
    check->callback([&chosen] {
        chosen.run = asking<v1alpha::CheckResponse>(
            chosen, "Check", options<v1alpha::CheckRequest>(), [&chosen](const v1alpha::CheckResponse &response) {
                if (chosen.json) {
                    print(record::toJson(response));
                } else if (response.problems().empty()) {
                    print(fmt::format("All is well: {} places, {} changes.", response.scopes(), response.changes()));
                }
                for (const auto &problem : response.problems()) {
                    fmt::print(stderr, "{}\n", problem);
                }
                return response.problems().empty() ? 0 : 1;
            });
    });

    auto *erase = command(app, chosen, "erase", "Erase a record for ever, here and on every device");
    auto erased = options<v1alpha::EraseRequest>();
    erase
        ->add_option_function<std::string>(
            "type", [erased](const std::string &text) { erased->set_type(text); }, "Its type, such as CheckInNote")
        ->required();
    erase
        ->add_option_function<std::string>(
            "id", [erased](const std::string &text) { erased->set_id(text); }, "Its id")
        ->required();
    erase->add_option_function<std::string>(
        "--scope", [erased](const std::string &text) { erased->set_scope(text); },
        "Its place; every place that it stands in unless told");
    erase
        ->add_option_function<std::string>(
            "--reason", [erased](const std::string &text) { erased->set_reason(text); }, "retention or request")
        ->required();
    erase->callback([&chosen, erased] {
        chosen.run =
            asking<v1alpha::EraseResponse>(chosen, "Erase", erased, [&chosen](const v1alpha::EraseResponse &response) {
                print(chosen.json ? record::toJson(response)
                                  : fmt::format("It is erased: {} parts in {}. Devices follow when they synchronise; "
                                                "backups made before still hold it.",
                                                response.parts(), fmt::join(response.scopes(), ", ")));
                return 0;
            });
    });

    auto *stats = command(app, chosen, "stats", "Sizes of the store");
    stats->callback([&chosen] {
        chosen.run = asking<v1alpha::StatsResponse>(
            chosen, "Stats", options<v1alpha::StatsRequest>(), [&chosen](const v1alpha::StatsResponse &response) {
                print(
                    chosen.json ? fmt::format(
                        R"({{"scopes":{},"records":{},"changes":{},"devices":{},"openConflicts":{},"quarantine":{}}})",
                        response.scopes(), response.records(), response.changes(), response.devices(),
                        response.open_conflicts(), response.quarantine())
                                : fmt::format(
                                    "{} places, {} records, {} changes, {} devices, {} open conflicts, {} set aside",
                                    response.scopes(), response.records(), response.changes(), response.devices(),
                                    response.open_conflicts(), response.quarantine()));
                return 0;
            });
    });
}

} // namespace

void addCommands(CLI::App &app, Chosen &chosen)
{
    chosen.store = Place::standard();
    addServe(app, chosen);
    addSeed(app, chosen);
    addAccounts(app, chosen);
    addOrganizations(app, chosen);
    addDevices(app, chosen);
    addCare(app, chosen);
    addRights(app, chosen);
    addKeys(app, chosen);
}

} // namespace server
