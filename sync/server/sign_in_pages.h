// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/server/http_server.h"

#include <string>

namespace server {

/// What came of a sign-in, for the person in front of the browser. Nothing was changed in any of these.
enum class SignInEnd {
    NotUnderstood, ///< The address is not one that an app opens.
    Busy,
    ProviderAway,
    ProviderRefused,
    Lost, ///< It has ended, or is another browser's.
    Unknown, ///< Nobody here is linked with who signed in.
    Suspended,
};

[[nodiscard]] HttpResponse signInPage(SignInEnd end);
[[nodiscard]] HttpResponse redirectTo(const std::string &address);

} // namespace server
