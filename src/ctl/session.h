// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/store/device_store.h"

#include <optional>
#include <stdexcept>
#include <string>

namespace ctl {

/// The command line asked for something that does not exist or does not fit: exit status 2.
class WrongUse : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What was asked for could not be done: exit status 1.
class Failed : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Options that every command takes.
struct Options {
    std::string directory;
    std::string now;
    std::string passphraseFile;
    bool json = false;
};

/// Where the app keeps its store unless told otherwise.
[[nodiscard]] std::string defaultDirectory();
/// UTC milliseconds of an ISO time; a time without a zone is UTC. Throws WrongUse.
[[nodiscard]] std::int64_t parseTime(const std::string &iso);
/// The first line of a file. Throws WrongUse.
[[nodiscard]] std::string passphraseIn(const std::string &path);
/// `2026-11-20T09:30:00.000Z`.
[[nodiscard]] std::string isoTime(std::int64_t utcMilliseconds);

/// One device's store, opened: the lock, the database and the device on it, for one command.
class Session {
public:
    /// Throws store::Error when the store can't be opened and WrongUse for an option that makes no sense.
    explicit Session(const Options &options);

    [[nodiscard]] engine::Device &device() { return *m_device; }
    [[nodiscard]] store::Database &database() { return m_store.database(); }
    [[nodiscard]] const record::Catalogue &catalogue() const { return m_catalogue; }
    [[nodiscard]] bool json() const { return m_json; }

    /// The type of that name. Throws WrongUse naming what there is.
    [[nodiscard]] const record::RecordType &type(const std::string &name) const;
    /// The record of that type with that id, deleted or not. Throws WrongUse, Failed.
    [[nodiscard]] store::StoredRecord stored(const std::string &typeName, const std::string &id,
                                             const std::string &scope) const;
    /// What a person is called here; empty when unknown.
    [[nodiscard]] std::string personName(const record::Uuid &person) const;

private:
    store::DeviceStore m_store;
    record::Catalogue m_catalogue;
    std::optional<engine::Device> m_device;
    bool m_json;
};

/// Throws WrongUse on text that is not an id.
[[nodiscard]] record::Uuid parseId(const std::string &text);
/// Throws WrongUse on text that is not a place.
[[nodiscard]] record::ScopeId parseScope(const std::string &text);

} // namespace ctl
