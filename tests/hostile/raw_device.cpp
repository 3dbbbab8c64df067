// SPDX-License-Identifier: Apache-2.0
#include "tests/hostile/raw_device.h"

#include "sync/merge/call_proof.h"
#include "sync/store/record_values.h"

#include <algorithm>
#include <stdexcept>

namespace hostile {

namespace wire = cadre::sync::v1;

record::Uuid newId()
{
    record::Uuid id;
    record::systemEntropy()(id.bytes.data(), id.bytes.size());
    return id;
}

RawDevice::RawDevice()
    : site(newId())
    , keys(merge::KeyPair::make(record::systemEntropy()))
{
}

cadre::sync::v1alpha::EnrollRequest RawDevice::enrollRequest(const std::string &code) const
{
    cadre::sync::v1alpha::EnrollRequest request;
    request.mutable_protocol()->set_lowest(1);
    request.mutable_protocol()->set_highest(1);
    request.set_invite(code);
    request.set_site(site.raw());
    request.set_key_algorithm(1);
    request.set_public_key(keys.publicKey);
    request.set_proof(merge::sign(merge::enrollDomain, code + site.raw(), keys.secretKey));
    return request;
}

void RawDevice::enroll(bench::HttpsCaller &caller, const std::string &invite)
{
    const auto reply =
        caller.send({ "/cadre.sync.v1alpha.EnrollmentService/Enroll", enrollRequest(invite).SerializeAsString() }, {});
    cadre::sync::v1alpha::EnrollResponse response;
    if (reply.status != 200 || !response.ParseFromString(reply.body))
        throw std::runtime_error("A device could not be enrolled: " + reply.body);
    person = record::Uuid::fromRaw(response.person()).value_or(record::Uuid {});
    token = response.token();
    certificate = response.certificate();
    now = response.server_time();
    for (const auto &membership : response.memberships())
        if (const auto scope = merge::fromProto(membership.scope()))
            places.push_back(*scope);
}

merge::Change RawDevice::make(const record::ScopeId &place, std::uint32_t type, const record::Message &message)
{
    wire::RecordEdit edit;
    edit.set_type(type);
    edit.set_record(newId().raw());
    const std::unique_ptr<record::Message> nothing(message.New());
    for (auto &op : store::difference(*nothing, message, {}, *nothing))
        *edit.add_ops() = op;
    *edit.add_ops() = store::lifeOp(true, {});
    wire::Header header;
    *header.mutable_scope() = merge::toProto(place);
    header.set_site(site.raw());
    const auto before = m_last.find(place);
    header.set_seq(before == m_last.end() ? 1 : before->second.dot.seq + 1);
    if (before != m_last.end())
        header.set_previous(before->second.headerHash);
    header.set_hybrid_time(static_cast<std::uint64_t>(now) << 16);
    header.set_author(person.raw());
    header.set_schema(1);
    auto change = merge::makeChange(header, { edit }, record::systemEntropy());
    m_last.insert_or_assign(place, change);
    return change;
}

wire::Run RawDevice::run(const merge::Change &change, const merge::KeyPair &signer) const
{
    wire::Run run;
    run.set_format(1);
    run.set_signature_algorithm(1);
    run.add_headers(change.headerBytes);
    run.add_bodies(change.bodyBytes);
    run.set_signature(merge::sign(merge::runDomain, change.headerHash, signer.secretKey));
    return run;
}

std::string RawDevice::prove(const engine::Call &call, const std::string &challenge) const
{
    return merge::proveCall("POST", call.path, challenge, call.body, keys.secretKey);
}

record::ScopeId RawDevice::place(std::uint32_t kind) const
{
    const auto found =
        std::find_if(places.begin(), places.end(), [kind](const auto &scope) { return scope.kind == kind; });
    if (found == places.end())
        throw std::runtime_error("The academy gave this device no place of the kind that the test writes into.");
    return *found;
}

} // namespace hostile
