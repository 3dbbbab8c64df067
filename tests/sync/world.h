// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/round.h"
#include "sync/store/database.h"
#include "sync/merge/change.h"

#include <QTemporaryDir>

// The meta-object compiler of Qt 6.4 stops at some standard headers.
#ifndef Q_MOC_RUN
#include <functional>
#include <map>
#include <memory>
#include <random>
#endif

/// Devices and a server that says yes to everything, in one process, on a clock and a chance of
/// their own. The server keeps order, chains and signatures, and knows no rules.
class World {
public:
    struct Entry {
        std::string header;
        std::string body;
        std::string signature;
        std::uint32_t verdict = 1;
    };

    struct Member {
        std::unique_ptr<store::Database> database;
        std::unique_ptr<engine::Device> device;
        record::Uuid person;
        std::string path;
    };

    explicit World(std::uint32_t seed = 1)
        : m_random(seed)
        , m_catalogue(record::Catalogue::ofAcademy())
        , m_serverKeys(merge::KeyPair::make(entropy()))
    {
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

    [[nodiscard]] engine::Device &device(std::size_t index) { return *m_members[index].device; }
    [[nodiscard]] store::Database &database(std::size_t index) { return *m_members[index].database; }
    [[nodiscard]] const std::string &path(std::size_t index) const { return m_members[index].path; }

    /// Closes the device and opens it again from its file, as after a kill.
    engine::Device &reopen(std::size_t index)
    {
        m_members[index].device.reset();
        m_members[index].database.reset();
        open(index);
        return device(index);
    }

    engine::Report sync(std::size_t index)
    {
        now += 1000;
        engine::Round round(device(index));
        while (const auto call = round.next()) {
            round.answer({ 200, answer(index, *call), {} });
        }
        return round.report();
    }

    std::int64_t now = 1790000000000;
    record::ScopeId district { .kind = 5, .key = *record::Uuid::parse("01900000-0000-7000-8000-000000000001") };
    /// Refused with this sentence when set: what the next pushed change meets.
    std::string refuseNext;
    /// Turned around in what the next pull brings, when set.
    std::function<void(cadre::sync::v1::PullResponse &)> tamper;
    std::map<record::ScopeId, std::vector<Entry>> log;

private:
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
        cadre::sync::v1::Certificate certificate;
        certificate.set_format(1);
        certificate.set_site(request.site());
        certificate.set_key_algorithm(1);
        certificate.set_public_key(request.public_key());
        certificate.set_person(member.person.raw());
        cadre::sync::v1alpha::EnrollResponse response;
        auto &signedOne = *response.mutable_certificate();
        signedOne.set_certificate(certificate.SerializeAsString());
        signedOne.set_signature(merge::sign(merge::certificateDomain, signedOne.certificate(), m_serverKeys.secretKey));
        response.set_token("token");
        response.set_person(member.person.raw());
        response.set_server_key(m_serverKeys.publicKey);
        m_certificates[request.site()] = signedOne;
        member.device->enrolled(response, "https://127.0.0.1", "");
    }

    std::string answer(std::size_t index, const engine::Call &call)
    {
        if (call.path.ends_with("Push")) {
            return push(call.body);
        }
        return call.path.ends_with("Poll") ? poll(index, call.body) : pull(call.body);
    }

    std::string push(const std::string &body)
    {
        cadre::sync::v1::PushRequest request;
        (void)request.ParseFromString(body);
        cadre::sync::v1::PushResponse response;
        for (const auto &run : request.runs()) {
            for (int i = 0; i < run.headers_size(); ++i) {
                const auto read = merge::readChange(run.headers(i), run.bodies(i));
                auto &entries = log[read.change->scope];
                auto &verdict = *response.add_verdicts();
                *verdict.mutable_scope() = read.change->header.scope();
                verdict.mutable_dot()->set_site(read.change->dot.site.raw());
                verdict.mutable_dot()->set_seq(read.change->dot.seq);
                const auto known = std::find_if(entries.begin(), entries.end(),
                                                [&](const Entry &entry) { return entry.header == run.headers(i); });
                if (known == entries.end()) {
                    const bool refused = !refuseNext.empty();
                    entries.push_back({ run.headers(i), refused ? "" : run.bodies(i), "", refused ? 3U : 1U });
                    verdict.set_reason(refused ? "refused" : "");
                    verdict.set_sentence(refuseNext);
                    refuseNext.clear();
                    verdict.set_rev(entries.size());
                    verdict.set_verdict(entries.back().verdict);
                    if (i + 1 == run.headers_size()) {
                        entries.back().signature = run.signature();
                    }
                } else {
                    verdict.set_rev(static_cast<std::uint64_t>(known - entries.begin() + 1));
                    verdict.set_verdict(known->verdict);
                }
            }
        }
        return response.SerializeAsString();
    }

    std::string poll(std::size_t, const std::string &body)
    {
        cadre::sync::v1::PollRequest request;
        (void)request.ParseFromString(body);
        cadre::sync::v1::PollResponse response;
        response.set_server_time(now);
        std::map<std::string, std::uint64_t> at;
        for (const auto &cursor : request.cursors()) {
            at[cursor.scope().SerializeAsString()] = cursor.rev();
        }
        response.set_cursors_wanted(request.cursors().empty());
        for (const auto &[scope, entries] : log) {
            if (at[merge::toProto(scope).SerializeAsString()] < entries.size()) {
                *response.add_moved()->mutable_scope() = merge::toProto(scope);
            }
        }
        return response.SerializeAsString();
    }

    std::string pull(const std::string &body)
    {
        cadre::sync::v1::PullRequest request;
        (void)request.ParseFromString(body);
        cadre::sync::v1::PullResponse response;
        for (const auto &cursor : request.cursors()) {
            auto &page = *response.add_pages();
            *page.mutable_scope() = cursor.scope();
            for (const auto &[site, certificate] : m_certificates) {
                *page.add_certificates() = certificate;
            }
            const auto &entries = log[*merge::fromProto(cursor.scope())];
            std::string hash;
            for (std::size_t i = 0; i < entries.size(); ++i) {
                hash = merge::nextLogHash(hash, i + 1, merge::hash(merge::headerDomain, { entries[i].header }),
                                          entries[i].verdict);
                if (i + 1 > cursor.rev()) {
                    auto &entry = *page.add_entries();
                    entry.set_rev(i + 1);
                    entry.set_header(entries[i].header);
                    entry.set_body(entries[i].body);
                    entry.set_signature(entries[i].signature);
                    entry.set_verdict(entries[i].verdict);
                }
            }
            page.set_head_rev(entries.size());
            page.set_head_hash(hash);
        }
        if (tamper) {
            tamper(response);
        }
        return response.SerializeAsString();
    }

    std::mt19937 m_random;
    QTemporaryDir m_directory;
    record::Catalogue m_catalogue;
    merge::KeyPair m_serverKeys;
    std::vector<Member> m_members;
    std::map<std::string, cadre::sync::v1::SignedCertificate> m_certificates;
};
