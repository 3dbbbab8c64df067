// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/https_caller.h"

#include "sync/merge/call_proof.h"

#include <fmt/format.h>
#include <zstd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace bench {

namespace {

std::uint16_t portOf(const std::string &url)
{
    return static_cast<std::uint16_t>(std::stoi(url.substr(url.rfind(':') + 1)));
}

/// The value of a header, its name in lower case; empty when it is not there.
std::string headerOf(const std::string &head, const std::string &name)
{
    std::string lower(head);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
    const auto found = lower.find("\r\n" + name + ": ");
    if (found == std::string::npos)
        return {};
    const auto begin = found + name.size() + 4;
    return head.substr(begin, head.find("\r\n", begin) - begin);
}

std::string expanded(const std::string &packed)
{
    const auto size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    std::string out(size, '\0');
    if (ZSTD_isError(size) || ZSTD_decompress(out.data(), out.size(), packed.data(), packed.size()) != out.size())
        throw std::runtime_error("An answer did not come through.");
    return out;
}

} // namespace

HttpsCaller::HttpsCaller(const std::string &url)
    : m_url(url)
    , m_line(connectTo(portOf(url)))
{
}

std::string HttpsCaller::readHead()
{
    std::string head;
    while (!head.ends_with("\r\n\r\n"))
        head += m_line->read(1);
    return head;
}

engine::Reply HttpsCaller::post(const engine::Call &call, const engine::Identity &identity)
{
    if (identity.token.empty())
        return send(call, {});
    const auto bearer = fmt::format("Authorization: Bearer {}\r\n", identity.token);
    if (m_challenge.empty())
        (void)send({ call.path, {} }, bearer);
    for (bool again = false;; again = true) {
        const auto over = m_challenge;
        const auto proof = merge::proveCall("POST", call.path, over, call.body, identity.signingKey);
        auto reply = send(call, fmt::format("{}Cadre-Signature: {}\r\n", bearer, proof));
        if (reply.status != 401 || again || m_challenge == over)
            return reply;
    }
}

engine::Reply HttpsCaller::send(const engine::Call &call, const std::string &headers)
{
    const auto request = fmt::format("POST {} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/proto\r\n"
                                     "Accept-Encoding: zstd\r\n{}Content-Length: {}\r\n\r\n",
                                     call.path, headers, call.body.size())
        + call.body;
    m_line->write(request);
    const auto head = readHead();
    engine::Reply reply { std::stoi(head.substr(head.find(' ') + 1)), {}, {} };
    reply.body = m_line->read(std::stoul(headerOf(head, "content-length")));
    m_bytes += request.size() + head.size() + reply.body.size();
    if (headerOf(head, "content-encoding") == "zstd")
        reply.body = expanded(reply.body);
    if (const auto told = headerOf(head, "cadre-challenge"); !told.empty())
        m_challenge = told;
    return reply;
}

} // namespace bench
