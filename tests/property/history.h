// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/fields.h"

#include <rapidcheck.h>

#include <map>
#include <set>
#include <string>
#include <vector>

/// One record that several sites edit, in terms small enough to be shrunk.
namespace property {

using Dots = std::set<merge::Dot>;

/// The fields of the record, one of each kind. Field 0 is its life.
enum Field : std::uint32_t { Life = 0, Register = 1, Text = 2, Set = 3, List = 4, Lattice = 5 };
inline constexpr std::uint32_t fieldCount = 6;
inline constexpr int siteCount = 3;

/// What a site does next; the numbers are taken modulo what there is.
struct Step {
    int what = 0;
    int site = 0;
    int other = 0;
    int field = 0;
    int value = 0;
};

/// A saved edit of one field, with what its author truly had on screen.
struct Made {
    merge::Change change;
    cadre::sync::v1::RecordEdit edit;
    Dots seen; ///< Of this field.

    [[nodiscard]] const cadre::sync::v1::Op &op() const { return edit.ops(0); }
    [[nodiscard]] int site() const { return change.dot.site.bytes[15] - 1; }
};

using History = std::vector<Made>;
using Order = std::vector<const Made *>;

[[nodiscard]] record::Uuid siteNumber(int number);

/// Sites open forms, save from them, and take each other's changes in order, as the steps say.
[[nodiscard]] History makeHistory(const std::vector<Step> &steps);
/// Like makeHistory, but the op's kind and field are anything: what no honest app writes.
[[nodiscard]] History makeLawlessHistory(const std::vector<Step> &steps);

/// The changes in an order that keeps each site's own.
[[nodiscard]] Order interleave(const History &history, const std::vector<int> &picks);
[[nodiscard]] merge::RecordState mergeAll(const Order &order);

/// The state's bytes, whatever the order in which its fields came to be.
[[nodiscard]] std::string canonical(const merge::RecordState &state);

/// Edits of the field that no edit of it in `order` had seen.
[[nodiscard]] Order unseen(const Order &order, std::uint32_t field);

/// A generated history, and picks for an order of it.
[[nodiscard]] std::vector<Step> anySteps();
[[nodiscard]] std::vector<int> anyPicks();

/// Fill bytes from a seed, so that a failure can be run again.
[[nodiscard]] record::Entropy entropyFrom(std::uint64_t seed);

void showValue(const Step &step, std::ostream &stream);

bool checkContexts();
bool checkChanges();
bool checkMerge();
bool checkHashes();
bool checkWholeRecords();

} // namespace property
