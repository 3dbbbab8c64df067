// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"
#include "sync/store/core_dumps.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <QCoreApplication>

#include <algorithm>
#include <functional>

#include <sys/stat.h>

namespace {

using Command = std::function<void(ctl::Session &)>;

std::string trimmed(std::string text)
{
    while (!text.empty() && (text.back() == '.' || text.back() == '\n'))
        text.pop_back();
    return text;
}

/// One line, whatever the library's message looks like.
std::string oneLine(std::string text)
{
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

int say(const std::string &sentence, int status)
{
    fmt::print(stderr, "cadrectl: {}\n", oneLine(sentence));
    return status;
}

void addTarget(CLI::App &command, ctl::Target &target, bool takesContext)
{
    command.add_option("TYPE", target.type, "Record type, such as Milestone")->required();
    command.add_option("ID", target.id, "Record id")->required();
    command.add_option("--scope", target.scope, "Place, where the record stands in several");
    if (takesContext)
        command.add_option("--context", target.context, "Token of the form that this is saved from");
}

/// What the command line asks for; filled by parsing.
struct Arguments {
    ctl::Options options;
    ctl::Target target;
    ctl::Listing listing;
    bool open = false;
    bool watch = false;
    std::string browser;
    ctl::Enrolment enrolment;
    std::string text, conflict, value, site;
    ctl::FeedbackGiven feedback;
    ctl::ReportWish report;
    ctl::RosterDecisions roster;
    std::string invitesFile;
    bool dryRun = false;
    int take = -1;
    std::string nextPassphraseFile;
    Command command;
    std::function<void()> alone; ///< A command that opens the store in its own way, instead of the above.
};

void describeRecords(CLI::App &app, Arguments &a)
{
    auto *put = app.add_subcommand("put", "Save a new record from JSON on standard input");
    put->add_option("TYPE", a.target.type, "Record type, such as CheckIn")->required();
    put->add_option("--scope", a.target.scope, "Place, such as pair/ID");
    put->callback([&a] { a.command = [&a](auto &session) { ctl::put(session, a.target.type, a.target.scope); }; });

    auto *get = app.add_subcommand("get", "Print a record");
    addTarget(*get, a.target, false);
    get->add_flag("--open", a.open, "Print also the context token of a form opened now");
    get->callback([&a] { a.command = [&a](auto &session) { ctl::get(session, a.target, a.open); }; });

    auto *edit = app.add_subcommand("edit", "Save a JSON patch from standard input; null clears a field");
    addTarget(*edit, a.target, true);
    edit->callback([&a] { a.command = [&a](auto &session) { ctl::edit(session, a.target); }; });

    auto *remove = app.add_subcommand("delete", "Delete a record");
    addTarget(*remove, a.target, true);
    remove->callback([&a] { a.command = [&a](auto &session) { ctl::remove(session, a.target); }; });

    auto *list = app.add_subcommand("list", "Print records, one a line");
    list->add_option("TYPE", a.listing.type, "Record type")->required();
    list->add_option("--where", a.listing.where, "FIELD=VALUE; may be given several times")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    list->add_option("--scope", a.listing.scope, "Only of this place");
    list->add_option("--order-by", a.listing.orderBy, "Field to sort by");
    list->add_option("--limit", a.listing.limit, "How many at most")->check(CLI::NonNegativeNumber);
    list->callback([&a] { a.command = [&a](auto &session) { ctl::list(session, a.listing); }; });

    auto *search = app.add_subcommand("search", "Print records whose text holds this");
    search->add_option("TEXT", a.text, "What to look for")->required();
    search->add_option("--limit", a.listing.limit, "How many at most")->check(CLI::NonNegativeNumber);
    search->callback([&a] { a.command = [&a](auto &session) { ctl::search(session, a.text, a.listing.limit); }; });
}

void describeConflicts(CLI::App &app, Arguments &a)
{
    app.add_subcommand("conflicts", "Print where two changes met")->callback([&a] { a.command = ctl::conflicts; });
    app.add_subcommand("quarantine", "Print what the server set aside")->callback([&a] {
        a.command = ctl::quarantine;
    });

    auto *resolve = app.add_subcommand("resolve", "End a conflict");
    resolve->add_option("CONFLICT", a.conflict, "As “conflicts” prints it")->required();
    auto *take =
        resolve->add_option("--take", a.take, "Which alternative, counted from 0")->check(CLI::NonNegativeNumber);
    auto *value = resolve->add_option("--value", a.value, "A new value, as JSON")->excludes(take);
    resolve->callback([&a, take, value] {
        a.command = [&a, chosen = take->count() + value->count()](auto &session) {
            if (chosen != 1)
                throw ctl::WrongUse("Say which value ends it: --take N, or --value JSON.");
            ctl::resolve(session, a.conflict, a.take, a.value);
        };
    });
}

void describeSync(CLI::App &app, Arguments &a)
{
    auto *enroll = app.add_subcommand("enroll", "Make this a device of the person who was invited");
    enroll->add_option("--server", a.enrolment.server, "https://HOST:PORT");
    enroll
        ->add_option("--invite", a.enrolment.invite,
                     "The invite's code, a code of another device, a recovery code, or what a QR code says")
        ->required();
    enroll->add_option("--pin", a.enrolment.pin, "The server's pin, sha256/BASE64, where it certifies itself");
    enroll->add_option("--name", a.enrolment.deviceName, "What this device is called");
    enroll->add_option("--recovery-passphrase-file", a.enrolment.recoveryPassphraseFile,
                       "Holds the passphrase that goes with a recovery code");
    enroll->callback([&a] { a.command = [&a](auto &session) { ctl::enroll(session, a.enrolment); }; });

    auto *signIn = app.add_subcommand("sign-in", "Make this a device of who signs in with her school account");
    signIn->add_option("--server", a.enrolment.server, "https://HOST:PORT")->required();
    signIn->add_option("--pin", a.enrolment.pin, "The server's pin, sha256/BASE64, where it certifies itself");
    signIn->add_option("--name", a.enrolment.deviceName, "What this device is called");
    signIn->add_option("--browser", a.browser, "Command that opens an address; the system's browser unless told");
    signIn->callback([&a] { a.command = [&a](auto &session) { ctl::signIn(session, a.enrolment, a.browser); }; });

    auto *sync = app.add_subcommand("sync", "One round with the server, until both sides agree");
    sync->add_flag("--watch", a.watch, "Go on with rounds until ended");
    sync->callback([&a] { a.command = [&a](auto &session) { ctl::sync(session, a.watch); }; });

    app.add_subcommand("status", "What is saved here, what waits, what needs you")->callback([&a] {
        a.command = ctl::status;
    });
    app.add_subcommand("check", "Integrity of the store and the hashes of its places")->callback([&a] {
        a.command = ctl::check;
    });
}

void describePerson(CLI::App &app, Arguments &a)
{
    app.add_subcommand("access", "Who was sent, opened or copied what is confidential about you")->callback([&a] {
        a.command = ctl::listAccess;
    });
    auto *copy = app.add_subcommand("export", "All that this device holds for you, as JSON and a page to read");
    copy->add_option("--out", a.text, "A folder that does not exist yet")->required();
    copy->callback([&a] { a.command = [&a](auto &session) { ctl::exportAll(session, a.text); }; });

    auto *device = app.add_subcommand("device", "Your devices: list, revoke, code");
    device->require_subcommand(1);
    device->add_subcommand("list", "Your devices, one a line")->callback([&a] { a.command = ctl::listDevices; });
    auto *revoke = device->add_subcommand("revoke", "Sign a device of yours out, as when it is lost");
    revoke->add_option("SITE", a.site, "Its id, as “device list” prints it")->required();
    revoke->callback([&a] { a.command = [&a](auto &session) { ctl::revokeDevice(session, a.site); }; });
    device->add_subcommand("code", "A code with which one more device becomes yours, within ten minutes")
        ->callback([&a] { a.command = ctl::makeDeviceCode; });
    app.add_subcommand("recovery-codes", "Codes for the day when no device is left; earlier ones end")->callback([&a] {
        a.command = ctl::makeRecoveryCodes;
    });
    app.add_subcommand("passphrase", "Recovery codes need this passphrase from now on; it is read from standard input")
        ->callback([&a] { a.command = ctl::setPassphrase; });
    auto *aside = app.add_subcommand("set-aside", "What the server set aside and waits for you: list, release");
    aside->require_subcommand(1);
    aside->add_subcommand("list", "What waits, one a line")->callback([&a] { a.command = ctl::listSetAside; });
    auto *release = aside->add_subcommand("release", "Let it in, as of the day on which it was made");
    release->add_option("PLACE", a.target.scope, "As “set-aside list” prints it")->required();
    release->add_option("SITE/NUMBER", a.site, "The change, as “set-aside list” prints it")->required();
    release->callback(
        [&a] { a.command = [&a](auto &session) { ctl::releaseSetAside(session, a.target.scope, a.site); }; });
    app.add_subcommand("grants", "Where you belong by the server's signed word, and until when without it")
        ->callback([&a] { a.command = ctl::grants; });
    app.add_subcommand("revocations", "The latest signed list of devices that are signed out")->callback([&a] {
        a.command = ctl::revocations;
    });
}

void describeFeedback(CLI::App &app, Arguments &a)
{
    auto *feedback = app.add_subcommand("feedback", "Feedback without a name: ask, give");
    feedback->require_subcommand(1);
    auto *ask = feedback->add_subcommand("ask", "Get your token for it");
    auto *give = feedback->add_subcommand("give", "Hand in your answer, each from 1, not at all, to 5, very");
    for (auto *command : { ask, give })
        command->add_option("FEEDBACK", a.site, "Id of the FeedbackRound")->required();
    give->add_option("--relevance", a.feedback.relevance, "It was about what matters to us")->required();
    give->add_option("--usefulness", a.feedback.usefulness, "We can use it")->required();
    give->add_option("--quality", a.feedback.quality, "It was well made")->required();
    give->add_option("--met-needs", a.feedback.metNeeds, "It met our needs")->required();
    ask->callback([&a] { a.command = [&a](auto &session) { ctl::askForFeedbackToken(session, a.site); }; });
    give->callback([&a] { a.command = [&a](auto &session) { ctl::giveFeedback(session, a.site, a.feedback); }; });
}

void describeReports(CLI::App &app, Arguments &a)
{
    auto *report = app.add_subcommand("report", "Write a report of what this device holds, without the server");
    report->add_option("NAME", a.report.name, "mentoring-statement, check-in-register, my-record or my-calendar")
        ->required();
    report->add_option("--format", a.report.format, "pdf, html, csv, xlsx or ics")->required();
    report->add_option("--out", a.report.out, "The file; one that is there is replaced")->required();
    report->add_option("--period", a.report.period, "2026-10, 2026-fall, 2027-spring or 2026/27");
    report->add_option("--language", a.report.language, "en or es")->default_val("en");
    report->callback([&a] { a.command = [&a](auto &session) { ctl::report(session, a.report); }; });
}

void describeImport(CLI::App &app, Arguments &a)
{
    auto *import = app.add_subcommand("import", "Take something in: oneroster");
    import->require_subcommand(1);
    auto *roster = import->add_subcommand("oneroster", "The staff of a school or a district, from its roster");
    roster->add_option("PATH", a.text, "The zip of a OneRoster CSV export, 1.1 or 1.2")->required();
    roster->add_flag("--dry-run", a.dryRun, "Only tell what would happen");
    roster->add_option("--invites", a.invitesFile, "A new file for the invites, as a page of QR codes to print");
    roster->add_option("--source", a.roster.source, "The system that it comes from, where the file does not say");
    roster->add_option("--district", a.roster.district, "Whose roster it is, for who leads in several districts");
    const auto many = [roster](const char *name, std::vector<std::string> &values, const char *words) {
        roster->add_option(name, values, words)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    };
    many("--same", a.roster.same, "This sourcedId is the person here who has the same e-mail");
    many("--apart", a.roster.apart, "This sourcedId is another person");
    many("--organization", a.roster.organizations, "SOURCEDID=UUID: which organization it is");
    roster->add_flag("--add-schools", a.roster.addSchools,
                     "Add schools that the academy does not know to the district");
    roster->add_flag("--end-missing", a.roster.endMissing, "Who is no longer in a whole roster has left");
    roster->add_flag("--renew-invites", a.roster.renewInvites, "New invites for those who have no device yet");
    roster->callback([&a] {
        a.command = [&a](auto &session) { ctl::importRoster(session, a.text, a.roster, a.dryRun, a.invitesFile); };
    });
}

void describeSealing(CLI::App &app, Arguments &a)
{
    app.add_subcommand("seal", "Seal what was begun without a passphrase, under that of --passphrase-file")
        ->callback([&a] { a.alone = [&a] { ctl::seal(a.options); }; });
    auto *change = app.add_subcommand("change-passphrase", "Another passphrase opens this device from now on");
    change->add_option("--to-file", a.nextPassphraseFile, "Holds the new passphrase")->required();
    change->callback([&a] { a.alone = [&a] { ctl::changePassphrase(a.options, a.nextPassphraseFile); }; });
}

/// What is wrong with the command line, as a sentence.
std::string wrongUse(const CLI::App &app, const CLI::ParseError &problem)
{
    if (!app.get_subcommands().empty())
        return fmt::format("{}; see “cadrectl {} --help”.", trimmed(problem.what()),
                           app.get_subcommands().front()->get_name());
    std::vector<std::string> names;
    for (const auto *command : app.get_subcommands([](const CLI::App *) { return true; }))
        names.push_back(command->get_name());
    return fmt::format("Say what to do, and after it with what: {}.", fmt::join(names, ", "));
}

int run(const Arguments &a)
{
    try {
        if (a.alone) {
            a.alone();
        } else {
            ctl::Session session(a.options);
            a.command(session);
        }
        return 0;
    } catch (const ctl::WrongUse &problem) {
        return say(problem.what(), 2);
    } catch (const std::exception &problem) {
        return say(problem.what(), 1);
    }
}

} // namespace

int main(int argc, char **argv)
{
    store::hideMemory();
    umask(0077); // What is written here is this person's alone.
    QCoreApplication qt(argc, argv);
    QCoreApplication::setApplicationName("cadrectl");

    Arguments a;
    a.options.directory = ctl::defaultDirectory();
    CLI::App app { "A device of a mentoring academy, without a screen.", "cadrectl" };
    app.set_version_flag("--version", CADRE_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.add_option("--data", a.options.directory, "The device's directory");
    app.add_option("--now", a.options.now, "Sets the clock: 2026-11-20T09:30:00Z");
    app.add_option("--passphrase-file", a.options.passphraseFile, "Holds the passphrase where there is no keychain");
    app.add_flag("--json", a.options.json, "One JSON object a line");
    describeRecords(app, a);
    describeConflicts(app, a);
    describeSync(app, a);
    describePerson(app, a);
    describeFeedback(app, a);
    describeReports(app, a);
    describeImport(app, a);
    describeSealing(app, a);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &problem) {
        if (problem.get_exit_code() == 0)
            return app.exit(problem);
        return say(wrongUse(app, problem), 2);
    }
    return run(a);
}
