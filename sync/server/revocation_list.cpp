// SPDX-License-Identifier: Apache-2.0
#include "sync/server/revocation_list.h"

#include "sync/server/grants.h"

#include <spdlog/spdlog.h>

#include <utility>

namespace server {

RevocationList::RevocationList(store::Database &database, const Accounts &accounts, const Keys &keys,
                               record::Clock clock)
    : m_database(database)
    , m_accounts(accounts)
    , m_keys(keys)
    , m_clock(std::move(clock))
{
}

const RevocationList::Current *RevocationList::current(std::uint64_t epoch)
{
    const auto signOuts = m_accounts.signOuts();
    const auto keys = m_keys.known().changedAt;
    if (m_current && m_signOuts == signOuts && m_keysChangedAt == keys && m_current->content.epoch == epoch) {
        return &*m_current;
    }
    try {
        read();
        auto next = contentNow(epoch);
        const bool isSame = m_current && m_current->content.epoch == epoch && m_current->content.sites == next.sites
            && m_current->content.ended == next.ended;
        if (!isSame) {
            issue(std::move(next));
        }
        m_signOuts = signOuts;
        m_keysChangedAt = keys;
    } catch (const store::Error &error) {
        spdlog::error("The list of signed-out devices could not be stored: {}", error.what());
    }
    return m_current ? &*m_current : nullptr;
}

void RevocationList::read()
{
    m_current.reset();
    store::Statement select(m_database, "SELECT list, signature FROM server_revocations WHERE id = 1");
    if (!select.step()) {
        return;
    }
    Current stored;
    stored.list.set_revocations(select.blob(0));
    stored.list.set_signature(select.blob(1));
    if (auto content = merge::verified(stored.list, m_keys.known().keys)) {
        stored.content = std::move(*content);
        m_current = std::move(stored);
    }
}

merge::Revocations RevocationList::contentNow(std::uint64_t epoch) const
{
    merge::Revocations next;
    next.epoch = epoch;
    next.number = m_current ? m_current->content.number + 1 : 1;
    next.issuedAt = m_clock();
    const auto sites = m_accounts.signedOutSites();
    next.sites.insert(sites.begin(), sites.end());
    if (m_current) {
        next.ended = m_current->content.ended;
    }
    std::erase_if(next.ended, [&](const auto &ended) { return ended.second + grantMilliseconds < next.issuedAt; });
    for (const auto &person : m_accounts.suspendedPeople()) {
        const bool isNew = !m_current || !m_current->content.ended.contains(person);
        if (isNew) {
            next.ended[person] = next.issuedAt + 1;
        }
    }
    return next;
}

void RevocationList::issue(merge::Revocations content)
{
    Current next;
    next.list.set_revocations(merge::encoded(content));
    next.list.set_signature(m_keys.sign(merge::revocationsDomain, next.list.revocations()));
    next.content = std::move(content);
    store::Statement write(m_database, "REPLACE INTO server_revocations (id, list, signature) VALUES (1, ?, ?)");
    write.bindBlob(1, next.list.revocations()).bindBlob(2, next.list.signature()).run();
    m_current = std::move(next);
}

} // namespace server
