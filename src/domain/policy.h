// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cadre/policy/v1/policy.pb.h"
#include "src/domain/facts.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace domain {

/// A place that a person may read.
struct Membership {
    ScopeId scope;
    /// The roles in which she reads it, each once; empty for who reads it as herself.
    std::vector<cadre::v1::Role> roles;
    /// True when some rule lets her write something there.
    bool mayWrite = false;
    /// Days that a copy stays open without contact; 0 is no limit.
    int leaseDays = 0;

    bool operator==(const Membership &) const = default;
};

struct WriteRequest {
    Uuid person;
    ScopeId scope;
    std::string typeName; ///< `CheckInNote`.
    std::optional<Uuid> recordId; ///< Needed for a match: its id opens a pair's places.
    std::vector<std::string> changedFields; ///< Names as in the message; a delete names none.
    bool isNew = false;
    bool isDelete = false;
    /// The person whose change made the record; not needed for a new one.
    std::optional<Uuid> recordAuthor;
    /// The record before and after the write; what is not known is null. A rule that asks whose
    /// the record is denies when neither is there.
    const record::Message *before = nullptr;
    const record::Message *after = nullptr;
    /// The day that the record tells of (CheckIn.on); the day of making it, when there is none.
    std::optional<Day> recordDay;
};

enum class WriteCode {
    Allowed,
    UnknownPlace, ///< No rule for this kind, or nothing there that it belongs to.
    UnknownType, ///< The place does not hold this type.
    UnknownField, ///< The type has no such field.
    NotAMember, ///< The person has no way to write there.
    NotYourRecord, ///< Another person's record.
    NotYourField, ///< Another role writes this field.
    OnlyTheServer, ///< The server derives this.
    WrongPlace, ///< It names another place than the one it is written to.
    NeverChanged, ///< Made once; a correction is a new record.
    MonthClosed, ///< The check-in's month is closed; a dated addendum is what is left.
    TooLate, ///< Later than 45 days after the match's end.
    OutsideTheMatch, ///< A day on which the match did not hold.
    EvaluatorCannotMentor,
};

struct WriteAnswer {
    bool allowed = false;
    WriteCode code = WriteCode::UnknownPlace;
    std::string sentence; ///< English; empty when allowed.
    std::vector<std::string> arguments; ///< Field and type names that the sentence speaks of.
};

/// Whether evidence opens for a person; who may not read it learns who holds it.
struct EvidenceView {
    bool opens = false;
    std::optional<Uuid> id; ///< Only when it opens.
    std::string heldBy; ///< "the pair", "the school's team".
};

class Standings;

/// Who may read and write which place. A value; any thread may read it.
class Policy {
public:
    /// Reads a text-format AccessPolicy. Throws std::invalid_argument with the place in the text
    /// when it does not read, or when a kind is named twice, or has no key or no class.
    [[nodiscard]] static Policy fromText(const std::string &text);
    /// The policy that this program was built with.
    [[nodiscard]] static const Policy &builtIn();

    /// Null for a kind that no rule names.
    [[nodiscard]] const cadre::policy::v1::ScopeRule *rule(std::uint32_t kind) const;
    [[nodiscard]] const cadre::policy::v1::AccessPolicy &content() const { return m_policy; }

    /// True for kinds of places that are confidential about one person, such as a pair's.
    [[nodiscard]] bool isAboutSomebody(std::uint32_t kind) const;
    /// Every place of a kind that holds a type today and that the person may read on the day,
    /// sorted by scope.
    [[nodiscard]] std::vector<Membership> membershipsOf(const Uuid &person, const Facts &facts, Day day) const;
    /// `why`, when given, gets a sentence for either answer.
    [[nodiscard]] bool mayRead(const Uuid &person, const ScopeId &scope, const Facts &facts, Day day,
                               std::string *why = nullptr) const;
    /// True when the person may let in there what was set aside, and take responsibility for it.
    [[nodiscard]] bool mayRelease(const Uuid &person, const ScopeId &scope, const Facts &facts, Day day) const;
    /// The roles in which the person may take people in at that organization, and that she may end there.
    [[nodiscard]] std::set<cadre::v1::Role> rolesToInvite(const Uuid &person, const Uuid &organization,
                                                          const Facts &facts, Day day) const;
    /// `day` is when the change was made, `handedInOn` when the server gets it.
    [[nodiscard]] WriteAnswer mayWrite(const WriteRequest &request, const Facts &facts, Day day, Day handedInOn) const;
    /// The same, for whoever asks often.
    [[nodiscard]] WriteAnswer mayWrite(const WriteRequest &request, Standings &standings, Day day,
                                       Day handedInOn) const;
    /// True when only the server writes this type there.
    [[nodiscard]] bool isServerWritten(const ScopeId &scope, std::string_view typeName) const;

    /// False for types whose records have no projection anywhere.
    [[nodiscard]] static bool isProjected(std::string_view typeName);
    /// The places beside `home` that hold the server's projection of this record.
    [[nodiscard]] std::vector<ScopeId> projectionsOf(std::string_view typeName, const Uuid &id,
                                                     const record::Message &message, const ScopeId &home,
                                                     const Facts &facts, Day day) const;
    [[nodiscard]] EvidenceView evidenceFor(const Uuid &person, const Uuid &id, const ScopeId &scope, const Facts &facts,
                                           Day day) const;

private:
    cadre::policy::v1::AccessPolicy m_policy;
};

/// True for types whose records' ids open places: who reads those follows from the record, so it is ended and never
/// deleted, and no other record gets its id.
[[nodiscard]] bool opensAPlace(std::string_view typeName);

/// V5: why this mentor cannot be matched with this teacher; empty when she can.
[[nodiscard]] std::string whyNoMatch(const Uuid &mentor, const Uuid &teacher, const Facts &facts, Day day);

} // namespace domain
