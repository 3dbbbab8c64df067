// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/device_subject.h"

#include "sync/engine/search.h"

#include <stdexcept>

namespace storefault {

namespace {

namespace wire = cadre::sync::v1;
namespace alpha = cadre::sync::v1alpha;

const auto later = Stage::id(200);

template <class Request>
Request read(const std::string &body)
{
    Request request;
    if (!request.ParseFromString(body)) {
        throw std::runtime_error("The device sent what it cannot read itself.");
    }
    return request;
}

} // namespace

void DeviceSubject::make(store::Database &database)
{
    m_device = std::make_unique<engine::Device>(database, catalogue(), stage.clock(), stage.entropy());
}

void DeviceSubject::unmake()
{
    m_device.reset();
}

server::RpcCall DeviceSubject::callAs(const std::string &path, const std::string &body)
{
    server::RpcCall call;
    call.path = path;
    call.body = body;
    call.caller = { m_device->identity().token, "127.0.0.1", true };
    return call;
}

void DeviceSubject::enroll(ServerSubject &server, const std::string &invite)
{
    const auto request = m_device->enrollRequest(invite, "test");
    m_device->enrolled(server.services().enroll({}, request), "https://127.0.0.1", "");
    sync(server);
}

std::string DeviceSubject::pushBody()
{
    return engine::Round(*m_device).next().value().body;
}

void DeviceSubject::sync(ServerSubject &server)
{
    auto &services = server.services();
    engine::Round round(*m_device);
    while (const auto sent = round.next()) {
        const auto call = callAs(sent->path, sent->body);
        engine::Reply reply { .status = 200 };
        if (sent->path.ends_with("/Push")) {
            reply.body = services.push(call, read<wire::PushRequest>(sent->body)).SerializeAsString();
        } else if (sent->path.ends_with("/Poll")) {
            reply.body = services.poll(call, read<wire::PollRequest>(sent->body)).SerializeAsString();
        } else if (sent->path.ends_with("/Fetch")) {
            auto request = read<alpha::FetchRequest>(sent->body);
            request.set_budget(1); // As little at once as the server gives.
            reply.body = services.fetch(call, request).SerializeAsString();
        } else {
            reply.body = services.pull(call, read<wire::PullRequest>(sent->body)).SerializeAsString();
        }
        round.answer(reply);
    }
    if (!round.report().complete) {
        throw std::runtime_error("The round did not end well: " + round.report().problem);
    }
}

std::shared_ptr<const record::Message> DeviceSubject::checkIn(int minutes)
{
    auto message = std::make_shared<cadre::v1::CheckIn>();
    message->set_match_id(ServerSubject::match.text());
    message->set_mentor(ServerSubject::mentor.text());
    message->set_on("2026-11-17");
    message->set_minutes(minutes);
    message->set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
    return message;
}

void DeviceSubject::save(const record::Uuid &id, int minutes, std::size_t noteBytes)
{
    auto form = m_device->openNew("CheckIn", pairLog(), id);
    std::vector<engine::Edit> edits { { &form, checkIn(minutes) } };
    auto noteId = id;
    noteId.bytes[14] = 1;
    auto noteForm = m_device->openNew("CheckInNote", pair(), noteId);
    if (noteBytes > 0) {
        auto note = std::make_shared<cadre::v1::CheckInNote>();
        note->set_check_in(id.text());
        note->set_author(ServerSubject::mentor.text());
        note->set_part(cadre::v1::NOTE_PART_WORKS);
        note->set_body(std::string(noteBytes, 'n'));
        edits.push_back({ &noteForm, note });
    }
    m_device->save(edits);
}

void DeviceSubject::saveAll(std::uint8_t first, std::uint8_t count)
{
    std::vector<engine::Form> forms;
    for (std::uint8_t i = 0; i < count; ++i) {
        forms.push_back(m_device->openNew("CheckIn", pairLog(), Stage::id(static_cast<std::uint8_t>(first + i))));
    }
    std::vector<engine::Edit> edits;
    for (auto &form : forms) {
        edits.push_back({ &form, checkIn(15) });
    }
    m_device->save(edits);
}

void DeviceSubject::change(const record::Uuid &checkIn, int minutes)
{
    auto form = m_device->open({ m_device->catalogue().byName("CheckIn")->number(), checkIn, pairLog() });
    auto message = std::make_shared<cadre::v1::CheckIn>(static_cast<const cadre::v1::CheckIn &>(*form.opened));
    message->set_minutes(minutes);
    m_device->save({ { &form, message } });
}

void DeviceSubject::followWords()
{
    (void)engine::Search(*m_device).follow();
}

bool DeviceSubject::hasIndex()
{
    return store::Statement(database(), "SELECT 1 FROM sqlite_master WHERE name = 'search_progress'").step();
}

void DeviceSubject::requireFound()
{
    followWords();
    const engine::Search search(*m_device);
    for (const auto *type : search.types()) {
        database().run("INSERT INTO \"" + store::SearchIndex::tableOf(*type) + "\"(\""
                       + store::SearchIndex::tableOf(*type) + "\") VALUES('integrity-check')");
    }
    const auto found = search.find(*m_device->catalogue().byName("CheckInNote"), "n", -1).size();
    const auto there = m_device->list({ .type = "CheckInNote" }).size();
    if (found != there) {
        throw std::runtime_error("Of " + std::to_string(there) + " notes the words find " + std::to_string(found)
                                 + ".");
    }
}

std::vector<std::string> DeviceSubject::check()
{
    return m_device->check();
}

void DeviceSubject::goOn()
{
    if (m_device->isEnrolled()) {
        save(later, 55, 300);
    } else {
        m_device->keepDraft("later", "kept");
    }
    if (hasIndex()) {
        requireFound();
    }
}

bool DeviceSubject::hasGoneOn()
{
    // Of a place that was left nothing is shown; the work waits.
    const store::RecordKey key { m_device->catalogue().byName("CheckIn")->number(), later, pairLog() };
    return m_device->draft("later").has_value() || m_device->get("CheckIn", later).has_value()
        || !m_device->isOnServer(key);
}

} // namespace storefault
