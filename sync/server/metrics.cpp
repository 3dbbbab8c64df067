// SPDX-License-Identifier: Apache-2.0
#include "sync/server/metrics.h"

#include <fmt/format.h>

#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace server {

namespace {

void add(std::string &text, const char *name, const char *kind, const char *help, std::int64_t value)
{
    text += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n{0} {3}\n", name, kind, help, value);
}

void head(std::string &text, const char *name, const char *kind, const char *help)
{
    text += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, kind, help);
}

std::int64_t count(const std::atomic<std::uint64_t> &value)
{
    return static_cast<std::int64_t>(value.load());
}

void addRefusals(std::string &text, const Counters &counters)
{
    head(text, "cadred_refused_total", "counter", "Requests and connections refused or ended by a limit.");
    const auto line = [&text](const char *limit, const std::atomic<std::uint64_t> &value) {
        text += fmt::format("cadred_refused_total{{limit=\"{}\"}} {}\n", limit, value.load());
    };
    line("address", counters.refusedByAddress);
    line("account", counters.refusedByAccount);
    line("load", counters.refusedByLoad);
    line("connections", counters.refusedConnections);
    line("room", counters.endedConnections);
    line("slow", counters.slowConnections);
}

void addVerdicts(std::string &text, const Counters &counters)
{
    constexpr std::array<const char *, 5> names { "none", "applied", "conflict", "set_aside", "held" };
    head(text, "cadred_verdicts_total", "counter", "Changes that devices brought, by verdict, repeats included.");
    for (std::size_t kind = 1; kind < names.size(); ++kind) {
        text +=
            fmt::format("cadred_verdicts_total{{verdict=\"{}\"}} {}\n", names[kind], counters.verdicts[kind].load());
    }
}

std::int64_t sizeOf(const std::string &file)
{
    std::error_code error;
    const auto size = std::filesystem::file_size(file, error);
    return error ? 0 : static_cast<std::int64_t>(size);
}

void addStore(std::string &text, Academy &academy)
{
    store::Statement name(academy.database(), "SELECT file FROM pragma_database_list WHERE name = 'main'");
    if (name.step()) {
        const std::string file = name.blob(0);
        add(text, "cadred_store_bytes", "gauge", "The store's file.", sizeOf(file));
        add(text, "cadred_store_log_bytes", "gauge", "The write-ahead log beside it.", sizeOf(file + "-wal"));
        std::error_code error;
        const auto room = std::filesystem::space(std::filesystem::path(file).parent_path(), error);
        add(text, "cadred_store_free_bytes", "gauge", "Room left where the store is.",
            error ? 0 : static_cast<std::int64_t>(room.available));
    }
    store::Statement table(academy.database(), "SELECT 1 FROM sqlite_master WHERE name = 'server_backup'");
    if (!table.step()) {
        return;
    }
    store::Statement last(academy.database(), "SELECT max(at) FROM server_backup");
    if (last.step() && last.integer(0) > 0) {
        add(text, "cadred_backup_age_seconds", "gauge", "Since the last backup; missing when there was none.",
            (academy.now() - last.integer(0)) / 1000);
    }
}

void addProcess(std::string &text)
{
    std::int64_t pages = 0;
    std::int64_t resident = 0;
    std::ifstream("/proc/self/statm") >> pages >> resident;
    add(text, "process_resident_memory_bytes", "gauge", "Memory of this process.",
        resident * static_cast<std::int64_t>(::sysconf(_SC_PAGESIZE)));
    std::error_code error;
    const std::filesystem::directory_iterator files("/proc/self/fd", error);
    add(text, "process_open_fds", "gauge", "Open files and connections.",
        error ? 0 : std::distance(begin(files), end(files)));
    text += "# HELP cadred_build_info The version that runs.\n# TYPE cadred_build_info gauge\n"
            "cadred_build_info{version=\"" CADRE_VERSION "\"} 1\n";
}

} // namespace

void noteBackup(Academy &academy)
{
    academy.database().run("CREATE TABLE IF NOT EXISTS server_backup(at INTEGER NOT NULL)");
    academy.database().run("DELETE FROM server_backup");
    store::Statement note(academy.database(), "INSERT INTO server_backup(at) VALUES (?)");
    note.bind(1, academy.now()).run();
}

std::string metricsText(Academy &academy, const Counters &counters, const CallTimes &calls)
{
    std::string text = calls.text();
    addRefusals(text, counters);
    addVerdicts(text, counters);
    addStore(text, academy);
    addProcess(text);
    add(text, "cadred_requests_total", "counter", "Requests read.", count(counters.requests));
    add(text, "cadred_request_failures_total", "counter", "Calls answered with an error.", count(counters.failures));
    add(text, "cadred_received_bytes_total", "counter", "Bytes of request bodies.", count(counters.bytesIn));
    add(text, "cadred_sent_bytes_total", "counter", "Bytes of answers.", count(counters.bytesOut));
    add(text, "cadred_changes_taken_total", "counter", "Changes given a verdict, repeats included.",
        count(counters.changesTaken));
    add(text, "cadred_changes_set_aside_total", "counter", "Changes set aside, repeats included.",
        count(counters.changesSetAside));
    add(text, "cadred_changes_sent_total", "counter", "Changes sent to devices.", count(counters.changesSent));
    add(text, "cadred_enrollments_total", "counter", "Devices enrolled, repeats included.",
        count(counters.enrollments));
    add(text, "cadred_connections", "gauge", "Open connections.", counters.connections.load());
    add(text, "cadred_waiting_calls", "gauge", "Calls that wait for news.", counters.waiting.load());
    add(text, "cadred_scopes", "gauge", "Places that hold records.",
        static_cast<std::int64_t>(academy.log().scopeCount()));
    add(text, "cadred_changes", "gauge", "Changes in the store.",
        static_cast<std::int64_t>(academy.log().changeCount()));
    add(text, "cadred_devices", "gauge", "Devices enrolled and not signed out.",
        static_cast<std::int64_t>(academy.accounts().deviceCount()));
    return text;
}

} // namespace server
