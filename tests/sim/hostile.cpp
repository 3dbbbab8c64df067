// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/hostile.h"

#include "sync/store/record_values.h"

#include <algorithm>

#include <fmt/format.h>

namespace sim {

namespace {

namespace wire = cadre::sync::v1;

constexpr std::size_t mostHeard = 8;
constexpr std::uint64_t endOfTime = ~std::uint64_t(0) >> 1;

/// The same body, and of one part the hash alone, as of one that is erased.
std::string withoutContent(const std::string &bytes, int number)
{
    wire::Body body;
    (void)body.ParseFromString(bytes);
    auto &part = *body.mutable_parts(number);
    part.set_erased_hash(merge::hash("cadre.part.v1", { part.salt(), part.content() }));
    part.clear_salt();
    part.clear_content();
    return body.SerializeAsString();
}

} // namespace

Hostile::Hostile(Stage &stage, ServerActor &server, std::uint64_t seed)
    : m_stage(stage)
    , m_server(server)
    , m_self(stage.academy.members.back())
    , m_random(std::make_shared<Random>(seed))
{
}

host::Caller Hostile::caller() const
{
    return { m_self.site, m_self.person, m_self.keys.publicKey };
}

void Hostile::overhear(const engine::Call &call, const Ask &ask)
{
    if (m_isSpeaking || !call.path.ends_with("/Push")) {
        return;
    }
    if (m_heard.size() < mostHeard) {
        m_heard.push_back(call);
    }
    if (m_isWaiting) {
        m_isSpeaking = true;
        m_isWaiting = !tamper(call, ask);
        m_isSpeaking = false;
    }
}

wire::Run Hostile::makeRun(const Wanted &wanted)
{
    const auto entropy = [this](std::uint8_t *bytes, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = static_cast<std::uint8_t>(m_random->next());
        }
    };
    const auto onServer = m_server.log().head(wanted.scope, wanted.site).value_or(store::ChainHead {});
    auto &head = m_heads[{ wanted.scope, wanted.site }];
    if (onServer.seq > head.seq || wanted.site != m_self.site) {
        head = onServer;
    }
    wire::Header header;
    *header.mutable_scope() = merge::toProto(wanted.scope);
    header.set_site(wanted.site.raw());
    header.set_seq(wanted.isTwin ? 1 : head.seq + 1);
    header.set_previous(header.seq() == 1 ? std::string() : head.headerHash);
    header.set_hybrid_time(wanted.time);
    header.set_author(wanted.author.raw());
    header.set_schema(1);
    header.set_seen_epoch(wanted.isOfOldHistory ? 0 : m_server.epoch());

    const int scope = m_stage.academy.scopeOf(wanted.scope);
    const auto word = token(scope, m_stage.nextToken++);
    record::Uuid id;
    entropy(id.bytes.data(), id.bytes.size());
    merge::Context context;
    if (wanted.claimsUnseen || wanted.claimsNext || wanted.forgets) {
        // What nobody has written yet, on a record that somebody has.
        for (const auto &key : m_stage.ledger.records()) {
            id = key.scope == wanted.scope ? key.id : id;
        }
        for (const auto &member : m_stage.academy.members) {
            const auto last = m_server.log().head(wanted.scope, member.site).value_or(store::ChainHead {}).seq;
            const auto seq = wanted.forgets ? last : wanted.claimsNext ? last + 1 : 1000;
            if (seq > (wanted.claimsNext ? 1 : 0) && (wanted.forgets || member.site != wanted.site)) {
                context.add(merge::Dot { member.site, seq });
            }
        }
        context.close();
    }
    wire::RecordEdit edit;
    edit.set_type(901);
    edit.set_record(id.raw());
    *edit.add_ops() = store::lifeOp(true, context);
    auto &op = *edit.add_ops();
    op.set_field(1);
    op.set_kind(wire::OP_KIND_SET);
    op.set_wire_type(2);
    op.set_value(word);
    *op.mutable_context() = context.toProto();

    if (wanted.forgets) {
        edit.mutable_ops()->DeleteSubrange(1, 1);
        edit.mutable_ops(0)->set_kind(id.bytes[15] % 2 == 0 ? wire::OP_KIND_FORGET : wire::OP_KIND_ERASE);
        edit.mutable_ops(0)->clear_value();
        *edit.mutable_ops(0)->mutable_context() = context.toProto();
    }
    auto change = merge::makeChange(header, { edit }, entropy);
    if (wanted.isOversized) {
        // Put together by hand, since nobody would make it: whole and signed, and too large.
        edit.mutable_ops(1)->set_value(word + std::string(1'100'000, 'x'));
        wire::Body body;
        auto &part = *body.add_parts();
        part.set_salt(std::string(16, 's'));
        part.set_content(edit.SerializeAsString());
        header.set_format(1);
        header.set_body_root(
            merge::hash("cadre.body.v1", { merge::hash("cadre.part.v1", { part.salt(), part.content() }) }));
        change.headerBytes = header.SerializeAsString();
        change.headerHash = merge::hash(merge::headerDomain, { change.headerBytes });
        change.bodyBytes = body.SerializeAsString();
    }
    SaveMade save { .author = -1, .scope = scope, .isForbidden = wanted.isForbidden };
    save.note = fmt::format("the hostile device's {}", word);
    std::vector<EditMade> edits;
    if (!wanted.isForbidden) {
        const store::RecordKey key { 901, id, wanted.scope };
        edits.push_back({ .key = key, .field = 0, .kind = Kind::Life, .value = "alive" });
        edits.push_back({ .key = key, .field = 1, .kind = Kind::Register, .value = word });
    }
    m_stage.registry.note(change.headerBytes, m_stage.ledger.add(std::move(save), std::move(edits)));

    wire::Run run;
    run.set_format(1);
    run.set_signature_algorithm(1);
    run.add_headers(change.headerBytes);
    run.add_bodies(change.bodyBytes);
    run.set_signature(merge::sign(merge::runDomain, change.headerHash, m_self.keys.secretKey));
    *run.mutable_certificate() = m_self.certificate;
    return run;
}

void Hostile::push(const wire::Run &run, const Ask &ask)
{
    wire::PushRequest request;
    request.mutable_protocol()->set_lowest(1);
    request.mutable_protocol()->set_highest(1);
    *request.add_runs() = run;
    ask({ "/cadre.sync.v1.SyncService/Push", request.SerializeAsString() }, caller());
    for (const auto &scope : m_stage.academy.scopes) {
        const auto taken = m_server.reopen() ? m_server.log().head(scope, m_self.site) : std::nullopt;
        if (taken && taken->seq > m_heads[{ scope, m_self.site }].seq) {
            m_heads[{ scope, m_self.site }] = *taken;
        }
    }
}

void Hostile::readElsewhere(std::uint32_t choice, const Ask &ask) const
{
    wire::PullRequest pull;
    wire::PollRequest poll;
    cadre::sync::v1alpha::FetchRequest fetch;
    for (auto *protocol : { pull.mutable_protocol(), poll.mutable_protocol(), fetch.mutable_protocol() }) {
        protocol->set_lowest(1);
        protocol->set_highest(1);
    }
    for (const auto &scope : m_stage.academy.scopes) {
        *pull.add_cursors()->mutable_scope() = merge::toProto(scope);
        *fetch.add_wanted()->mutable_scope() = merge::toProto(scope);
        auto &cursor = *poll.add_cursors();
        *cursor.mutable_scope() = merge::toProto(scope);
        cursor.set_rev(choice % 2 == 0 ? choice % 3 : 1'000'000);
    }
    if (choice % 3 == 0) {
        ask({ "/cadre.sync.v1.SyncService/Pull", pull.SerializeAsString() }, caller());
    } else if (choice % 3 == 1) {
        ask({ "/cadre.sync.v1.SyncService/Poll", poll.SerializeAsString() }, caller());
    } else {
        ask({ "/cadre.sync.v1alpha.SnapshotService/Fetch", fetch.SerializeAsString() }, caller());
    }
}

bool Hostile::tamper(const engine::Call &call, const Ask &ask)
{
    wire::PushRequest request;
    (void)request.ParseFromString(call.body);
    for (auto &run : *request.mutable_runs()) {
        const auto &members = m_stage.academy.members;
        const auto author = std::find_if(members.begin(), members.end(), [&](const Member &one) {
            wire::Header header;
            return header.ParseFromString(run.headers(0)) && header.site() == one.site.raw()
                && merge::fromProto(header.scope()) == m_stage.academy.scopes[0];
        });
        for (auto &bytes : *run.mutable_bodies()) {
            wire::Body body;
            wire::RecordEdit edit;
            if (author == members.end() || !body.ParseFromString(bytes) || body.parts_size() < 2
                || !edit.ParseFromString(body.parts(1).content())) {
                continue;
            }
            if (m_random->oneIn(2)) {
                bytes = withoutContent(bytes, 1);
            } else {
                // Nothing is left of the second part but that its record is there.
                edit.mutable_ops()->DeleteSubrange(1, edit.ops_size() - 1);
                body.mutable_parts(1)->set_content(edit.SerializeAsString());
                bytes = body.SerializeAsString();
            }
            *run.mutable_certificate() = author->certificate;
            push(run, ask);
            return true;
        }
    }
    return false;
}

void Hostile::replay(std::uint32_t choice, std::uint32_t damage, const Ask &ask)
{
    if (m_heard.empty()) {
        return;
    }
    auto call = m_heard[choice % m_heard.size()];
    auto &body = call.body;
    if (damage % 4 == 1 && !body.empty()) {
        body[damage % body.size()] = static_cast<char>(body[damage % body.size()] ^ (1 << damage % 8));
    } else if (damage % 4 == 2) {
        body.resize(body.size() * (damage % 100) / 100);
    } else if (damage % 4 == 3) {
        body += body;
    }
    ask(call, caller());
}

void Hostile::attack(std::uint32_t kind, std::uint32_t a, std::uint32_t b, const Ask &ask)
{
    m_isSpeaking = true;
    speak(kind, a, b, ask);
    m_isSpeaking = false;
}

void Hostile::speak(std::uint32_t kind, std::uint32_t a, std::uint32_t b, const Ask &ask)
{
    const auto &academy = m_stage.academy;
    const auto usual = static_cast<std::uint64_t>(m_stage.now) << 16;
    Wanted wanted { .scope = academy.scopes[0], .author = m_self.person, .time = usual, .site = m_self.site };
    const auto &victim = academy.members[a % mostDevices];
    wire::Run run;
    switch (kind % 16) {
    case 0:
        wanted.author = academy.persons[a % (mostPersons - 1)];
        push(makeRun(wanted), ask);
        return;
    case 1:
        // In another's name and under another's certificate; the signature cannot be theirs.
        wanted.author = academy.members[a % mostDevices].person;
        wanted.site = academy.members[a % mostDevices].site;
        run = makeRun(wanted);
        *run.mutable_certificate() = academy.members[a % mostDevices].certificate;
        push(run, ask);
        return;
    case 2:
        wanted.scope = academy.scopes[1 + a % (mostScopes - 1)];
        push(makeRun(wanted), ask);
        return;
    case 3:
        wanted.isOversized = true;
        push(makeRun(wanted), ask);
        return;
    case 4:
        wanted.claimsUnseen = true;
        wanted.isOfOldHistory = b % 2 == 0;
        push(makeRun(wanted), ask);
        return;
    case 5:
        // As a branch of somebody else's chain.
        wanted.site = merge::branchSite(wanted.scope, victim.site, std::string(32, 'h'));
        run = makeRun(wanted);
        run.mutable_branch()->set_site(victim.site.raw());
        run.mutable_branch()->set_header_hash(std::string(32, 'h'));
        push(run, ask);
        return;
    case 6:
        // Its right, with a clock from the end of time.
        wanted.time = b % 2 == 0 ? endOfTime : 1;
        wanted.isForbidden = !m_stage.rights.of(mostPersons - 1, 0).writes;
        push(makeRun(wanted), ask);
        return;
    case 7:
        readElsewhere(a, ask);
        return;
    case 8:
        if (m_server.log().head(wanted.scope, wanted.site)) {
            wanted.isTwin = true;
            push(makeRun(wanted), ask);
        }
        return;
    case 9:
        wanted.forgets = true;
        push(makeRun(wanted), ask);
        return;
    case 10:
        wanted.claimsNext = true;
        wanted.isOfOldHistory = b % 2 == 0;
        if (m_server.log().head(wanted.scope, victim.site)) {
            push(makeRun(wanted), ask);
        }
        return;
    case 11:
        // In another's chain, and by right of its own certificate.
        wanted.site = victim.site;
        push(makeRun(wanted), ask);
        return;
    case 12:
        // As a branch of its own chain, under a name that is another's.
        wanted.site = b % 2 == 0 ? victim.site : merge::branchSite(wanted.scope, victim.site, std::string(32, 'h'));
        run = makeRun(wanted);
        run.mutable_branch()->set_site(m_self.site.raw());
        run.mutable_branch()->set_header_hash(std::string(32, 'h'));
        push(run, ask);
        return;
    case 13:
        m_isWaiting = true;
        return;
    case 14:
        // What it wrote is nobody's to see, as if it were erased.
        run = makeRun(wanted);
        *run.mutable_bodies(0) = withoutContent(run.bodies(0), 0);
        push(run, ask);
        return;
    default:
        replay(a, b, ask);
    }
}

} // namespace sim
