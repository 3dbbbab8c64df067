// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/attacks.h"

#include "cadre/sync/v1alpha/person.pb.h"
#include "cadre/sync/v1alpha/snapshot.pb.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/person.pb.h"

#include <fmt/format.h>

#include <array>
#include <ctime>
#include <stdexcept>

namespace hostile {

namespace {

namespace wire = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;

const std::string syncService = "/cadre.sync.v1.SyncService/";

std::uint32_t numberOf(const record::Message &message)
{
    return message.GetDescriptor()->options().GetExtension(cadre::v1::record).number();
}

std::string dayOf(std::int64_t milliseconds)
{
    const std::time_t seconds = milliseconds / 1000;
    std::tm day {};
    gmtime_r(&seconds, &day);
    return fmt::format("{:04}-{:02}-{:02}", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
}

engine::Call pushOf(const wire::Run &run)
{
    wire::PushRequest request;
    request.mutable_protocol()->set_lowest(1);
    request.mutable_protocol()->set_highest(1);
    *request.add_runs() = run;
    return { syncService + "Push", request.SerializeAsString() };
}

bool isApplied(std::uint32_t verdict)
{
    return verdict == wire::VERDICT_CLASS_APPLIED || verdict == wire::VERDICT_CLASS_CONFLICT;
}

} // namespace

Attacks::Attacks(bench::HttpsCaller &caller, Cast &cast, std::uint64_t seed)
    : m_caller(caller)
    , m_cast(cast)
    , m_random(seed)
{
}

const std::string &Attacks::challenge()
{
    if (m_caller.challenge().empty())
        (void)m_caller.send({ syncService + "Poll", {} },
                            fmt::format("Authorization: Bearer {}\r\n", m_cast.phone.token));
    return m_caller.challenge();
}

void Attacks::send(Outcome &outcome, const engine::Call &call, const std::string &token, const std::string &proof)
{
    auto headers = token.empty() ? std::string() : fmt::format("Authorization: Bearer {}\r\n", token);
    headers += proof.empty() ? std::string() : fmt::format("Cadre-Signature: {}\r\n", proof);
    const auto reply = m_caller.send(call, headers);
    ++outcome.calls;
    outcome.told += reply.status == 429 ? 1 : 0;
    wire::PushResponse answer;
    const bool isPush = call.path.ends_with("/Push") && reply.status == 200 && answer.ParseFromString(reply.body);
    bool accepted = reply.status == 200 && (!isPush || answer.verdicts().empty());
    for (const auto &verdict : answer.verdicts()) {
        accepted = accepted || isApplied(verdict.verdict());
        outcome.setAside += verdict.verdict() == wire::VERDICT_CLASS_QUARANTINED ? 1 : 0;
    }
    outcome.accepted += accepted ? 1 : 0;
}

void Attacks::sendAs(Outcome &outcome, const RawDevice &device, const engine::Call &call)
{
    // The refusal that only says which challenge to sign over is none of the kind that is counted.
    const auto proof = device.prove(call, challenge());
    const auto before = m_caller.challenge();
    send(outcome, call, device.token, proof);
    if (m_caller.challenge() != before) {
        --outcome.calls;
        send(outcome, call, device.token, device.prove(call, challenge()));
    }
}

merge::Change Attacks::checkIn(RawDevice &device)
{
    const auto place = device.place(cadre::v1::SCOPE_KIND_PAIR_LOG);
    cadre::v1::CheckIn message;
    message.set_match_id(place.key.text());
    message.set_mentor(device.person.text());
    message.set_on(dayOf(device.now));
    message.set_minutes(30 + static_cast<int>(one(30)));
    message.set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
    return device.make(place, numberOf(message), message);
}

engine::Call Attacks::anyReading()
{
    wire::PollRequest poll;
    wire::PullRequest pull;
    *pull.add_cursors()->mutable_scope() = merge::toProto(m_cast.phone.place(cadre::v1::SCOPE_KIND_PAIR_LOG));
    v1alpha::FetchRequest fetch;
    *fetch.add_wanted()->mutable_scope() = pull.cursors(0).scope();
    const std::string person = "/cadre.sync.v1alpha.PersonService/";
    switch (one(6)) {
    case 0:
        return { syncService + "Poll", poll.SerializeAsString() };
    case 1:
        return { syncService + "Pull", pull.SerializeAsString() };
    case 2:
        return { "/cadre.sync.v1alpha.SnapshotService/Fetch", fetch.SerializeAsString() };
    case 3:
        return { person + "ListOwnDevices", {} };
    case 4:
        return { person + "MakeDeviceCode", {} };
    default:
        return { person + "MakeRecoveryCodes", {} };
    }
}

void Attacks::writeInOrder()
{
    auto &phone = m_cast.phone;
    const auto call = pushOf(phone.run(checkIn(phone), phone.keys));
    for (int tries = 0;; ++tries) {
        const auto proof = phone.prove(call, challenge());
        const auto reply =
            m_caller.send(call, fmt::format("Authorization: Bearer {}\r\nCadre-Signature: {}\r\n", phone.token, proof));
        wire::PushResponse answer;
        if (reply.status == 401 && tries == 0)
            continue;
        if (reply.status != 200 || !answer.ParseFromString(reply.body) || answer.verdicts_size() != 1
            || !isApplied(answer.verdicts(0).verdict()))
            throw std::runtime_error("What is in order was refused: " + answer.ShortDebugString());
        m_sent.push_back({ call, proof });
        return;
    }
}

void Attacks::revokedDevice(Outcome &outcome, RawDevice &device)
{
    sendAs(outcome, device, one(3) == 0 ? pushOf(device.run(checkIn(device), device.keys)) : anyReading());
}

void Attacks::replayedCall(Outcome &outcome)
{
    const auto &sent = m_sent[one(static_cast<unsigned>(m_sent.size()))];
    send(outcome, sent.call, m_cast.phone.token, sent.proof);
}

void Attacks::forgedSignature(Outcome &outcome)
{
    // What the phone itself could send: only the call around it is forged.
    auto phone = m_cast.phone;
    const auto call = one(2) == 0 ? pushOf(phone.run(checkIn(phone), phone.keys)) : anyReading();
    const RawDevice thief;
    switch (one(5)) {
    case 0: // A stolen token.
        return send(outcome, call, m_cast.phone.token, {});
    case 1:
        return send(outcome, call, m_cast.phone.token, thief.prove(call, challenge()));
    case 2: // Another person's token with one's own key.
        return send(outcome, call, m_cast.lead.token, m_cast.ambitious.prove(call, challenge()));
    case 3: { // Signed for one thing and sent with another.
        const auto proof = m_cast.phone.prove({ call.path, call.body + " " }, challenge());
        return send(outcome, call, m_cast.phone.token, proof);
    }
    default: { // A bit of the signature, or of the challenge.
        auto proof = m_cast.phone.prove(call, challenge());
        auto &letter = proof[2 + one(static_cast<unsigned>(proof.size()) - 3)];
        letter = letter == 'A' ? 'B' : 'A';
        return send(outcome, call, m_cast.phone.token, proof);
    }
    }
}

void Attacks::forgedCertificate(Outcome &outcome)
{
    RawDevice made;
    made.person = m_cast.lead.person;
    made.places = m_cast.phone.places;
    made.now = m_cast.phone.now;
    wire::Certificate certificate;
    (void)certificate.ParseFromString(m_cast.ambitious.certificate.certificate());
    certificate.set_site(made.site.raw());
    certificate.set_public_key(made.keys.publicKey);
    certificate.set_person(one(2) == 0 ? made.person.raw()
                                       : std::string(16, '\0')); // The latter claims to be a server.
    if (one(2) == 0)
        made.person = record::Uuid::fromRaw(certificate.person()).value_or(made.person);
    auto run = made.run(checkIn(made), made.keys);
    auto &forged = *run.mutable_certificate();
    forged.set_certificate(certificate.SerializeAsString());
    forged.set_key_id(m_cast.phone.certificate.key_id());
    switch (one(4)) {
    case 0:
        forged.set_signature(
            merge::sign(merge::certificateDomain, forged.certificate(), m_cast.ambitious.keys.secretKey));
        break;
    case 1: // A signature of the server's over another certificate.
        forged.set_signature(m_cast.phone.certificate.signature());
        break;
    case 2: // A certificate that holds, of another device than the one that signed.
        forged = m_cast.lead.certificate;
        break;
    default: { // A branch of a device that is another's.
        auto &branch = *run.mutable_branch();
        branch.set_site(m_cast.lead.site.raw());
        branch.set_header_hash(std::string(32, '\1'));
    }
    }
    sendAs(outcome, m_cast.ambitious, pushOf(run));
}

void Attacks::forgedGrant(Outcome &outcome)
{
    auto &me = m_cast.ambitious;
    const auto place = me.place(cadre::v1::SCOPE_KIND_PEOPLE);
    cadre::v1::RoleAssignment role;
    role.set_person(me.person.text());
    role.set_role(static_cast<cadre::v1::Role>(1 + one(12)));
    role.set_scope_org(place.key.text());
    role.set_from(dayOf(me.now));
    cadre::v1::MentorMatch match;
    match.set_mentor(me.person.text());
    match.set_teacher(newId().text());
    match.set_school(place.key.text());
    match.set_from(dayOf(me.now));
    match.set_status(cadre::v1::MATCH_STATUS_ACTIVE);
    auto own = one(2) == 0 ? me.make(place, numberOf(role), role)
                           : me.make({ cadre::v1::SCOPE_KIND_SCHOOL_TEAM, place.key, 0 }, numberOf(match), match);
    sendAs(outcome, me, pushOf(me.run(own, me.keys)));
}

void Attacks::guessedCode(Outcome &outcome)
{
    constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const std::array<std::size_t, 3> lengths { 10, 16, 24 }; // Of another device, an invite, for recovery.
    std::string code;
    for (auto left = lengths[one(3)]; left > 0; --left)
        code += letters[one(32)];
    auto request = RawDevice().enrollRequest(code);
    request.set_passphrase("green tractor on a hill");
    send(outcome, { "/cadre.sync.v1alpha.EnrollmentService/Enroll", request.SerializeAsString() }, {}, {});
}

void Attacks::make(unsigned calls)
{
    const std::vector<std::pair<std::string, std::function<void(Outcome &)>>> kinds {
        { "revoked device", [this](Outcome &outcome) { revokedDevice(outcome, m_cast.revoked); } },
        { "suspended account", [this](Outcome &outcome) { revokedDevice(outcome, m_cast.suspended); } },
        { "replayed call", [this](Outcome &outcome) { replayedCall(outcome); } },
        { "forged signature", [this](Outcome &outcome) { forgedSignature(outcome); } },
        { "forged certificate", [this](Outcome &outcome) { forgedCertificate(outcome); } },
        { "forged grant", [this](Outcome &outcome) { forgedGrant(outcome); } },
        { "guessed code", [this](Outcome &outcome) { guessedCode(outcome); } },
    };
    for (unsigned i = 0; i < calls; ++i) {
        if (i % 200 == 0)
            writeInOrder();
        const auto &[name, attack] = kinds[i % kinds.size()];
        attack(m_outcomes[name]);
    }
    writeInOrder();
}

} // namespace hostile
