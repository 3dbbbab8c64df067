// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/device_work.h"

#include "cadre/v1/check_in.pb.h"

#include <stdexcept>

namespace bench {

OpenDevice::OpenDevice(const std::string &directory)
    : m_lock(directory)
    , m_database(directory + "/cadre.db")
    , m_catalogue(record::Catalogue::ofAcademy())
    , m_device(m_database, m_catalogue, record::systemClock(), record::systemEntropy())
{
}

void OpenDevice::enroll(HttpsCaller &caller, const std::string &invite)
{
    const auto request = m_device.enrollRequest(invite, "bench");
    const auto reply = caller.post({ "/cadre.sync.v1alpha.EnrollmentService/Enroll", request.SerializeAsString() }, {});
    cadre::sync::v1alpha::EnrollResponse response;
    if (reply.status != 200 || !response.ParseFromString(reply.body))
        throw std::runtime_error("A device was not enrolled: " + reply.body);
    m_device.enrolled(response, caller.url(), {});
}

const std::vector<store::StoredRecord> &OpenDevice::models()
{
    if (m_models.empty()) {
        store::Query query;
        query.type = "CheckIn";
        m_models = m_device.list(query);
    }
    if (m_models.empty())
        throw std::runtime_error("The device holds no check-in to go by.");
    return m_models;
}

void OpenDevice::saveLike(const store::StoredRecord &model)
{
    auto form = m_device.openNew("CheckIn", model.key.scope);
    m_device.save({ engine::Edit { &form, model.message } });
}

void OpenDevice::saveCheckIn()
{
    const auto &known = models();
    saveLike(known[m_saved++ * 37 % known.size()]);
}

void OpenDevice::saveCheckIns(unsigned count)
{
    store::Transaction together(m_database);
    for (unsigned n = 0; n < count; ++n)
        saveCheckIn();
    together.commit();
}

void OpenDevice::editMinutes(unsigned count, int minutes)
{
    store::Query query;
    query.type = "CheckIn";
    const auto known = m_device.list(query);
    if (known.size() < count)
        throw std::runtime_error("The device holds too few check-ins.");
    store::Transaction together(m_database);
    for (unsigned n = 0; n < count; ++n) {
        auto form = m_device.open(known[n * known.size() / count].key);
        auto desired = std::make_shared<cadre::v1::CheckIn>();
        desired->CopyFrom(*form.opened);
        desired->set_minutes(minutes);
        m_device.save({ engine::Edit { &form, desired } });
    }
    together.commit();
}

engine::Report OpenDevice::sync(HttpsCaller &caller)
{
    engine::Round round(m_device);
    const auto identity = m_device.identity();
    while (const auto call = round.next())
        round.answer(caller.post(*call, identity));
    if (!round.report().complete)
        throw std::runtime_error("A device did not agree with the server: " + round.report().problem);
    return round.report();
}

std::uint64_t OpenDevice::push(HttpsCaller &caller)
{
    engine::Round round(m_device);
    const auto identity = m_device.identity();
    for (auto call = round.next(); call && call->path.ends_with("/Push"); call = round.next())
        round.answer(caller.post(*call, identity));
    return round.report().pushed;
}

} // namespace bench
