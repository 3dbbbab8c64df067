// SPDX-License-Identifier: Apache-2.0
#include "sync/server/form_text.h"

#include "tests/fuzz/target.h"

namespace fuzz {

namespace {

/// What a browser brings to the sign-in pages: a query and a cookie header.
void run(std::string_view text)
{
    if (const auto fields = server::parseForm(text)) {
        require(server::parseForm(server::formText(*fields)) == fields, "a form says the same when it is written anew");
    }
    const auto cookie = server::cookieNamed(text, "sign-in");
    require(cookie.find(';') == std::string::npos, "a cookie ends where the next begins");
}

std::vector<std::string> seeds()
{
    return { "code=abc%20d&state=x%2Fy", "error=access_denied&state=", "sign-in=abc; other=1" };
}

} // namespace

const Target formText { "form_text", nullptr, &run, &seeds };

} // namespace fuzz
