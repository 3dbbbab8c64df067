// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "src/ctl/session.h"

#include <google/protobuf/message.h>

#include <string>

namespace ctl {

/// The body of the server's answer to a call of cadre.sync.v1alpha.SERVICE/METHOD, as this device. Throws Failed with a
/// sentence, and WrongUse where the server says that the request is at fault.
[[nodiscard]] std::string answerTo(Session &session, const std::string &service, const std::string &method,
                                   const google::protobuf::Message &request);
/// The same over a connection of its own that says nothing of this device.
[[nodiscard]] std::string answerToNobody(Session &session, const std::string &service, const std::string &method,
                                         const google::protobuf::Message &request);

template <class Response>
Response ask(Session &session, const std::string &service, const std::string &method,
             const google::protobuf::Message &request)
{
    Response response;
    if (!response.ParseFromString(answerTo(session, service, method, request)))
        throw Failed("The server's answer could not be read.");
    return response;
}

} // namespace ctl
