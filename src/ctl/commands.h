// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/ctl/session.h"

#include <string>
#include <vector>

// Each command prints its outcome and throws WrongUse, Failed, store::Error or store::Invalid
// with a sentence when there is none.
namespace ctl {

struct Target {
    std::string type;
    std::string id;
    std::string scope; ///< Empty: the record's home.
    std::string context; ///< Token of an earlier `get --open`; empty: a form opened now.
};

struct Listing {
    std::string type;
    std::vector<std::string> where; ///< FIELD=VALUE each.
    std::string scope;
    std::string orderBy;
    int limit = -1;
};

void put(Session &session, const std::string &typeName, const std::string &scope);
void get(Session &session, const Target &target, bool open);
void edit(Session &session, const Target &target);
void remove(Session &session, const Target &target);
void list(Session &session, const Listing &listing);
void search(Session &session, const std::string &text, int limit);

void conflicts(Session &session);
/// `take` counts from 0; -1 when `value`, as JSON, decides.
void resolve(Session &session, const std::string &conflictId, int take, const std::string &value);
void quarantine(Session &session);

struct Enrolment {
    std::string server; ///< Empty where the invite is a QR code's link.
    std::string invite;
    std::string pin;
    std::string deviceName;
    std::string recoveryPassphraseFile; ///< Its first line goes with a recovery code.
};

void enroll(Session &session, const Enrolment &wanted);
/// The same with what a sign-in in the browser gives instead of an invite. `browser` is a command that gets the address
/// as its last word; empty: the system's. Where none opens, the address is printed.
void signIn(Session &session, Enrolment wanted, const std::string &browser);
/// With `watch` it goes on with rounds until the process is ended.
void sync(Session &session, bool watch);
void status(Session &session);
void check(Session &session);

/// The server's signed word that this device holds, and how it stands now; no connection is needed.
void grants(Session &session);
void revocations(Session &session);

/// The person's devices; what she may do about them is asked of the server.
void listDevices(Session &session);
void revokeDevice(Session &session, const std::string &site);
void makeDeviceCode(Session &session);
void makeRecoveryCodes(Session &session);
/// The first line of standard input; an empty one takes the passphrase away.
void setPassphrase(Session &session);
struct FeedbackGiven {
    std::uint32_t relevance = 0; ///< Each from 1 to 5.
    std::uint32_t usefulness = 0;
    std::uint32_t quality = 0;
    std::uint32_t metNeeds = 0;
};
/// Gets this person's one token for a feedback, and hands in an answer with it that says nothing of her.
void askForFeedbackToken(Session &session, const std::string &id);
void giveFeedback(Session &session, const std::string &id, const FeedbackGiven &given);
/// What was set aside and waits for this person, and lets one of it in.
void listSetAside(Session &session);
void releaseSetAside(Session &session, const std::string &scope, const std::string &change);

/// Who was sent, who opened and who copied what is confidential about this person.
void listAccess(Session &session);
/// Writes all that this device holds for its person into a new folder, to be read without Cadre. The
/// server is told with the next round.
void exportAll(Session &session, const std::string &directory);
/// What is asked of a report.
struct ReportWish {
    std::string name;
    std::string format;
    std::string out;
    std::string period; ///< A month, half a school year or a school year; empty: as the report has it.
    std::string language; ///< `en`, `es`.
};
/// Writes a report of what this device holds into a file, without the server; it is told with the next round where the
/// file holds what is confidential about somebody.
void report(Session &session, const ReportWish &wish);
/// The person has the record on screen: where that is confidential about somebody else, the server is told with the
/// next round.
void noteOpened(Session &session, const store::RecordKey &key);

/// What a person says beside a roster's file.
struct RosterDecisions {
    std::string source; ///< Empty: as the file says.
    std::string district; ///< Of who leads in several.
    std::vector<std::string> same; ///< sourcedIds.
    std::vector<std::string> apart;
    std::vector<std::string> organizations; ///< sourcedId=UUID each.
    bool addSchools = false;
    bool endMissing = false;
    bool renewInvites = false;
};
/// Takes in the staff of a OneRoster zip, or tells what that would do. With a file the invites are written there as a
/// page to print, else they are printed as text.
void importRoster(Session &session, const std::string &path, const RosterDecisions &decisions, bool isPreview,
                  const std::string &invitesFile);

/// Seals a store that was begun without a passphrase, under the one that the options name.
void seal(const Options &options);
/// Another passphrase for a sealed store, from the first line of a file.
void changePassphrase(const Options &options, const std::string &nextFile);

} // namespace ctl
