// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/v1/statement.pb.h"
#include "src/domain/contact_time.h"

#include <optional>
#include <string>
#include <vector>

namespace domain {

/// How somebody's signature stands to the minutes that are there now.
enum class Signed {
    No,
    Yes,
    BeforeThisChanged, ///< She signed other minutes than are there now.
};

/// How a month stands between the two of a pair and who sees its totals (domain.md 4.5).
enum class StatementStatus { Open, SignedByMentor, SignedByTeacher, SignedByBoth, Received, Reopened };

struct SignatureStanding {
    Signed standing = Signed::No;
    std::int64_t at = 0; ///< UTC milliseconds of her latest signature; 0 without one.
};

/// One pair's month with the names put to it.
struct StatementStanding {
    SignatureStanding mentor;
    SignatureStanding teacher;
    SignatureStanding seen; ///< By whoever of the school saw the totals.
    StatementStatus status = StatementStatus::Open;
};

/// Who the two are, as ids in text.
struct StatementPair {
    std::string match;
    std::string mentor;
    std::string teacher;
};

/// A signature of these minutes, ready to be kept.
[[nodiscard]] cadre::v1::StatementSignature signatureOf(const StatementPair &pair, Month month,
                                                        const ContactTotal &total, const std::string &signer,
                                                        std::int64_t at);
/// The latest signature of that person under the pair's month; of two at one moment always the same one.
[[nodiscard]] std::optional<cadre::v1::StatementSignature>
latestSignature(const std::vector<cadre::v1::StatementSignature> &signatures, const StatementPair &pair, Month month,
                const std::string &signer);

/// How the month stands. A signature of somebody outside the pair means that its totals were seen.
[[nodiscard]] StatementStanding statementStanding(const StatementPair &pair, Month month, const ContactTotal &total,
                                                  const std::vector<cadre::v1::StatementSignature> &signatures);

/// What a school's principal gets of a month: its totals, once both of the pair have signed the same. Nothing before.
[[nodiscard]] std::optional<cadre::v1::MonthlyStatement>
statementFor(const StatementPair &pair, Month month, const std::vector<cadre::v1::StatementSignature> &signatures);

} // namespace domain
