// SPDX-License-Identifier: Apache-2.0
#include "sync/server/protocol.h"

#include "sync/server/problem.h"

namespace server {

void requireProtocol(const cadre::sync::v1::Protocol *protocol)
{
    if (protocol != nullptr && protocol->lowest() > protocolSpoken) {
        throw Problem(Code::FailedPrecondition,
                      "This app is newer than the server. What is saved on the device is safe; ask who "
                      "runs the server to update it.");
    }
}

} // namespace server
