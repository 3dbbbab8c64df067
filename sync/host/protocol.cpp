// SPDX-License-Identifier: Apache-2.0
#include "sync/host/protocol.h"

#include "sync/host/problem.h"

namespace host {

void requireProtocol(const cadre::sync::v1::Protocol *protocol)
{
    if (protocol != nullptr && protocol->lowest() > protocolSpoken) {
        throw Problem(Code::FailedPrecondition,
                      "This app is newer than the server. What is saved on the device is safe; ask who "
                      "runs the server to update it.");
    }
}

} // namespace host
