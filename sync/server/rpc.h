// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/merge/call_proof.h"
#include "sync/record/id.h"
#include "sync/server/problem.h"
#include "sync/server/slow_work.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace server {

/// Who calls, as the transport saw it.
struct Caller {
    std::string bearer; ///< What stood behind `Authorization: Bearer`.
    std::string address; ///< Without the port.
    bool loopback = false;
    std::optional<merge::CallProof> proof; ///< As it came, not yet looked at.
    std::string signedContent; ///< Of this call, under that proof.
};

/// One unary call of the Connect protocol, free of HTTP.
struct RpcCall {
    std::string path; ///< `/cadre.sync.v1.SyncService/Push`.
    bool json = false;
    std::string body;
    Caller caller;
    /// Whether the answer may be put off until there is news.
    bool mayWait = false;
    /// What the slow work gave that the handler asked for.
    std::optional<std::string> prepared;
    std::chrono::steady_clock::time_point arrived = std::chrono::steady_clock::now();
};

struct RpcReply {
    int status = 200;
    bool json = false;
    std::string body;
    std::string challenge {}; ///< For the caller's next calls, where the answer tells one.
};

/// The Connect protocol's error, as JSON.
[[nodiscard]] RpcReply errorReply(Code code, const std::string &sentence, int status = 0);

/// Thrown by a handler that has no news yet and whose caller agreed to wait.
struct NoNews {
    unsigned seconds = 0;
    record::Uuid person;
};

/// The methods that this server answers, by path: the descriptors say what goes in and out.
class RpcTable {
public:
    template <class Request, class Response>
    void add(const std::string &service, const std::string &method,
             std::function<Response(const RpcCall &, const Request &)> handler)
    {
        addMethod(
            service, method, Request::descriptor(), Response::descriptor(),
            [handler = std::move(handler)](const RpcCall &call, const google::protobuf::Message &request) {
                return std::make_unique<Response>(handler(call, static_cast<const Request &>(request)));
            },
            &Request::default_instance());
    }

    /// True for a path that is a method here.
    [[nodiscard]] bool knows(const std::string &path) const { return m_methods.find(path) != m_methods.end(); }

    /// Reads the body, calls the handler, writes the answer or the error. Throws NoNews and NeedsSlowWork only.
    [[nodiscard]] RpcReply answer(const RpcCall &call) const;

private:
    using Handler =
        std::function<std::unique_ptr<google::protobuf::Message>(const RpcCall &, const google::protobuf::Message &)>;
    struct Method {
        Handler handler;
        const google::protobuf::Message *prototype = nullptr;
    };
    void addMethod(const std::string &service, const std::string &method, const google::protobuf::Descriptor *input,
                   const google::protobuf::Descriptor *output, Handler handler,
                   const google::protobuf::Message *prototype);

    std::map<std::string, Method> m_methods;
};

} // namespace server
