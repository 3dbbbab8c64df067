// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/engine/round.h"
#include "tests/storefault/server_subject.h"
#include "cadre/v1/check_in.pb.h"

namespace storefault {

/// A person's device. What it writes is in the places of the one pair.
class DeviceSubject : public Subject {
public:
    DeviceSubject()
        : Subject(true)
    {
    }
    ~DeviceSubject() override { close(); }

    [[nodiscard]] engine::Device &device() { return *m_device; }
    [[nodiscard]] static record::ScopeId pairLog()
    {
        return ServerSubject::place(cadre::v1::SCOPE_KIND_PAIR_LOG, ServerSubject::match);
    }
    [[nodiscard]] static record::ScopeId pair()
    {
        return ServerSubject::place(cadre::v1::SCOPE_KIND_PAIR, ServerSubject::match);
    }

    /// Enrolls an open store and fetches what its person may read.
    void enroll(ServerSubject &server, const std::string &invite);
    /// One whole round. Throws std::runtime_error with the sentence when it ended with a problem.
    void sync(ServerSubject &server);
    /// The body of the first call of a round, which is Push when something waits.
    [[nodiscard]] std::string pushBody();
    [[nodiscard]] server::RpcCall callAs(const std::string &path, const std::string &body);

    /// A new check-in, with its note in the other place when `noteBytes` is not 0.
    void save(const record::Uuid &checkIn, int minutes, std::size_t noteBytes = 0);
    /// `count` check-ins in one call, with ids from `first`.
    void saveAll(std::uint8_t first, std::uint8_t count);
    /// Changes the minutes of one that is there.
    void change(const record::Uuid &checkIn, int minutes);
    /// Makes the index of words where it is missing, and takes in what was written since.
    void followWords();

    std::vector<std::string> check() override;
    void goOn() override;
    bool hasGoneOn() override;

protected:
    void make(store::Database &database) override;
    void unmake() override;

private:
    [[nodiscard]] static std::shared_ptr<const record::Message> checkIn(int minutes);
    [[nodiscard]] bool hasIndex();
    /// Throws std::runtime_error unless exactly the notes that are there are found by their words.
    void requireFound();

    std::unique_ptr<engine::Device> m_device;
};

} // namespace storefault
