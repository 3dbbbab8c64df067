// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "cadre/sync/v1alpha/receipt.pb.h"

namespace fuzz {

namespace {

namespace wire = cadre::sync::v1;

void talk(const std::string &answer)
{
    DeviceWorld::meet({ .push = answer }, &DeviceWorld::Answers::push);
}

void run(std::string_view input)
{
    talk(std::string(input));
    wire::PushResponse response;
    if (!response.ParseFromArray(input.data(), static_cast<int>(input.size())) || response.receipts().empty()) {
        return;
    }
    for (auto &receipt : *response.mutable_receipts()) {
        receipt.set_signature(merge::sign(merge::receiptDomain, receipt.receipt(), academy::serverKeys().secretKey));
    }
    talk(response.SerializeAsString());
}

std::vector<std::string> seeds()
{
    std::vector<std::string> seeds;
    DeviceWorld world;
    for (const auto verdict :
         { wire::VERDICT_CLASS_APPLIED, wire::VERDICT_CLASS_QUARANTINED, wire::VERDICT_CLASS_HELD }) {
        wire::PushResponse response;
        auto &given = *response.add_verdicts();
        *given.mutable_scope() = merge::toProto(academy::scope());
        given.mutable_dot()->set_site(world.device().identity().site.raw());
        given.mutable_dot()->set_seq(1);
        given.set_verdict(verdict);
        given.set_rev(2);
        given.set_reason("reason");
        given.set_sentence("A sentence.");
        response.set_server_time(academy::now());
        cadre::sync::v1alpha::Receipt receipt;
        receipt.set_format(1);
        *receipt.mutable_scope() = given.scope();
        *receipt.mutable_dot() = given.dot();
        receipt.set_header_hash(std::string(32, 'h'));
        receipt.set_rev(2);
        response.add_receipts()->set_receipt(receipt.SerializeAsString());
        seeds.push_back(response.SerializeAsString());
    }
    return seeds;
}

} // namespace

const Target pushReply { "push_reply", &wire::PushResponse::default_instance(), &run, &seeds };

} // namespace fuzz
