// SPDX-License-Identifier: Apache-2.0
#include "sync/server/page_calls.h"

#include "sync/server/gateway_log.h"
#include "sync/server/sign_in.h"
#include "sync/server/sign_in_pages.h"
#include "sync/store/database.h"

#include <boost/asio/post.hpp>

#include <spdlog/spdlog.h>

#include <memory>
#include <utility>

namespace server {

PageCalls::PageCalls(const Owner &owner, SignIn *signIn, const SlowWork::Limits &limits)
    : m_owner(owner)
    , m_signIn(signIn)
    , m_slow(limits)
{
}

bool PageCalls::has(const std::string &target) const
{
    return m_signIn != nullptr && m_signIn->hasPage(target);
}

void PageCalls::answer(HttpRequest request, HttpServer::Respond respond, const std::optional<std::string> &prepared)
{
    const auto target = request.target;
    HttpResponse response;
    try {
        response = m_signIn->answer(request, prepared);
    } catch (const NeedsSlowWork &needed) {
        auto kept = std::make_shared<std::pair<HttpRequest, HttpServer::Respond>>(std::move(request), respond);
        const bool taken = m_slow.offer(needed, [this, kept](std::string result, bool failed) {
            boost::asio::post(m_owner, [this, kept, failed, result = std::move(result)] {
                answer(std::move(kept->first), std::move(kept->second), failed ? std::string() : result);
            });
        });
        if (taken) {
            return;
        }
        response = signInPage(SignInEnd::Busy);
    } catch (const store::Error &error) {
        spdlog::error("The store failed: {}", error.what());
        response = signInPage(SignInEnd::Busy);
    }
    logCall({ target, response.status, 0, response.body.size(), 0, 0 });
    respond(std::move(response));
}

} // namespace server
