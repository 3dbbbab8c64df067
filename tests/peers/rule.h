// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/peers/history.h"

#include <memory>
#include <string>
#include <utility>

namespace peers {

/// Two edits, the lower number first.
using Pair = std::pair<EditNumber, EditNumber>;

[[nodiscard]] inline Pair pairOf(EditNumber a, EditNumber b)
{
    return a < b ? Pair { a, b } : Pair { b, a };
}

/// A small model of one rule that decides what becomes of edits, on every replica and the server.
/// It is told what happens and never what is true.
class Rule {
public:
    virtual ~Rule() = default;

    /// The edits of the cell whose values stand on the replica's screen. The replica one past the
    /// last is the server.
    [[nodiscard]] virtual std::vector<EditNumber> shown(int replica, const Cell &cell) const = 0;

    virtual void open(const Event &) { }
    virtual void save(const Event &event) = 0;
    /// The device takes what the server has and then goes away.
    virtual void receive(int replica) = 0;
    /// Both take what the other has.
    virtual void sync(int replica) = 0;

    /// Pairs of edits of one cell that the rule has put side by side for a person.
    [[nodiscard]] virtual std::set<Pair> reported() const { return {}; }
    /// True when the edit's value lies beside the record where a person is shown it.
    [[nodiscard]] virtual bool isKeptAside(EditNumber) const { return false; }
};

/// A rule under the name it has in the table.
struct NamedRule {
    std::string key;
    std::string name;
    bool reports = false;
    std::unique_ptr<Rule> (*make)(const History &history) = nullptr;
};

[[nodiscard]] std::unique_ptr<Rule> hybridClockRule(const History &history);
[[nodiscard]] std::unique_ptr<Rule> columnVersionRule(const History &history);
[[nodiscard]] std::unique_ptr<Rule> rebaseRule(const History &history);
[[nodiscard]] std::unique_ptr<Rule> rebaseWithFileRule(const History &history);
[[nodiscard]] std::unique_ptr<Rule> laterRowRule(const History &history);
[[nodiscard]] std::unique_ptr<Rule> serverRowRule(const History &history);
[[nodiscard]] std::unique_ptr<Rule> causalRule(const History &history);

} // namespace peers
