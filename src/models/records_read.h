// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "src/domain/calendar.h"

#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/plan.pb.h"

#include <QString>

#include <map>
#include <vector>

/// Reading typed records on the worker thread.
namespace models {

template <class Message>
struct Found {
    store::RecordKey key;
    Message message;
    record::Uuid changedBy;
    std::int64_t changedAt = 0;

    [[nodiscard]] std::string id() const { return key.id.text(); }
    [[nodiscard]] QString idText() const { return QString::fromStdString(id()); }
};

/// The records that the query asks for. One that several places hold comes once, as its home says it: a copy is older
/// until the server has heard of what was written there.
[[nodiscard]] std::vector<store::StoredRecord> eachOnce(const engine::Device &device, const store::Query &query);

/// Every record of the message's type that the query asks for; `query.type` is filled in. A
/// record that several places hold comes once, as with eachOnce().
template <class Message>
[[nodiscard]] std::vector<Found<Message>> all(const engine::Device &device, store::Query query = {})
{
    query.type = Message::descriptor()->name();
    std::vector<Found<Message>> found;
    for (const auto &stored : eachOnce(device, query))
        found.push_back(
            { stored.key, dynamic_cast<const Message &>(*stored.message), stored.changedBy, stored.changedAt });
    return found;
}

template <class Message>
[[nodiscard]] std::optional<Found<Message>> one(const engine::Device &device, const std::string &id)
{
    const auto uuid = record::Uuid::parse(id);
    const auto stored = uuid ? device.get(Message::descriptor()->name(), *uuid) : std::nullopt;
    if (!stored)
        return std::nullopt;
    return Found<Message> { stored->key, dynamic_cast<const Message &>(*stored->message), stored->changedBy,
                            stored->changedAt };
}

/// The device's day, by its clock and the time zone it is in.
[[nodiscard]] domain::Day today(const engine::Device &device);

/// Names of the people this device knows.
class Names {
public:
    explicit Names(const engine::Device &device);

    /// "Ms Rivera", or "Given Family"; "somebody" for one this device does not know.
    [[nodiscard]] QString of(const std::string &personId) const;
    [[nodiscard]] QString of(const record::Uuid &person) const { return of(person.text()); }
    /// "M. Ortega".
    [[nodiscard]] QString brief(const std::string &personId) const;
    /// "You", or the name.
    [[nodiscard]] QString orYou(const std::string &personId) const;

private:
    struct Name {
        QString full;
        QString brief;
    };
    std::map<std::string, Name> m_names;
    std::string m_self;
};

} // namespace models
