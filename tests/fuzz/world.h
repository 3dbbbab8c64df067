// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"
#include "sync/engine/round.h"
#include "sync/merge/change.h"
#include "sync/store/database.h"

#include <memory>
#include <optional>

namespace fuzz {

/// People, keys and places that are the same for every input.
namespace academy {

[[nodiscard]] const record::Catalogue &catalogue();
[[nodiscard]] std::int64_t now();
[[nodiscard]] record::Entropy entropy();
[[nodiscard]] record::ScopeId scope();
[[nodiscard]] record::Uuid uuid(std::uint8_t number);
[[nodiscard]] record::Uuid person();
[[nodiscard]] record::Uuid colleague();
[[nodiscard]] record::Uuid colleagueSite();
[[nodiscard]] const merge::KeyPair &serverKeys();
[[nodiscard]] const merge::KeyPair &colleagueKeys();
[[nodiscard]] cadre::sync::v1::SignedCertificate certificate(const record::Uuid &site, const std::string &publicKey,
                                                             const record::Uuid &person);
[[nodiscard]] cadre::sync::v1alpha::EnrollResponse enrolment(const cadre::sync::v1alpha::EnrollRequest &request);
/// A record that may be saved, and an edit that makes it.
[[nodiscard]] std::unique_ptr<record::Message> checkIn(int minutes);
[[nodiscard]] cadre::sync::v1::RecordEdit checkInEdit(const record::Uuid &id, int minutes);

} // namespace academy

/// The root that a header must name for these parts.
[[nodiscard]] std::string rootOf(const std::string &body);

/// A chain of changes of one site, made right whatever they hold.
class Chain {
public:
    Chain(const record::Uuid &site, const record::Uuid &author);

    /// The header's bytes with everything in it that others check.
    [[nodiscard]] std::string next(const std::string &header, const std::string &body);
    [[nodiscard]] merge::Change next(const cadre::sync::v1::RecordEdit &edit);
    [[nodiscard]] const std::string &headHash() const { return m_previous; }

private:
    record::Uuid m_site;
    record::Uuid m_author;
    std::uint64_t m_seq = 0;
    std::string m_previous;
};

/// A device like every other: enrolled, with a colleague's record from the server, one of its own
/// there, and one that waits. What happens to it is undone with the world, so that each input meets
/// the same; there is one world of it at a time.
class DeviceWorld {
public:
    DeviceWorld();
    /// The device that is in a file. Throws what the store throws.
    explicit DeviceWorld(const std::string &file);
    /// Writes a copy of the device as every world finds it.
    static void writeCopy(const std::string &file);

    [[nodiscard]] engine::Device &device() { return *m_device; }
    /// How far the log has come, and the colleague's chain, which a server would go on with.
    [[nodiscard]] static const cadre::sync::v1::Cursor &cursor();
    [[nodiscard]] static const Chain &colleaguesChain();

    struct Answers {
        std::string push;
        std::string poll;
        std::string pull;
        std::string fetch;

        auto operator<=>(const Answers &) const = default;
    };
    /// One round; what is asked once more gets an answer that ends it. Returns how many rows it wrote.
    int talk(const Answers &answers);
    /// Reads all there is, as a screen would, and saves once more.
    void look();
    /// The round, in a world of its own, and the look, if the answer that matters left anything to see: more
    /// than an answer there that nobody can read.
    static void meet(const Answers &answers, std::string Answers::*whichMatters);

private:
    std::unique_ptr<store::Database> m_file;
    std::unique_ptr<engine::Device> m_deviceOfFile;
    std::optional<store::Rehearsal> m_rehearsal;
    engine::Device *m_device = nullptr;
};

/// A page as a server would send it next, with these changes' headers and bodies made right.
[[nodiscard]] cadre::sync::v1::ScopePage rightPage(const cadre::sync::v1::ScopePage &page);
/// A poll's answer that has the device pull the place.
[[nodiscard]] std::string movedAnswer();

} // namespace fuzz
