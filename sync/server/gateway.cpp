// SPDX-License-Identifier: Apache-2.0
#include "sync/server/gateway.h"

#include "sync/server/admission.h"
#include "sync/server/gateway_log.h"
#include "sync/server/membership.h"
#include "sync/server/metrics.h"
#include "sync/server/notify.h"
#include "sync/server/page_calls.h"
#include "sync/server/upkeep.h"
#include "sync/server/waiting_calls.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>

namespace server {

namespace asio = boost::asio;

namespace {

using std::chrono::steady_clock;

double secondsSince(steady_clock::time_point begin)
{
    return std::chrono::duration<double>(steady_clock::now() - begin).count();
}

/// Not the same for all, so that they don't all come back at once.
int soon(int seconds)
{
    thread_local std::minstd_rand random { std::random_device {}() };
    return std::uniform_int_distribution<int>(seconds, 2 * seconds)(random);
}

constexpr const char *busy =
    "The server is busy at the moment. What is saved on this device is safe; it goes on in a moment.";

HttpResponse toHttp(RpcReply reply)
{
    HttpResponse response;
    constexpr int pause = 2;
    response.retryAfter = reply.status == 429 || reply.status == 503 ? soon(pause) : 0;
    response.status = reply.status;
    response.contentType = reply.json ? "application/json" : "application/proto";
    response.body = std::move(reply.body);
    response.challenge = std::move(reply.challenge);
    return response;
}

} // namespace

struct Gateway::Parts {
    Parts(Academy &owned, const RpcTable &methods, Counters &counted, const GatewayLimits &given, SignIn *signIn)
        : academy(owned)
        , table(methods)
        , counters(counted)
        , limits(given)
        , admission(owned, counted, given.asking)
        , pages(owner.get_executor(), signIn, given.signingIn)
        , slow(given.slow)
    {
    }

    /// Runs on the owner's thread, in turn. Answers with `busy` at once when too many wait there.
    void queue(HttpServer::Respond respond, std::function<void(HttpServer::Respond)> act);
    /// Lets a call pass that may, and answers any other.
    void admit(RpcCall call, HttpServer::Respond respond);
    [[nodiscard]] HttpResponse refuseByLoad() const;
    void answer(RpcCall call, HttpServer::Respond respond);
    void prepare(RpcCall call, HttpServer::Respond respond, const NeedsSlowWork &needed);
    /// Sends an answer, counted and logged. `worked` is in seconds, on this thread.
    void deliver(const RpcCall &call, HttpResponse response, const HttpServer::Respond &respond, double worked);
    void moved(const std::set<record::ScopeId> &scopes);
    void keepHouse();
    /// Brings the store's log in once nobody waits for what made it long.
    void bringLogIn();

    Academy &academy;
    const RpcTable &table;
    Counters &counters;
    const GatewayLimits limits;
    Admission admission;
    std::atomic<std::size_t> queued { 0 };
    CallTimes calls;
    std::uint64_t refusalsTold = 0;
    bool released = false;
    asio::thread_pool owner { 1 };
    WaitingCalls waiting { owner.get_executor(), counters, limits.waitingOfPerson,
                           [this](RpcCall call, HttpServer::Respond respond) {
                               answer(std::move(call), std::move(respond));
                           } };
    Upkeep upkeep { academy };
    asio::steady_timer upkeepTimer { owner.get_executor() };
    asio::steady_timer logTimer { owner.get_executor() };
    bool logIsDue = false;
    PageCalls pages;
    SlowWork slow; ///< Ends first: its results go to the owner.
};

Gateway::Gateway(Academy &academy, const RpcTable &table, Counters &counters, const GatewayLimits &limits,
                 SignIn *signIn)
    : m(std::make_unique<Parts>(academy, table, counters, limits, signIn))
{
    academy.database().bringLogInLater();
    academy.onMoved = [parts = m.get()](const std::set<record::ScopeId> &scopes) {
        // After the call that moved them has been answered.
        asio::post(parts->owner, [parts, scopes] {
            try {
                parts->moved(scopes);
            } catch (const store::Error &error) {
                // Who waits learns of it when the wait is over.
                spdlog::error("The store failed: {}", error.what());
            }
        });
    };
    academy.onSignedOut = [parts = m.get()](const record::Uuid &person) {
        // Some of her devices may have been signed out.
        asio::post(parts->owner, [parts, person] {
            parts->waiting.end([&person](const record::Uuid &waits) { return waits == person; });
        });
    };
    asio::post(m->owner, [parts = m.get()] { parts->keepHouse(); });
}

Gateway::~Gateway()
{
    release();
    m->owner.join();
    m->academy.onMoved = nullptr;
    m->academy.onSignedOut = nullptr;
}

HttpResponse Gateway::refuse(int status, const std::string &sentence)
{
    const Code code = status == 403                       ? Code::PermissionDenied
        : status == 413 || status == 431 || status == 429 ? Code::ResourceExhausted
        : status == 503                                   ? Code::Unavailable
        : status >= 500                                   ? Code::Internal
                                                          : Code::InvalidArgument;
    return toHttp(errorReply(code, sentence, status));
}

void Gateway::handle(HttpRequest request, HttpServer::Respond respond)
{
    ++m->counters.requests;
    m->counters.bytesIn += request.body.size();
    if (const auto wait = m->admission.enter(request.address); wait > 0) {
        HttpResponse response = refuse(429, busy);
        response.retryAfter = soon(static_cast<int>(1 + wait / 1000));
        respond(std::move(response));
        return;
    }
    const bool read = request.method == "GET" || request.method == "HEAD";
    if (request.target == "/health" && read) {
        // Through the owner's queue: a server that no longer gets anything done is not well.
        m->queue(std::move(respond), [](const HttpServer::Respond &answer) {
            answer({ 200, "text/plain; charset=utf-8", "ok\n", {} });
        });
        return;
    }
    if (request.target == "/metrics" && read && !request.loopback) {
        respond(refuse(403, "The metrics are read on the server's own machine."));
        return;
    }
    if (request.target == "/metrics" && read) {
        m->queue(std::move(respond), [this](const HttpServer::Respond &answer) {
            try {
                answer({ 200,
                         "text/plain; version=0.0.4; charset=utf-8",
                         metricsText(m->academy, m->counters, m->calls),
                         {} });
            } catch (const store::Error &error) {
                spdlog::error("The store failed: {}", error.what());
                answer(refuse(500, "The server could not read its store."));
            }
        });
        return;
    }
    if (request.method == "GET" && m->pages.has(request.target)) {
        m->queue(std::move(respond), [this, request = std::move(request)](HttpServer::Respond answer) mutable {
            m->pages.answer(std::move(request), std::move(answer));
        });
        return;
    }
    if (!m->table.knows(request.target)) {
        respond(toHttp(errorReply(Code::Unimplemented, "This server has no method of that name.")));
        return;
    }
    if (request.method != "POST") {
        HttpResponse response = toHttp(errorReply(Code::Unimplemented, "This method takes POST requests only.", 405));
        response.allow = "POST";
        respond(std::move(response));
        return;
    }
    RpcCall call;
    call.json = request.contentType == "application/json";
    if (!call.json && request.contentType != "application/proto") {
        respond(toHttp(
            errorReply(Code::InvalidArgument, "This server takes application/proto and application/json.", 415)));
        return;
    }
    if (!request.contentEncoding.empty() && request.contentEncoding != "identity") {
        respond(toHttp(errorReply(Code::Unimplemented, "This server takes bodies as they are, without compression.")));
        return;
    }
    call.path = std::move(request.target);
    call.body = std::move(request.body);
    call.caller = { std::move(request.bearer), std::move(request.address), request.loopback, {}, {} };
    if (Admission::needsProof(call.path)) {
        call.caller.proof = merge::readCallProof(request.signature);
    }
    if (call.caller.proof) {
        call.caller.signedContent =
            merge::callContent("POST", call.path, call.caller.proof->challenge, call.caller.proof->nonce, call.body);
    }
    call.mayWait = true;
    m->queue(std::move(respond), [this, call = std::move(call)](HttpServer::Respond answer) mutable {
        m->admit(std::move(call), std::move(answer));
    });
}

HttpResponse Gateway::Parts::refuseByLoad() const
{
    ++counters.refusedByLoad;
    return refuse(503, busy);
}

void Gateway::Parts::queue(HttpServer::Respond respond, std::function<void(HttpServer::Respond)> act)
{
    if (queued.fetch_add(1) >= limits.queued) {
        --queued;
        respond(refuseByLoad());
        return;
    }
    const auto begin = steady_clock::now();
    asio::post(owner, [this, begin, respond = std::move(respond), act = std::move(act)]() mutable {
        --queued;
        if (steady_clock::now() - begin > std::chrono::seconds(limits.longestQueueSeconds)) {
            respond(refuseByLoad());
            return;
        }
        act(std::move(respond));
    });
}

void Gateway::release()
{
    asio::post(m->owner, [this] {
        m->released = true;
        m->upkeepTimer.cancel();
        m->logTimer.cancel();
        m->waiting.end([](const record::Uuid &) { return true; });
    });
}

void Gateway::Parts::admit(RpcCall call, HttpServer::Respond respond)
{
    std::optional<RpcReply> refusal;
    try {
        refusal = admission.refusalOf(call);
    } catch (const store::Error &error) {
        spdlog::error("The store failed: {}", error.what());
        refusal = errorReply(Code::Internal, "The server could not read its store. Your work is safe on your device.");
    }
    if (refusal) {
        deliver(call, toHttp(std::move(*refusal)), respond, 0);
        return;
    }
    if (auto challenge = admission.newChallenge(call); !challenge.empty()) {
        respond = [respond = std::move(respond), challenge = std::move(challenge)](HttpResponse response) {
            response.challenge = challenge;
            respond(std::move(response));
        };
    }
    answer(std::move(call), std::move(respond));
}

void Gateway::Parts::answer(RpcCall call, HttpServer::Respond respond)
{
    call.mayWait = call.mayWait && !released;
    try {
        const auto begin = steady_clock::now();
        HttpResponse response = toHttp(table.answer(call));
        if (response.status == 401) {
            admission.wasStranger(call.caller.address);
        }
        counters.failures += response.status == 200 ? 0 : 1;
        deliver(call, std::move(response), respond, secondsSince(begin));
        bringLogIn();
    } catch (const NoNews &news) {
        if (waiting.hasRoomFor(news.person)) {
            waiting.add(std::move(call), std::move(respond), news);
        } else {
            call.mayWait = false;
            answer(std::move(call), std::move(respond));
        }
    } catch (const NeedsSlowWork &needed) {
        prepare(std::move(call), std::move(respond), needed);
    }
}

void Gateway::Parts::prepare(RpcCall call, HttpServer::Respond respond, const NeedsSlowWork &needed)
{
    auto kept = std::make_shared<std::pair<RpcCall, HttpServer::Respond>>(std::move(call), std::move(respond));
    const bool taken = slow.offer(needed, [this, kept](std::string result, bool failed) {
        asio::post(owner, [this, kept, failed, result = std::move(result)]() mutable {
            if (failed) {
                kept->second(refuseByLoad());
                return;
            }
            kept->first.prepared = std::move(result);
            answer(std::move(kept->first), std::move(kept->second));
        });
    });
    if (!taken) {
        kept->second(refuseByLoad());
    }
}

void Gateway::Parts::deliver(const RpcCall &call, HttpResponse response, const HttpServer::Respond &respond,
                             double worked)
{
    const std::string method = call.path.substr(call.path.rfind('/') + 1);
    const double seconds = secondsSince(call.arrived);
    calls.note(method, response.status, seconds);
    if (method == "Backup" && response.status == 200) {
        try {
            noteBackup(academy);
        } catch (const store::Error &error) {
            spdlog::error("The store failed: {}", error.what());
        }
    }
    logCall({ method, response.status, call.body.size(), response.body.size(), seconds, worked });
    counters.bytesOut += response.body.size();
    respond(std::move(response));
}

void Gateway::Parts::keepHouse()
{
    if (released) {
        return;
    }
    tellServiceManager("WATCHDOG=1");
    refusalsTold = logRefusals(counters, refusalsTold);
    upkeepTimer.expires_after(std::chrono::milliseconds(upkeep.step()));
    upkeepTimer.async_wait([this](const boost::system::error_code &cancelled) {
        if (!cancelled) {
            keepHouse();
        }
    });
}

void Gateway::Parts::bringLogIn()
{
    if (logIsDue || released || !academy.database().isLogLong()) {
        return;
    }
    logIsDue = true;
    // Who pushed asks on at once.
    logTimer.expires_after(std::chrono::milliseconds(200));
    logTimer.async_wait([this](const boost::system::error_code &cancelled) {
        logIsDue = false;
        if (!cancelled) {
            academy.database().bringLogIn();
        }
    });
}

void Gateway::Parts::moved(const std::set<record::ScopeId> &scopes)
{
    // Who may read what may itself have changed with these.
    const bool memberships = std::any_of(scopes.begin(), scopes.end(), [](const record::ScopeId &scope) {
        return scope.kind == cadre::v1::SCOPE_KIND_PEOPLE || scope.kind == cadre::v1::SCOPE_KIND_SCHOOL_TEAM;
    });
    waiting.end([&](const record::Uuid &person) {
        return memberships || std::any_of(scopes.begin(), scopes.end(), [&](const record::ScopeId &scope) {
                   return academy.membership().mayRead(person, scope);
               });
    });
}

} // namespace server
