// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/accounts.h"
#include "src/domain/calendar.h"
#include "cadre/sync/v1alpha/person.pb.h"
#include "cadre/v1/access.pb.h"

#include <map>
#include <optional>
#include <vector>

namespace server {

class Academy;

/// A place that was sent to a device, up to this rev of its log.
struct Sent {
    record::ScopeId scope;
    std::uint64_t rev = 0;
};

/// Who was sent, and who opened, what is confidential about somebody else. The audit log gets an entry for each device,
/// place and day, the table of deliveries where each device stands since when, and the person's own `access` place the
/// list that she reads. One thread at a time.
///
/// That list is made for her: one line for each reader, place and kind, with its first and last day. The last day of a
/// delivery is brought up a week at a time, since devices synchronise by themselves and that says little; an opening
/// counts once a day. Her own devices and openings are not in it.
class Disclosures {
public:
    explicit Disclosures(Academy &academy);

    /// Notes what is about to be answered. The first time on a day is durable when it returns; later ones are written
    /// with the next. Where the store can't be written devices go on reading: it is tried again with the next answer.
    void sent(const EnrolledDevice &device, const std::vector<Sent> &places);
    /// Takes what a device tells of openings; what was told before, and what is about nobody else, changes nothing.
    /// Throws Problem for more than 1000 of them.
    void opened(const EnrolledDevice &device, const cadre::sync::v1alpha::TellOpenedRequest &request);
    /// Writes what is only in memory. Part of the caller's transaction, if there is one.
    void flush();

private:
    struct Delivery {
        std::int64_t firstAt = 0;
        std::int64_t lastAt = 0;
        std::uint64_t rev = 0;
        bool isWritten = true;
    };
    using Deliveries = std::map<record::ScopeId, Delivery>;
    struct Seen {
        record::Uuid reader;
        record::Uuid subject;
        cadre::v1::AccessKind kind = cadre::v1::ACCESS_KIND_UNSPECIFIED;
        record::ScopeId place;
        std::string type; ///< Empty for a delivery.
        domain::Day on;
    };

    /// Whom a place is confidential about; nothing where that is nobody, or the reader herself.
    [[nodiscard]] std::optional<record::Uuid> subjectOf(const record::ScopeId &place, const record::Uuid &reader);
    [[nodiscard]] Deliveries &deliveriesTo(const record::Uuid &site);
    void write(const record::Uuid &site, const record::ScopeId &scope, Delivery &delivery);
    void tellToday(const EnrolledDevice &device, const std::vector<Sent> &places);
    void tell(const Seen &seen);
    [[nodiscard]] int daysOpened(const Seen &seen);
    /// True when that is the first of that day.
    bool noteDay(const EnrolledDevice &device, const cadre::sync::v1alpha::Opening &opening,
                 const record::ScopeId &scope, domain::Day on);
    /// True where the device may hold what stands there.
    [[nodiscard]] bool wasThere(const EnrolledDevice &device, const record::ScopeId &scope);
    void takeExport(const EnrolledDevice &device, const cadre::sync::v1alpha::Opening &opening);
    void takeOpening(const EnrolledDevice &device, const cadre::sync::v1alpha::Opening &opening);

    Academy &m_academy;
    std::map<record::Uuid, Deliveries> m_known; ///< By device.
};

} // namespace server
