// SPDX-License-Identifier: Apache-2.0
#include "sync/server/sign_in_pages.h"

#include <fmt/format.h>

namespace server {

namespace {

struct Words {
    int status;
    const char *title;
    const char *text;
};

Words wordsOf(SignInEnd end)
{
    switch (end) {
    case SignInEnd::NotUnderstood:
        return { 400, "Begin in the app", "This page is opened by Cadre. Open the app and choose to sign in there." };
    case SignInEnd::Busy:
        return { 503, "One moment", "Many people are signing in just now. Wait a minute, then try again in the app." };
    case SignInEnd::ProviderAway:
        return { 502, "The sign-in can’t be reached",
                 "Your school’s sign-in does not answer at the moment. Nothing was changed. Try again later, or use "
                 "an invitation code." };
    case SignInEnd::ProviderRefused:
        return { 403, "The sign-in did not finish",
                 "Your school’s sign-in did not confirm who you are. Nothing was changed. Go back to the app to try "
                 "again." };
    case SignInEnd::Lost:
        return { 400, "This sign-in has ended",
                 "It took longer than ten minutes, was finished already, or was begun in another browser. Nothing was "
                 "changed. Go back to the app to try again." };
    case SignInEnd::Unknown:
        return { 403, "Nobody is linked with this sign-in",
                 "Your school knows you, and this academy does not know yet who you are here. Nothing was changed. "
                 "Ask your academy’s office to link your account, then try again in the app." };
    case SignInEnd::Suspended:
        return { 403, "This account is suspended", "Nothing was changed. Ask your academy’s office what to do." };
    }
    return {};
}

} // namespace

HttpResponse signInPage(SignInEnd end)
{
    const auto words = wordsOf(end);
    HttpResponse response;
    response.status = words.status;
    response.contentType = "text/html; charset=utf-8";
    response.retryAfter = words.status == 503 ? 60 : 0;
    response.body = fmt::format(R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{0} · Cadre</title>
<style>
:root {{ color-scheme: light dark; font: 1.1rem/1.5 system-ui, sans-serif; }}
main {{ max-width: 32rem; margin: 15vh auto; padding: 0 1.5rem; }}
h1 {{ font-size: 1.5rem; line-height: 1.25; }}
</style>
<main>
<h1>{0}</h1>
<p>{1}</p>
</main>
</html>
)",
                                words.title, words.text);
    return response;
}

HttpResponse redirectTo(const std::string &address)
{
    HttpResponse response;
    response.status = 303;
    response.location = address;
    return response;
}

} // namespace server
