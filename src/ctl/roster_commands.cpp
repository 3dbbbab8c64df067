// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/call.h"
#include "src/ctl/commands.h"
#include "src/ctl/lines.h"
#include "src/ctl/roster_request.h"
#include "src/roster/invite_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

namespace ctl {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr auto service = "RosterService";
constexpr std::uintmax_t mostBytes = std::uintmax_t { 64 } << 20;

struct Heading {
    v1alpha::RosterOutcome outcome;
    const char *text;
    const char *word; ///< In JSON.
};
constexpr std::array headings {
    Heading { v1alpha::ROSTER_OUTCOME_ADDED, "New", "added" },
    Heading { v1alpha::ROSTER_OUTCOME_CHANGED, "Changed", "changed" },
    Heading { v1alpha::ROSTER_OUTCOME_ENDED, "Ended", "ended" },
    Heading { v1alpha::ROSTER_OUTCOME_ASKED, "Needs your word", "asked" },
    Heading { v1alpha::ROSTER_OUTCOME_NOT_TAKEN, "Left out", "notTaken" },
};

std::string contentOf(const std::string &path)
{
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error))
        throw WrongUse("There is no file " + path + ". A roster is a zip file with its CSV files in it.");
    if (std::filesystem::file_size(path, error) > mostBytes || error)
        throw Failed("The file is larger than a roster is. Export the staff alone, or school by school.");
    std::ifstream file(path, std::ios::binary);
    std::string content { std::istreambuf_iterator<char>(file), {} };
    if (!file)
        throw Failed("The file could not be read. Nothing was changed.");
    return content;
}

struct Close {
    void operator()(std::FILE *file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, Close>;

/// Made before anybody is invited, so that no invite is lost for want of a place to write it.
File newFile(const std::string &path)
{
    File file(path.empty() ? nullptr : std::fopen(path.c_str(), "wx"));
    if (!file && !path.empty())
        throw WrongUse("The invites need a file that does not exist yet and can be made: --invites FILE.");
    return file;
}

/// A change of 1.2 may tell of a user without telling who is staff.
std::set<std::string> knownStaff(Session &session, const roster::Manifest &manifest, const RosterDecisions &decisions)
{
    const auto isDelta = [&](const char *file) { return manifest.mode(file) == roster::FileMode::Delta; };
    if (!manifest.isVersion12 || (!isDelta("users") && !isDelta("roles")))
        return {};
    v1alpha::ListRosterStaffRequest request;
    request.set_source(decisions.source.empty() ? manifest.source : decisions.source);
    request.set_district(decisions.district);
    const auto response = ask<v1alpha::ListRosterStaffResponse>(session, service, "ListRosterStaff", request);
    return { response.sourced_ids().begin(), response.sourced_ids().end() };
}

/// What the reading found, as lines beside the server's.
void addFindings(v1alpha::ImportRosterResponse &response, std::vector<std::string> &files, const roster::Roster &roster)
{
    for (const auto &finding : roster.findings) {
        auto &line = *response.add_lines();
        line.set_outcome(v1alpha::ROSTER_OUTCOME_NOT_TAKEN);
        line.set_row(finding.row);
        line.set_sentence(finding.sentence);
        files.push_back(finding.file);
    }
}

/// The file that each of the server's lines is about.
std::vector<std::string> filesOf(const v1alpha::ImportRosterResponse &response, const roster::Roster &roster)
{
    std::set<std::string> onlyRoles;
    for (const auto &member : roster.staff) {
        if (!member.isNamed && !member.leaves)
            onlyRoles.insert(member.sourcedId);
    }
    std::vector<std::string> files;
    for (const auto &line : response.lines())
        files.emplace_back(line.is_organization()                      ? "orgs.csv"
                               : onlyRoles.contains(line.sourced_id()) ? "roles.csv"
                                                                       : "users.csv");
    return files;
}

std::string wordsOf(const v1alpha::RosterLine &line, const std::string &file)
{
    const auto where = line.row() == 0 ? file : fmt::format("{} row {}", file, line.row());
    const auto who = line.name().empty() || line.sourced_id().empty()
        ? line.name() + line.sourced_id()
        : fmt::format("{} ({})", line.name(), line.sourced_id());
    return fmt::format("  {}: {}{}", where, who.empty() ? std::string() : who + ": ", line.sentence());
}

void sayLines(Session &session, const v1alpha::ImportRosterResponse &response, const std::vector<std::string> &files)
{
    for (const auto &heading : headings) {
        bool isFirst = true;
        for (int i = 0; i < response.lines_size(); ++i) {
            const auto &line = response.lines(i);
            const auto &file = files[static_cast<std::size_t>(i)];
            if (line.outcome() != heading.outcome)
                continue;
            if (session.json()) {
                say(QJsonObject { { "outcome", heading.word },
                                  { "file", q(file) },
                                  { "row", static_cast<int>(line.row()) },
                                  { "sourcedId", q(line.sourced_id()) },
                                  { "name", q(line.name()) },
                                  { "sentence", q(line.sentence()) } });
                continue;
            }
            if (isFirst)
                say(std::string(heading.text) + ":");
            isFirst = false;
            say(wordsOf(line, file));
        }
    }
}

void sayInvites(Session &session, const v1alpha::ImportRosterResponse &response, std::FILE *file,
                const std::string &path)
{
    const auto until = isoTime(response.invites_until()).substr(0, 10);
    std::vector<roster::Invite> invites;
    for (const auto &invite : response.invites())
        invites.push_back({ invite.name(), invite.organization(), invite.login(), invite.invite() });
    if (file != nullptr) {
        const auto identity = session.device().identity();
        const auto page = roster::inviteSheet(invites, identity.serverUrl, identity.serverPin, until);
        if (std::fwrite(page.data(), 1, page.size(), file) != page.size() || std::fflush(file) != 0)
            throw Failed("The people were taken in, and their invites could not be written. Run it again with "
                         "--renew-invites once there is room on the disk.");
        if (!session.json())
            say(fmt::format("{} invites, good until {}, to print: {}", invites.size(), until, path));
        return;
    }
    for (const auto &invite : invites) {
        if (session.json())
            say(QJsonObject { { "invite", q(invite.code) },
                              { "login", q(invite.login) },
                              { "name", q(invite.name) },
                              { "organization", q(invite.organization) } });
        else
            say(fmt::format("Invite for {}, good until {}: {}", invite.name, until, invite.code));
    }
}

void saySummary(Session &session, const v1alpha::ImportRosterResponse &response, const roster::Roster &roster,
                bool isPreview)
{
    const auto count = [&](v1alpha::RosterOutcome outcome) {
        return static_cast<int>(std::count_if(response.lines().begin(), response.lines().end(),
                                              [&](const auto &line) { return line.outcome() == outcome; }));
    };
    const auto changes = count(v1alpha::ROSTER_OUTCOME_ADDED) + count(v1alpha::ROSTER_OUTCOME_CHANGED)
        + count(v1alpha::ROSTER_OUTCOME_ENDED);
    if (session.json()) {
        QJsonObject summary { { "preview", isPreview },
                              { "version", roster.manifest.version() },
                              { "changes", changes },
                              { "unchanged", static_cast<int>(response.unchanged()) },
                              { "leftUnread", static_cast<int>(roster.leftUnread) } };
        for (const auto &heading : headings)
            summary.insert(heading.word, count(heading.outcome));
        say(summary);
        return;
    }
    if (count(v1alpha::ROSTER_OUTCOME_ASKED) > 0)
        say("Your word: --same ID or --apart ID for a person, --organization ID=UUID or --add-schools for an "
            "organization, --end-missing for those who are no longer in the roster.");
    say(fmt::format("{} as the roster says; {} not of staff left unread.",
                    response.unchanged() == 1 ? "1 person is" : fmt::format("{} people are", response.unchanged()),
                    roster.leftUnread == 1 ? "1 row" : fmt::format("{} rows", roster.leftUnread)));
    say(changes == 0 ? std::string("Nothing to change.")
            : isPreview
            ? std::string("Nothing was changed: this was a preview. Run it without --dry-run to do this.")
            : fmt::format("Done: {}.",
                          changes == 1 ? "1 change" : fmt::format("{} changes, all of them together", changes)));
}

void sayYear(Session &session, const roster::Roster &roster)
{
    if (session.json())
        return;
    const auto &years = roster.schoolYears;
    const auto year = years.empty()
        ? std::string()
        : fmt::format(" School year {}, {} to {}{}.", years.back().title, years.back().start, years.back().end,
                      years.back().end < isoTime(session.device().now()).substr(0, 10) ? ", which is over" : "");
    say(fmt::format("OneRoster {}.{}", roster.manifest.version(), year));
}

} // namespace

void importRoster(Session &session, const std::string &path, const RosterDecisions &decisions, bool isPreview,
                  const std::string &invitesFile)
{
    const auto bytes = contentOf(path);
    roster::Archive archive(bytes);
    const auto manifest = roster::readManifest(archive);
    const auto roster = roster::readOneRoster(archive, manifest, knownStaff(session, manifest, decisions));
    auto request = rosterRequest(roster, decisions);
    request.set_preview(isPreview);
    const auto file = newFile(isPreview ? std::string() : invitesFile);
    auto response = v1alpha::ImportRosterResponse();
    try {
        response = ask<v1alpha::ImportRosterResponse>(session, service, "ImportRoster", request);
    } catch (...) {
        if (file)
            std::filesystem::remove(invitesFile);
        throw;
    }
    auto files = filesOf(response, roster);
    addFindings(response, files, roster);
    sayYear(session, roster);
    sayLines(session, response, files);
    sayInvites(session, response, file.get(), invitesFile);
    saySummary(session, response, roster, isPreview);
}

} // namespace ctl
