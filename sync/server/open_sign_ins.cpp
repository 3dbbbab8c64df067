// SPDX-License-Identifier: Apache-2.0
#include "sync/server/open_sign_ins.h"

#include "sync/server/secrets.h"

#include <algorithm>

namespace server {

namespace {

constexpr std::int64_t openMilliseconds = 10LL * 60 * 1000;
constexpr std::int64_t grantedMilliseconds = 2LL * 60 * 1000;
constexpr std::size_t mostOpen = 2000;
/// A school has one address, and its teachers may all begin in one meeting.
constexpr std::size_t mostOpenOfAddress = 300;
constexpr std::size_t secretBytes = 32;

} // namespace

OpenSignIns::OpenSignIns(record::Clock clock, record::Entropy entropy)
    : m_clock(std::move(clock))
    , m_entropy(std::move(entropy))
{
}

void OpenSignIns::forgetOld()
{
    const auto isOld = [now = m_clock()](const auto &one) { return one.second.until <= now; };
    std::erase_if(m_open, isOld);
    std::erase_if(m_granted, isOld);
}

std::optional<OpenSignIns::Begun> OpenSignIns::begin(const WaitingDevice &device, const std::string &address)
{
    forgetOld();
    const auto ofAddress = std::count_if(m_open.begin(), m_open.end(),
                                         [&address](const auto &one) { return one.second.address == address; });
    if (m_open.size() >= mostOpen || static_cast<std::size_t>(ofAddress) >= mostOpenOfAddress) {
        return {};
    }
    Begun begun { { randomText(m_entropy, secretBytes), randomText(m_entropy, secretBytes),
                    randomText(m_entropy, secretBytes) },
                  randomText(m_entropy, secretBytes) };
    m_open[begun.authorization.state] = {
        { device, begun.authorization }, tokenHash(begun.cookie), address, m_clock() + openMilliseconds, false
    };
    return begun;
}

std::optional<OpenSignIns::Returned> OpenSignIns::comeBack(const std::string &state, const std::string &cookie)
{
    forgetOld();
    const auto found = m_open.find(state);
    if (found == m_open.end() || found->second.isBack || !sameSecret(found->second.cookieHash, tokenHash(cookie))) {
        return {};
    }
    found->second.isBack = true;
    return found->second.content;
}

std::optional<OpenSignIns::Returned> OpenSignIns::finish(const std::string &state)
{
    forgetOld();
    const auto found = m_open.find(state);
    if (found == m_open.end() || !found->second.isBack) {
        return {};
    }
    auto content = std::move(found->second.content);
    m_open.erase(found);
    return content;
}

std::string OpenSignIns::grant(const std::string &login, const std::string &challenge)
{
    forgetOld();
    auto code = randomText(m_entropy, secretBytes);
    m_granted[tokenHash(code)] = { login, challenge, m_clock() + grantedMilliseconds };
    return code;
}

std::optional<std::string> OpenSignIns::redeem(const std::string &code, const std::string &verifier)
{
    forgetOld();
    const auto found = m_granted.find(tokenHash(code));
    if (found == m_granted.end()) {
        return {};
    }
    const auto granted = std::move(found->second);
    m_granted.erase(found);
    return sameSecret(granted.challenge, challengeOf(verifier)) ? std::optional(granted.login) : std::nullopt;
}

} // namespace server
