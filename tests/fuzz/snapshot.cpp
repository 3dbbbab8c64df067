// SPDX-License-Identifier: Apache-2.0
#include "sync/merge/fields.h"
#include "sync/store/snapshot.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "cadre/sync/v1alpha/snapshot.pb.h"

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;
namespace v1alpha = cadre::sync::v1alpha;

/// A place that the device has nothing of.
wire::ScopeId newPlace()
{
    auto scope = academy::scope();
    scope.key = academy::uuid(11);
    return merge::toProto(scope);
}

std::string longHistoryAnswer()
{
    wire::PollResponse response;
    (void)response.ParseFromString(movedAnswer());
    response.clear_moved();
    *response.add_memberships()->mutable_scope() = newPlace();
    auto &moved = *response.add_moved();
    *moved.mutable_scope() = newPlace();
    moved.set_rev(100'000);
    return response.SerializeAsString();
}

void talk(const std::string &answer)
{
    DeviceWorld::meet({ .poll = longHistoryAnswer(), .fetch = answer }, &DeviceWorld::Answers::fetch);
}

/// The part with everything in it that a device checks before it reads a chunk.
void setRight(v1alpha::SnapshotPart &part)
{
    v1alpha::SnapshotHead head;
    (void)head.ParsePartialFromString(part.head().head());
    *part.mutable_scope() = newPlace();
    head.set_format(1);
    *head.mutable_scope() = newPlace();
    head.clear_chunk_hashes();
    for (const auto &chunk : part.chunks()) {
        head.add_chunk_hashes(merge::hash(merge::chunkDomain, { chunk }));
    }
    part.set_first_chunk(0);
    part.mutable_head()->set_head(head.SerializeAsString());
    part.mutable_head()->set_signature(
        merge::sign(merge::snapshotDomain, part.head().head(), academy::serverKeys().secretKey));
    part.clear_certificates();
    *part.add_certificates() =
        academy::certificate(academy::colleagueSite(), academy::colleagueKeys().publicKey, academy::colleague());
}

void run(std::string_view input)
{
    talk(std::string(input));
    v1alpha::FetchResponse response;
    if (!response.ParseFromArray(input.data(), static_cast<int>(input.size())) || response.parts().empty()) {
        return;
    }
    setRight(*response.mutable_parts(0));
    talk(response.SerializeAsString());
}

v1alpha::FetchResponse response(const std::string &chunk)
{
    v1alpha::SnapshotHead head;
    head.set_rev(7);
    head.set_log_hash(std::string(32, 'h'));
    head.set_records(2);
    auto &chain = *head.add_heads();
    chain.set_site(academy::colleagueSite().raw());
    chain.set_seq(3);
    chain.set_header_hash(std::string(32, 'p'));
    v1alpha::FetchResponse response;
    auto &part = *response.add_parts();
    part.mutable_head()->set_head(head.SerializeAsString());
    part.add_chunks(chunk);
    setRight(part);
    return response;
}

std::vector<std::string> seeds()
{
    v1alpha::SnapshotChunk chunk;
    chunk.add_sites(academy::colleagueSite().raw());
    chunk.add_authors(academy::colleague().raw());
    auto &plain = *chunk.add_records();
    plain.set_type(academy::catalogue().byName("CheckIn")->number());
    plain.set_id(academy::uuid(12).raw());
    plain.set_seq(2);
    plain.set_hybrid_time(static_cast<std::uint64_t>(academy::now()) << 16);
    plain.set_message(academy::checkIn(90)->SerializeAsString());
    auto &full = *chunk.add_records();
    full = plain;
    full.set_id(academy::uuid(13).raw());
    full.clear_message();
    Chain made(academy::colleagueSite(), academy::colleague());
    const auto change = made.next(academy::checkInEdit(academy::uuid(13), 40));
    merge::RecordState state;
    (void)merge::mergeEdit(state, change.edits.front(), change);
    full.set_state(state.SerializeAsString());
    auto &type = *chunk.add_types();
    type.set_type(plain.type());
    type.add_fields()->set_field(2);
    const auto content = chunk.SerializeAsString();
    return { response(content).SerializeAsString(), response(store::packChunk(content)).SerializeAsString(),
             // A few bytes that expand to a whole chunk.
             response(store::packChunk(std::string(8 * 1024 * 1024, '\0'))).SerializeAsString().substr(0, 60'000) };
}

} // namespace

const Target snapshot { "snapshot", &v1alpha::FetchResponse::default_instance(), &run, &seeds };

} // namespace fuzz
