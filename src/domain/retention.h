// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/policy/v1/retention.pb.h"
#include "src/domain/facts.h"

#include <string>
#include <string_view>

namespace domain {

/// How long records are kept. A value; any thread may read it.
class Retention {
public:
    /// Reads a text-format RetentionPolicy. Throws std::invalid_argument when it does not read, or when a rule has no
    /// kind, no type, no start or no days.
    [[nodiscard]] static Retention fromText(const std::string &text);
    /// The rules that this program was built with.
    [[nodiscard]] static const Retention &builtIn();

    [[nodiscard]] const cadre::policy::v1::RetentionPolicy &content() const { return m_policy; }
    /// Null where records of that type are kept there until somebody erases them.
    [[nodiscard]] const cadre::policy::v1::RetentionRule *rule(std::uint32_t kind, std::string_view typeName) const;

    /// Places of the rule whose records all become due on one day, with that day. None for a rule that goes by a field.
    [[nodiscard]] static std::vector<std::pair<ScopeId, Day>> placesOf(const cadre::policy::v1::RetentionRule &rule,
                                                                       const Facts &facts);
    /// The day on which a record becomes due by the field that the rule names: a day, a month or UTC
    /// milliseconds. Nothing where it holds none.
    [[nodiscard]] static std::optional<Day> dueByField(const cadre::policy::v1::RetentionRule &rule,
                                                       const record::Message &message);

private:
    cadre::policy::v1::RetentionPolicy m_policy;
};

/// The last day of the person's last role and match; nothing while one is open, or when there never was one.
[[nodiscard]] std::optional<Day> exitOf(const Uuid &person, const Facts &facts);

} // namespace domain
