// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/place.h"
#include "sync/server/rpc.h"

#include <memory>

namespace server {

class OpenStore;

/// Calls AdminService: of the running server when there is one, else of the store itself, which is
/// then this process's until the client is gone.
class AdminClient {
public:
    /// Throws store::Error when the store can be neither opened nor reached.
    explicit AdminClient(const Place &place);
    ~AdminClient();

    /// Throws Problem with the server's sentence. `service` is AdminService or RightsService.
    template <class Response>
    [[nodiscard]] Response call(const std::string &method, const google::protobuf::Message &request,
                                const char *service = "AdminService")
    {
        Response response;
        if (!response.ParseFromString(send(std::string(service) + "/" + method, request.SerializeAsString()))) {
            throw Problem(Code::Internal,
                          "The server's answer could not be read. Use the same version of cadred for both.");
        }
        return response;
    }

private:
    [[nodiscard]] std::string send(const std::string &method, const std::string &body);

    Place m_place;
    std::unique_ptr<OpenStore> m_store;
    Place::Address m_address;
    std::string m_secret;
};

/// One POST of application/proto; the server is known by its pin. `proof` as merge::proveCall makes it, or empty.
/// Throws Problem{unavailable}.
[[nodiscard]] RpcReply post(const Place::Address &address, const std::string &path, const std::string &bearer,
                            const std::string &body, const std::string &proof = {});

} // namespace server
