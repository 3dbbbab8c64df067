// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/records.h"
#include "tests/sim/ids.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace sim {

using EditId = std::uint32_t;
using SaveId = std::uint32_t;

/// What kind of field an edit is of.
enum class Kind { Register, Nested, Text, Set, List, Lattice, Life };
inline constexpr int kindCount = 7;
[[nodiscard]] const char *nameOf(Kind kind);
/// True for fields whose concurrent values stand beside each other.
[[nodiscard]] bool isRegister(Kind kind);

/// A value as people see it; nothing for a field that was cleared.
using Value = std::optional<std::string>;

/// One person's edit of one field, as somebody who stood beside would note it.
struct EditMade {
    store::RecordKey key;
    std::uint32_t field = 0;
    Kind kind = Kind::Register;
    bool removes = false; ///< Of a set: takes the element away.
    bool forgets = false; ///< The server's word that what it had seen is gone by rule.
    Value value;
    std::string base; ///< Of a text: what stood there when the form was opened; empty where nothing did.
    /// Every edit of the field that was on the author's screen, and what those had seen.
    IdSet seen;
    SaveId save = 0;
};

/// The edits that stand or fall together.
struct SaveMade {
    std::vector<EditId> edits;
    int author = 0;
    int scope = 0;
    std::uint64_t time = 0; ///< Its author's hybrid time, once it is known.
    std::vector<merge::Dot> names; ///< Under which the server ever took it.
    bool isForbidden = false; ///< Nobody may ever accept it.
    std::optional<store::RecordKey> erases; ///< The server's word that this record is erased.
    std::string note;
};

/// What a replica has: saves that reached it, and those it knows to be set aside.
struct Knowledge {
    IdSet delivered;
    IdSet refused;
    IdSet cameErased; ///< Edits that came without their bytes: the server's word for it is on its way.
    IdSet held; ///< Those among them that it has as their authors signed them.

    [[nodiscard]] bool counts(SaveId save) const { return delivered.has(save) && !refused.has(save); }
};

/// Everything that anybody ever saved, and what they had on screen when they did. It knows
/// nothing of how the engine keeps track.
class Ledger {
public:
    /// Takes down a save; each edit's `save` is filled in.
    SaveId add(SaveMade save, std::vector<EditMade> edits);
    [[nodiscard]] const EditMade &edit(EditId id) const { return m_edits[id]; }
    [[nodiscard]] const SaveMade &save(SaveId id) const { return m_saves[id]; }
    [[nodiscard]] SaveMade &save(SaveId id) { return m_saves[id]; }
    [[nodiscard]] std::size_t edits() const { return m_edits.size(); }
    [[nodiscard]] std::size_t saves() const { return m_saves.size(); }

    /// An edit's name came to mean two things, or the edit got another name after others had seen it: what
    /// stands in the records of that save may stand there once too often, and nothing may be lost.
    void loosen(SaveId id);
    /// The server went back to an earlier state: from now on it may be that what it has taken comes to it again
    /// under another name.
    void serverWentBack() { m_serverWentBack = true; }
    /// The save has that name on its author's device, or on the server.
    void name(SaveId id, const merge::Dot &name, bool onServer = false);
    [[nodiscard]] bool wasErasedIn(int scope) const;
    /// A copy of its author's device has sent the save once more, under another name: no erasure of the first one
    /// is of that.
    void cameBack(SaveId id) { m_back.add(id); }
    /// The save is told without what a restored server had lost: who had seen it need not have seen that.
    void saysLess(SaveId id) { m_sayLess.add(id); }
    /// True when an edit of that save lies behind such a one: no word of erasure may know of it any more.
    [[nodiscard]] bool liesBehindLess(SaveId id) const;
    /// A word that a record is erased is taken for a word on that edit, too.
    void alsoErases(SaveId word, EditId id);
    /// Somebody began to write this, and the disk refused: its bytes may lie where nothing has been written since.
    void noteRefusedByDisk(const std::vector<EditMade> &edits);
    [[nodiscard]] const std::vector<std::string> &refusedByDisk() const { return m_refusedByDisk; }
    /// True when a server ever said of the record that it is erased, also one that was put back since.
    [[nodiscard]] bool wasErased(const store::RecordKey &key) const { return m_erasures.contains(key); }
    /// The same of a record that the save has edits of.
    [[nodiscard]] bool wasErased(SaveId id) const;
    [[nodiscard]] bool isLoose(const store::RecordKey &key) const { return m_loose.contains(key); }

    /// The fields of a record that anybody ever edited.
    [[nodiscard]] const std::map<std::uint32_t, std::vector<EditId>> &fields(const store::RecordKey &key) const;
    [[nodiscard]] std::vector<store::RecordKey> records() const;
    /// Those of a place, in the order in which they were begun.
    [[nodiscard]] std::vector<store::RecordKey> begunIn(int scope) const;

    /// Edits of a field that a replica has, that were not refused, and of which nothing says that they
    /// are gone by rule.
    [[nodiscard]] std::vector<EditId> standing(const store::RecordKey &key, std::uint32_t field,
                                               const Knowledge &known) const;
    /// What stood in the log when the server said that its record is erased, as far as the replica knows of that.
    [[nodiscard]] IdSet erased(const Knowledge &known) const;
    /// True when the replica knows that the record was ever erased.
    [[nodiscard]] bool isErased(const store::RecordKey &key, const Knowledge &known) const;
    /// Those among them that no other one had seen.
    [[nodiscard]] std::vector<EditId> unseen(const std::vector<EditId> &standing) const;
    /// True when a server once erased that edit, and the author of one that stands had on screen what the same person
    /// wrote there later, and not that: where an older server has lost the word, it lies behind all the same.
    [[nodiscard]] bool mayLieBehind(EditId id, const std::vector<EditId> &standing) const;
    /// What is on screen of every field of a record, and what that had seen.
    [[nodiscard]] std::map<std::uint32_t, IdSet> onScreen(const store::RecordKey &key, const Knowledge &known) const;

private:
    std::vector<EditMade> m_edits;
    std::vector<SaveMade> m_saves;
    std::set<store::RecordKey> m_loose;
    bool m_serverWentBack = false;
    std::map<int, std::vector<store::RecordKey>> m_begun;
    std::map<store::RecordKey, std::vector<SaveId>> m_erasures;
    IdSet m_back;
    IdSet m_sayLess;
    std::vector<std::string> m_refusedByDisk;
    std::map<store::RecordKey, std::map<std::uint32_t, std::vector<EditId>>> m_fields;
};

} // namespace sim
