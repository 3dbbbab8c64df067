// SPDX-License-Identifier: Apache-2.0
#include "sync/server/gateway.h"

#include "sync/server/call_proofs.h"
#include "sync/server/membership.h"
#include "sync/server/metrics.h"
#include "sync/server/upkeep.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>

#include <spdlog/spdlog.h>

#include <algorithm>
#include <map>

namespace server {

namespace asio = boost::asio;

namespace {

HttpResponse toHttp(RpcReply reply)
{
    HttpResponse response;
    response.status = reply.status;
    response.contentType = reply.json ? "application/json" : "application/proto";
    response.body = std::move(reply.body);
    return response;
}

/// `application/json; charset=utf-8` without its parameters, in lower case.
std::string mediaType(const std::string &contentType)
{
    std::string type = contentType.substr(0, contentType.find(';'));
    type.erase(std::remove(type.begin(), type.end(), ' '), type.end());
    std::transform(type.begin(), type.end(), type.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c; });
    return type;
}

/// Every method but the ones that a caller without a device uses: those prove who calls by a code or a secret.
bool needsProof(const std::string &path)
{
    return path.rfind("/cadre.sync.v1alpha.EnrollmentService/", 0) != 0
        && path.rfind("/cadre.sync.v1alpha.AdminService/", 0) != 0;
}

struct Waiting {
    RpcCall call;
    HttpServer::Respond respond;
    record::Uuid person;
    asio::steady_timer timer;
};

} // namespace

struct Gateway::Parts {
    Parts(Academy &owned, const RpcTable &methods, Counters &counted)
        : academy(owned)
        , table(methods)
        , counters(counted)
    {
    }

    /// Lets a call of a device pass that the device signed, once; answers any other.
    void admit(RpcCall call, HttpServer::Respond respond);
    void answer(RpcCall call, HttpServer::Respond respond);
    void wait(RpcCall call, HttpServer::Respond respond, const NoNews &news);
    /// Answers a call that waits, even without news.
    void finish(std::uint64_t number);
    void moved(const std::set<record::ScopeId> &scopes);
    /// Answers now whoever of that person waits: some of her devices may have been signed out.
    void endWaiting(const record::Uuid &person);
    void keepHouse();
    /// Brings the store's log in once nobody waits for what made it long.
    void bringLogIn();

    Academy &academy;
    const RpcTable &table;
    Counters &counters;
    std::map<std::uint64_t, Waiting> waiting;
    std::uint64_t nextWaiting = 0;
    bool released = false;
    asio::thread_pool owner { 1 };
    Upkeep upkeep { academy };
    asio::steady_timer upkeepTimer { owner.get_executor() };
    asio::steady_timer logTimer { owner.get_executor() };
    bool logIsDue = false;
    CallProofs proofs { [this] { return academy.now(); }, academy.entropy() };
};

Gateway::Gateway(Academy &academy, const RpcTable &table, Counters &counters)
    : m(std::make_unique<Parts>(academy, table, counters))
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
        asio::post(parts->owner, [parts, person] { parts->endWaiting(person); });
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
    const Code code = status == 413 || status == 431 ? Code::ResourceExhausted
        : status >= 500                              ? Code::Internal
                                                     : Code::InvalidArgument;
    return toHttp(errorReply(code, sentence, status));
}

void Gateway::handle(HttpRequest request, HttpServer::Respond respond)
{
    ++m->counters.requests;
    m->counters.bytesIn += request.body.size();
    const bool read = request.method == "GET" || request.method == "HEAD";
    if (request.target == "/health" && read) {
        // Through the owner's queue: a server that no longer gets anything done is not well.
        asio::post(m->owner, [respond = std::move(respond)] {
            respond({ 200, "text/plain; charset=utf-8", "ok\n", {} });
        });
        return;
    }
    if (request.target == "/metrics" && read) {
        asio::post(m->owner, [this, respond = std::move(respond)] {
            try {
                respond({ 200, "text/plain; version=0.0.4; charset=utf-8", metricsText(m->academy, m->counters), {} });
            } catch (const store::Error &error) {
                spdlog::error("The store failed: {}", error.what());
                respond(refuse(500, "The server could not read its store."));
            }
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
    const std::string type = mediaType(request.contentType);
    call.json = type == "application/json";
    if (!call.json && type != "application/proto") {
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
    if (needsProof(call.path)) {
        call.caller.proof = merge::readCallProof(request.signature);
    }
    if (call.caller.proof) {
        call.caller.signedContent =
            merge::callContent("POST", call.path, call.caller.proof->challenge, call.caller.proof->nonce, call.body);
    }
    call.mayWait = true;
    asio::post(m->owner, [this, call = std::move(call), respond = std::move(respond)]() mutable {
        m->admit(std::move(call), std::move(respond));
    });
}

void Gateway::release()
{
    asio::post(m->owner, [this] {
        m->released = true;
        m->upkeepTimer.cancel();
        m->logTimer.cancel();
        while (!m->waiting.empty()) {
            m->finish(m->waiting.begin()->first);
        }
    });
}

void Gateway::Parts::admit(RpcCall call, HttpServer::Respond respond)
{
    if (!needsProof(call.path)) {
        answer(std::move(call), std::move(respond));
        return;
    }
    const std::string challenge = proofs.challenge();
    auto verdict = CallProofs::Answer::Wanted;
    try {
        const auto device = academy.accounts().withToken(call.caller.bearer);
        if (!device) {
            verdict = CallProofs::Answer::Taken; // The service says that it is not known.
        } else if (call.caller.proof) {
            verdict = proofs.take(*call.caller.proof, call.caller.signedContent, device->publicKey);
        }
    } catch (const store::Error &error) {
        spdlog::error("The store failed: {}", error.what());
        respond(refuse(500, "The server could not read its store. Your work is safe on your device."));
        return;
    }
    if (verdict != CallProofs::Answer::Taken) {
        counters.failures += verdict == CallProofs::Answer::Wrong ? 1 : 0;
        HttpResponse response = toHttp(errorReply(
            Code::Unauthenticated,
            verdict == CallProofs::Answer::Wanted
                ? "This call has to be signed by its device over the challenge that came with this answer. Sign it and "
                  "send it again; an app that goes on saying this needs an update."
                : "This call's signature does not hold, or the call has been here before. Nothing was done."));
        response.challenge = challenge;
        respond(std::move(response));
        return;
    }
    if (call.caller.proof && call.caller.proof->challenge != challenge) {
        respond = [respond = std::move(respond), challenge](HttpResponse response) {
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
        HttpResponse response = toHttp(table.answer(call));
        counters.failures += response.status == 200 ? 0 : 1;
        counters.bytesOut += response.body.size();
        respond(std::move(response));
        bringLogIn();
    } catch (const NoNews &news) {
        wait(std::move(call), std::move(respond), news);
    }
}

void Gateway::Parts::wait(RpcCall call, HttpServer::Respond respond, const NoNews &news)
{
    const std::uint64_t number = nextWaiting++;
    auto &added = waiting
                      .emplace(number,
                               Waiting { std::move(call), std::move(respond), news.person,
                                         asio::steady_timer(owner.get_executor()) })
                      .first->second;
    counters.waiting = static_cast<std::int64_t>(waiting.size());
    added.timer.expires_after(std::chrono::seconds(news.seconds));
    added.timer.async_wait([this, number](const boost::system::error_code &cancelled) {
        if (!cancelled) {
            finish(number);
        }
    });
}

void Gateway::Parts::finish(std::uint64_t number)
{
    const auto place = waiting.find(number);
    if (place == waiting.end()) {
        return;
    }
    RpcCall call = std::move(place->second.call);
    HttpServer::Respond respond = std::move(place->second.respond);
    waiting.erase(place);
    counters.waiting = static_cast<std::int64_t>(waiting.size());
    call.mayWait = false;
    answer(std::move(call), std::move(respond));
}

void Gateway::Parts::endWaiting(const record::Uuid &person)
{
    std::vector<std::uint64_t> hers;
    for (const auto &[number, one] : waiting) {
        if (one.person == person) {
            hers.push_back(number);
        }
    }
    for (const auto number : hers) {
        finish(number);
    }
}

void Gateway::Parts::keepHouse()
{
    if (released) {
        return;
    }
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
    std::vector<std::uint64_t> concerned;
    for (const auto &[number, one] : waiting) {
        const bool reads = memberships
            || std::any_of(scopes.begin(), scopes.end(), [&person = one.person, this](const record::ScopeId &scope) {
                               return academy.membership().mayRead(person, scope);
                           });
        if (reads) {
            concerned.push_back(number);
        }
    }
    for (const auto number : concerned) {
        finish(number);
    }
}

} // namespace server
