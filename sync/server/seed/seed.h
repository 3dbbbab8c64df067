// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/record/id.h"
#include "sync/record/type.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace seed {

enum class Size { Small, Medium, Large };
/// `small`, `medium`, `large`; nothing on any other text.
[[nodiscard]] std::optional<Size> sizeNamed(std::string_view name);

struct Options {
    Size size = Size::Small;
    /// The same seed gives the same academy: ids, names, times.
    std::uint64_t seed = 1;
    /// Check-ins beside those of the demo academy, in pairs of 100 each, read by the lead with the
    /// login `lead.volume`.
    std::uint32_t checkIns = 0;
    /// UTC milliseconds: what the academy holds ends here, its plans go on.
    std::int64_t now = 0;
};

/// A person who may enroll a device.
struct Account {
    std::string login;
    record::Uuid person;
    std::string name;
    /// Code of the main role, such as MT.
    std::string role;
};

/// Takes one record: into which place, of which type, under which id, written by whom and when
/// (UTC milliseconds). Called in the order in which one record may refer to another.
using Write = std::function<void(const record::ScopeId &scope, std::string_view typeName, const record::Uuid &id,
                                 const record::Message &message, const record::Uuid &author, std::int64_t at)>;

/// Writes a demo academy: a state, the center that serves it, the national partner and the
/// organizer; districts, schools, pairs; three months of check-ins with what was said in them;
/// plans with milestones. Projections and totals follow from these and are not written here.
/// Logins: `mentor`, `mentor.2`…, `teacher`, `teacher.2`…, `lead`, `lead.2`… (schools), `principal`…,
/// `district`… , `member`… (district), `state`, `state.2`, `center`, `partner`, `organizer`, `admin`.
/// Those without a number belong together: one pair, its school, its district.
[[nodiscard]] std::vector<Account> plant(const Options &options, const Write &write);

} // namespace seed
