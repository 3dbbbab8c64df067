// SPDX-License-Identifier: Apache-2.0
#include "sync/server/notify.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdlib>
#include <cstring>

namespace server {

void tellServiceManager(const char *state)
{
    const char *path = std::getenv("NOTIFY_SOCKET");
    sockaddr_un address {};
    if (path == nullptr || (*path != '/' && *path != '@') || std::strlen(path) >= sizeof(address.sun_path)) {
        return;
    }
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path, std::strlen(path));
    if (*path == '@') {
        address.sun_path[0] = '\0';
    }
    const int line = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (line >= 0) {
        const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + std::strlen(path));
        (void)::sendto(line, state, std::strlen(state), MSG_NOSIGNAL, reinterpret_cast<sockaddr *>(&address), size);
        ::close(line);
    }
}

} // namespace server
