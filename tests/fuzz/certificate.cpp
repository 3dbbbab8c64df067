// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace fuzz {

namespace {

using cadre::sync::v1alpha::EnrollResponse;

void enroll(const EnrollResponse &response)
{
    DeviceWorld world;
    try {
        (void)world.device().enrollRequest("another invite", "device");
        world.device().enrolled(response, "https://127.0.0.1", "");
    } catch (const store::Error &) {
    } catch (const store::Invalid &) {
    }
    world.look();
}

void run(std::string_view input)
{
    EnrollResponse response;
    if (!response.ParseFromArray(input.data(), static_cast<int>(input.size()))) {
        return;
    }
    enroll(response);
    response.set_server_key(academy::serverKeys().publicKey);
    auto &certificate = *response.mutable_certificate();
    certificate.set_signature(
        merge::sign(merge::certificateDomain, certificate.certificate(), academy::serverKeys().secretKey));
    enroll(response);
}

std::vector<std::string> seeds()
{
    DeviceWorld world;
    return { academy::enrolment(world.device().enrollRequest("invite", "device")).SerializeAsString() };
}

} // namespace

const Target certificate { "certificate", &EnrollResponse::default_instance(), &run, &seeds };

} // namespace fuzz
