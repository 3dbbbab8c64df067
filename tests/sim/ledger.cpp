// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/ledger.h"

#include <algorithm>

namespace sim {

const char *nameOf(Kind kind)
{
    static constexpr const char *names[] = { "register", "nested", "text", "set", "list", "lattice", "life" };
    return names[static_cast<int>(kind)];
}

bool isRegister(Kind kind)
{
    return kind == Kind::Register || kind == Kind::Nested || kind == Kind::Text || kind == Kind::Life;
}

SaveId Ledger::add(SaveMade save, std::vector<EditMade> edits)
{
    const auto id = static_cast<SaveId>(m_saves.size());
    for (auto &edit : edits) {
        const auto number = static_cast<EditId>(m_edits.size());
        edit.save = id;
        save.edits.push_back(number);
        if (!m_fields.contains(edit.key)) {
            m_begun[save.scope].push_back(edit.key);
        }
        m_fields[edit.key][edit.field].push_back(number);
        m_edits.push_back(std::move(edit));
    }
    if (save.erases) {
        m_erasures[*save.erases].push_back(id);
    }
    m_saves.push_back(std::move(save));
    return id;
}

void Ledger::noteRefusedByDisk(const std::vector<EditMade> &edits)
{
    for (const auto &edit : edits) {
        m_refusedByDisk.push_back(edit.value.value_or(""));
    }
}

void Ledger::loosen(SaveId id)
{
    for (const auto edit : m_saves[id].edits) {
        m_loose.insert(m_edits[edit].key);
    }
}

void Ledger::name(SaveId id, const merge::Dot &name, bool onServer)
{
    auto &names = m_saves[id].names;
    const bool isNew = std::find(names.begin(), names.end(), name) == names.end();
    if (isNew && !names.empty() && m_serverWentBack) {
        loosen(id);
    }
    if (isNew && onServer) {
        names.push_back(name);
    }
}

const std::map<std::uint32_t, std::vector<EditId>> &Ledger::fields(const store::RecordKey &key) const
{
    static const std::map<std::uint32_t, std::vector<EditId>> none;
    const auto found = m_fields.find(key);
    return found == m_fields.end() ? none : found->second;
}

std::vector<store::RecordKey> Ledger::records() const
{
    std::vector<store::RecordKey> keys;
    for (const auto &[key, fields] : m_fields) {
        keys.push_back(key);
    }
    return keys;
}

std::vector<store::RecordKey> Ledger::begunIn(int scope) const
{
    const auto found = m_begun.find(scope);
    return found == m_begun.end() ? std::vector<store::RecordKey>() : found->second;
}

std::vector<EditId> Ledger::standing(const store::RecordKey &key, std::uint32_t field, const Knowledge &known) const
{
    std::vector<EditId> ids;
    const auto &all = fields(key);
    if (const auto found = all.find(field); found != all.end()) {
        std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(ids),
                     [&](EditId id) { return known.counts(m_edits[id].save) && !known.cameErased.has(id); });
    }
    IdSet gone;
    for (const auto id : ids) {
        if (m_edits[id].forgets) {
            gone.add(id);
            gone.add(m_edits[id].seen);
        }
    }
    std::erase_if(ids, [&](EditId id) { return gone.has(id); });
    return ids;
}

IdSet Ledger::erased(const Knowledge &known) const
{
    IdSet ids;
    for (const auto &[key, words] : m_erasures) {
        for (const auto word : words) {
            for (const auto id : known.counts(word) ? m_saves[word].edits : std::vector<EditId>()) {
                ids.add(m_edits[id].seen);
            }
        }
    }
    for (const auto save : m_back.all()) {
        for (const auto id : m_saves[save].edits) {
            ids.remove(id);
        }
    }
    return ids;
}

bool Ledger::wasErasedIn(int scope) const
{
    return std::any_of(m_erasures.begin(), m_erasures.end(),
                       [&](const auto &one) { return m_saves[one.second.front()].scope == scope; });
}

bool Ledger::wasErased(SaveId id) const
{
    const auto &edits = m_saves[id].edits;
    return std::any_of(edits.begin(), edits.end(), [&](EditId edit) { return wasErased(m_edits[edit].key); });
}

bool Ledger::isErased(const store::RecordKey &key, const Knowledge &known) const
{
    const auto found = m_erasures.find(key);
    return found != m_erasures.end()
        && std::any_of(found->second.begin(), found->second.end(), [&](SaveId word) { return known.counts(word); });
}

std::vector<EditId> Ledger::unseen(const std::vector<EditId> &standing) const
{
    std::vector<EditId> ids;
    std::copy_if(standing.begin(), standing.end(), std::back_inserter(ids), [&](EditId id) {
        return std::none_of(standing.begin(), standing.end(),
                            [&](EditId other) { return m_edits[other].seen.has(id); });
    });
    return ids;
}

void Ledger::alsoErases(SaveId word, EditId id)
{
    for (const auto said : m_saves[word].edits) {
        if (m_edits[said].key == m_edits[id].key && m_edits[said].field == m_edits[id].field) {
            m_edits[said].seen.add(id);
        }
    }
}

bool Ledger::liesBehindLess(SaveId id) const
{
    const auto less = m_sayLess.all();
    const auto &edits = m_saves[id].edits;
    return std::any_of(less.begin(), less.end(), [&](SaveId save) {
        return std::any_of(m_saves[save].edits.begin(), m_saves[save].edits.end(), [&](EditId later) {
            return std::any_of(edits.begin(), edits.end(), [&](EditId one) { return m_edits[later].seen.has(one); });
        });
    });
}

bool Ledger::mayLieBehind(EditId id, const std::vector<EditId> &standing) const
{
    const auto &edit = m_edits[id];
    const auto words = m_erasures.find(edit.key);
    const auto covers = [&](SaveId word) {
        const auto &said = m_saves[word].edits;
        return std::any_of(said.begin(), said.end(), [&](EditId one) { return m_edits[one].seen.has(id); });
    };
    if (words == m_erasures.end() || std::none_of(words->second.begin(), words->second.end(), covers)) {
        return false;
    }
    const auto &all = fields(edit.key).at(edit.field);
    return std::any_of(all.begin(), all.end(), [&](EditId later) {
        return m_edits[later].save > edit.save && m_saves[m_edits[later].save].author == m_saves[edit.save].author
            && std::any_of(standing.begin(), standing.end(),
                           [&](EditId other) { return m_edits[other].seen.has(later); });
    });
}

std::map<std::uint32_t, IdSet> Ledger::onScreen(const store::RecordKey &key, const Knowledge &known) const
{
    std::map<std::uint32_t, IdSet> seen;
    for (const auto &[field, ids] : fields(key)) {
        for (const auto id : standing(key, field, known)) {
            seen[field].add(id);
            seen[field].add(m_edits[id].seen);
        }
    }
    return seen;
}

} // namespace sim
