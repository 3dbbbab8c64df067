// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/round.h"
#include "sync/host/host.h"
#include "sync/host/key_signer.h"
#include "sync/merge/change.h"
#include "sync/store/database.h"
#include "sync/store/log.h"
#include "sync/store/record_store.h"

#include <QTemporaryDir>

// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <set>
#endif

/// Rules that say yes to everything, but for what a test tells them.
class YesRules : public host::Rules {
public:
    host::Refusal judge(const merge::Change &) override
    {
        return refuseNext.empty() ? host::Refusal {} : host::Refusal { "refused", std::exchange(refuseNext, {}) };
    }
    bool mayRead(const record::Uuid &person, const record::ScopeId &scope) override
    {
        return !left.contains({ person, scope });
    }
    std::vector<cadre::sync::v1::Membership> memberships(const record::Uuid &person) override
    {
        std::vector<cadre::sync::v1::Membership> result;
        for (const auto &scope : scopes) {
            if (mayRead(person, scope)) {
                *result.emplace_back().mutable_scope() = merge::toProto(scope);
            }
        }
        return result;
    }
    std::optional<cadre::sync::v1::SignedCertificate> certificate(const record::Uuid &site) override
    {
        const auto found = certificates.find(site);
        return found == certificates.end() ? std::nullopt : std::optional(found->second);
    }
    void accept(const merge::Change &) override { }
    void applied(merge::Change change) override { scopes.insert(change.scope); }
    void follow() override { }

    /// The next change is set aside with this sentence.
    std::string refuseNext;
    std::set<std::pair<record::Uuid, record::ScopeId>> left;
    std::set<record::ScopeId> scopes;
    std::map<record::Uuid, cadre::sync::v1::SignedCertificate> certificates;
};

/// Devices and a host in one process, each on a file of its own, on a clock and a chance of the
/// test's.
class World {
public:
    explicit World(std::uint32_t seed = 1)
        : m_random(seed)
        , m_catalogue(record::Catalogue::ofAcademy())
        , m_key(merge::KeyPair::make(entropy()), [this] { return now; })
    {
        openHost();
    }

    [[nodiscard]] record::Entropy entropy()
    {
        return [this](std::uint8_t *bytes, std::size_t count) {
            for (std::size_t i = 0; i < count; ++i) {
                bytes[i] = static_cast<std::uint8_t>(m_random());
            }
        };
    }

    /// A new enrolled device of a person of its own.
    engine::Device &addDevice()
    {
        Member member;
        member.path = m_directory.filePath(QString::number(m_members.size())).toStdString() + ".sqlite";
        entropy()(member.person.bytes.data(), 16);
        m_members.push_back(std::move(member));
        open(m_members.size() - 1);
        enroll(m_members.back());
        return *m_members.back().device;
    }

    /// The same installation once more, as it is now.
    engine::Device &copyDevice(std::size_t index)
    {
        Member copy { .person = m_members[index].person, .caller = m_members[index].caller };
        copy.path = m_directory.filePath(QString::number(m_members.size())).toStdString() + ".sqlite";
        (void)m_members[index].database->backupTo(copy.path);
        m_members.push_back(std::move(copy));
        open(m_members.size() - 1);
        return *m_members.back().device;
    }

    [[nodiscard]] engine::Device &device(std::size_t index) { return *m_members[index].device; }
    [[nodiscard]] store::Database &database(std::size_t index) { return *m_members[index].database; }
    [[nodiscard]] const std::string &path(std::size_t index) const { return m_members[index].path; }
    [[nodiscard]] const record::Uuid &person(std::size_t index) const { return m_members[index].person; }
    [[nodiscard]] host::Host &server() { return *m_host; }
    [[nodiscard]] std::string serverPath() const { return m_directory.filePath("host.sqlite").toStdString(); }

    /// Closes the device and opens it again from its file, as after a kill.
    engine::Device &reopen(std::size_t index)
    {
        m_members[index].device.reset();
        m_members[index].database.reset();
        open(index);
        return device(index);
    }

    void backUpServer() { (void)m_hostDatabase->backupTo(backupPath()); }
    /// The server is what it was at backUpServer(), as `cadred restore` makes it.
    void restoreServer()
    {
        m_host.reset();
        m_hostRecords.reset();
        m_hostLog.reset();
        m_hostDatabase.reset();
        for (const char *end : { "", "-wal", "-shm" }) {
            QFile::remove(QString::fromStdString(serverPath() + end));
        }
        QFile::copy(QString::fromStdString(backupPath()), QString::fromStdString(serverPath()));
        openHost();
        m_host->beginEpoch();
    }

    engine::Report sync(std::size_t index)
    {
        now += 1000;
        engine::Round round(device(index));
        while (const auto call = round.next()) {
            if (meanwhile) {
                meanwhile(*call);
            }
            round.answer({ 200, answer(m_members[index].caller, *call), {} });
        }
        return round.report();
    }

    std::int64_t now = 1790000000000;
    record::ScopeId district { .kind = 5, .key = *record::Uuid::parse("01900000-0000-7000-8000-000000000001") };
    YesRules rules;
    /// What goes on on the device while the server answers that call, when set.
    std::function<void(const engine::Call &)> meanwhile;
    /// Turned around in what the next pull brings, when set.
    std::function<void(cadre::sync::v1::PullResponse &)> tamper;

private:
    struct Member {
        std::unique_ptr<store::Database> database;
        std::unique_ptr<engine::Device> device;
        record::Uuid person;
        host::Caller caller;
        std::string path;
    };

    [[nodiscard]] std::string backupPath() const { return m_directory.filePath("backup.sqlite").toStdString(); }

    void openHost()
    {
        m_hostDatabase = std::make_unique<store::Database>(serverPath());
        m_hostLog = std::make_unique<store::Log>(*m_hostDatabase);
        m_hostRecords = std::make_unique<store::RecordStore>(*m_hostDatabase, m_catalogue);
        m_host = std::make_unique<host::Host>(*m_hostDatabase, *m_hostLog, *m_hostRecords, rules, m_key,
                                              [this] { return now; });
    }

    void open(std::size_t index)
    {
        auto &member = m_members[index];
        member.database = std::make_unique<store::Database>(member.path);
        member.device = std::make_unique<engine::Device>(
            *member.database, m_catalogue, [this] { return now; }, entropy());
    }

    void enroll(Member &member)
    {
        const auto request = member.device->enrollRequest("invite", "test");
        const auto site = *record::Uuid::fromRaw(request.site());
        member.caller = { site, member.person, request.public_key() };
        rules.certificates[site] = m_key.certify(site, request.public_key(), member.person);
        cadre::sync::v1alpha::EnrollResponse response;
        *response.mutable_certificate() = rules.certificates[site];
        response.set_token("token");
        response.set_person(member.person.raw());
        response.set_server_key(m_key.publicKey());
        member.device->enrolled(response, "https://127.0.0.1", "");
    }

    template <class Request>
    static Request read(const engine::Call &call)
    {
        Request request;
        (void)request.ParseFromString(call.body);
        return request;
    }

    std::string answer(const host::Caller &caller, const engine::Call &call)
    {
        namespace wire = cadre::sync::v1;
        if (call.path.ends_with("Push")) {
            store::Transaction transaction(*m_hostDatabase);
            const auto response = m_host->push(caller, read<wire::PushRequest>(call));
            transaction.commit();
            return response.SerializeAsString();
        }
        if (call.path.ends_with("Poll")) {
            return m_host->poll(caller, read<wire::PollRequest>(call)).SerializeAsString();
        }
        if (call.path.ends_with("Fetch")) {
            return m_host->fetch(caller, read<cadre::sync::v1alpha::FetchRequest>(call)).SerializeAsString();
        }
        auto response = m_host->pull(caller, read<wire::PullRequest>(call));
        if (tamper) {
            tamper(response);
        }
        return response.SerializeAsString();
    }

    std::mt19937 m_random;
    QTemporaryDir m_directory;
    record::Catalogue m_catalogue;
    host::KeySigner m_key;
    std::unique_ptr<store::Database> m_hostDatabase;
    std::unique_ptr<store::Log> m_hostLog;
    std::unique_ptr<store::RecordStore> m_hostRecords;
    std::unique_ptr<host::Host> m_host;
    std::vector<Member> m_members;
};
