// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/call.h"

#include "sync/transport/sync_driver.h"

#include <QEventLoop>

namespace ctl {

namespace {

std::string answerTo(Session &session, const std::string &path, const google::protobuf::Message &request,
                     bool asThisDevice)
{
    if (!session.device().isEnrolled())
        throw Failed("This device is not enrolled yet; ask for an invite and run “enroll --server URL --invite CODE”.");
    transport::QtTransport transport;
    auto identity = session.device().identity();
    if (!asThisDevice) {
        identity.token.clear();
        identity.signingKey.clear();
    }
    transport::useIdentity(transport, identity);
    QEventLoop loop;
    engine::Reply reply;
    transport.post({ path, request.SerializeAsString() }, [&](const engine::Reply &told) {
        reply = told;
        loop.quit();
    });
    loop.exec();
    if (reply.status == 0)
        throw Failed(reply.problem);
    if (reply.status == 200)
        return reply.body;
    const auto error = transport::serverError(reply);
    if (error.code == "invalid_argument")
        throw WrongUse(error.message.toStdString());
    throw Failed(error.message.isEmpty() ? "The server's answer could not be read." : error.message.toStdString());
}

std::string pathOf(const std::string &service, const std::string &method)
{
    return "/cadre.sync.v1alpha." + service + "/" + method;
}

} // namespace

std::string answerTo(Session &session, const std::string &service, const std::string &method,
                     const google::protobuf::Message &request)
{
    return answerTo(session, pathOf(service, method), request, true);
}

std::string answerToNobody(Session &session, const std::string &service, const std::string &method,
                           const google::protobuf::Message &request)
{
    return answerTo(session, pathOf(service, method), request, false);
}

} // namespace ctl
