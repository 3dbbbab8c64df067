// SPDX-License-Identifier: Apache-2.0
#include "sync/server/call_proofs.h"

#include "sync/merge/change.h"
#include "sync/server/secrets.h"

#include <array>

namespace server {

namespace {

constexpr std::int64_t periodMilliseconds = 5LL * 60 * 1000;
/// Calls remembered under one challenge, of 16 bytes each; with more the next one begins at once.
constexpr std::size_t mostTaken = 500'000;
constexpr std::size_t rememberedBytes = 16;

} // namespace

CallProofs::CallProofs(record::Clock clock, record::Entropy entropy)
    : m_clock(std::move(clock))
    , m_entropy(std::move(entropy))
{
    begin();
}

void CallProofs::begin()
{
    std::array<std::uint8_t, 16> random {};
    m_entropy(random.data(), random.size());
    m_before = std::move(m_current);
    m_current = { base64Url({ reinterpret_cast<const char *>(random.data()), random.size() }), m_clock(), {} };
}

const std::string &CallProofs::challenge()
{
    const auto age = m_clock() - m_current.begun;
    // A clock that was set back must not stretch a period.
    if (age > periodMilliseconds || age < 0 || m_current.taken.size() > mostTaken) {
        begin();
    }
    if (age > 2 * periodMilliseconds) {
        m_before = {};
    }
    return m_current.challenge;
}

CallProofs::Answer CallProofs::take(const merge::CallProof &proof, const std::string &content,
                                    const std::string &publicKey)
{
    (void)challenge();
    Period *period = proof.challenge == m_current.challenge                    ? &m_current
        : !m_before.challenge.empty() && proof.challenge == m_before.challenge ? &m_before
                                                                               : nullptr;
    if (period == nullptr) {
        return Answer::Wanted;
    }
    if (!merge::isSigned(merge::callDomain, content, proof.signature, publicKey)) {
        return Answer::Wrong;
    }
    const auto key = merge::hash("cadre.call-taken.v1", { publicKey, content }).substr(0, rememberedBytes);
    return period->taken.insert(key).second ? Answer::Taken : Answer::Wrong;
}

} // namespace server
