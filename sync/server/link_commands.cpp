// SPDX-License-Identifier: Apache-2.0
#include "sync/server/link_commands.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

template <class Request>
void addNames(CLI::App &command, const std::shared_ptr<Request> &request, bool needsSubject)
{
    command
        .add_option_function<std::string>(
            "login", [request](const std::string &text) { request->set_login(text); }, "Login, such as m.rivera")
        ->required();
    auto *issuer = command.add_option_function<std::string>(
        "--oidc-issuer", [request](const std::string &text) { request->set_issuer(text); },
        "The provider's address, as it writes it itself");
    auto *subject = command.add_option_function<std::string>(
        "--oidc-subject", [request](const std::string &text) { request->set_subject(text); },
        "What the provider calls her (sub)");
    issuer->required(needsSubject)->needs(subject);
    subject->required(needsSubject)->needs(issuer);
}

} // namespace

void addLinks(CLI::App &accounts, Chosen &chosen, std::function<void(const v1alpha::Account &)> show)
{
    const auto showAnswer = [show = std::move(show)](const auto &response) {
        show(response.account());
        return 0;
    };
    auto *link = command(accounts, chosen, "link", "Let a person enroll by signing in with the identity provider");
    auto linked = options<v1alpha::LinkAccountRequest>();
    addNames(*link, linked, true);
    link->callback([&chosen, linked, showAnswer] {
        chosen.run = asking<v1alpha::LinkAccountResponse>(chosen, "LinkAccount", linked, showAnswer);
    });
    auto *unlink = command(accounts, chosen, "unlink", "End that; without a subject, for all of her sign-ins");
    auto unlinked = options<v1alpha::UnlinkAccountRequest>();
    addNames(*unlink, unlinked, false);
    unlink->callback([&chosen, unlinked, showAnswer] {
        chosen.run = asking<v1alpha::UnlinkAccountResponse>(chosen, "UnlinkAccount", unlinked, showAnswer);
    });
}

} // namespace server
