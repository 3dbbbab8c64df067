// SPDX-License-Identifier: Apache-2.0
#include "sync/server/invite_command.h"

#include "sync/server/admin_client.h"
#include "sync/server/qr_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

std::string escaped(const std::string &text)
{
    std::string result;
    for (const unsigned char c : text) {
        const bool plain = std::isalnum(c) != 0 || c == '-' || c == '_' || c == '.' || c == '~';
        result += plain ? std::string(1, static_cast<char>(c)) : fmt::format("%{:02X}", c);
    }
    return result;
}

std::string picture(const std::string &link, const std::string &format)
{
    const auto code = QrCode::of(link);
    return format == "png" ? code.asPng() : format == "svg" ? code.asSvg() : code.asText();
}

} // namespace

std::string enrollmentLink(const std::string &server, const std::string &pin, const std::string &invite)
{
    return "cadre://enroll?server=" + escaped(server) + (pin.empty() ? "" : "&pin=" + escaped(pin))
        + "&invite=" + escaped(invite);
}

int inviteAccount(const Place &place, const InviteOptions &options, void (*show)(const v1alpha::Account &, bool))
{
    constexpr std::array<std::string_view, 3> formats { "text", "svg", "png" };
    std::string url = options.server;
    std::string pin;
    if (!options.qr.empty()) {
        if (std::find(formats.begin(), formats.end(), options.qr) == formats.end()) {
            throw WrongUse("A QR code comes as text, svg or png: --qr svg.");
        }
        if (options.qr == "png" && options.out.empty()) {
            throw WrongUse("A PNG needs a file: --out invite.png.");
        }
        if (const auto address = place.address()) {
            url = url.empty() ? address->url : url;
            pin = address->pin;
        }
        if (url.empty()) {
            throw WrongUse("Say where devices reach the server, such as --server https://cadre.example:8443, or start "
                           "it first.");
        }
    }
    AdminClient client(place);
    const auto account = client.call<v1alpha::InviteAccountResponse>("InviteAccount", options.request).account();
    if (options.qr.empty()) {
        show(account, options.json);
        return 0;
    }
    const auto link = enrollmentLink(url, pin, account.invite());
    if (!options.out.empty()) {
        // Whoever reads it becomes that person here.
        writeWhole(options.out, picture(link, options.qr), 0600);
        show(account, options.json);
        return 0;
    }
    fmt::print("{}", picture(link, options.qr));
    if (options.qr == "text") {
        fmt::print("{}\n", link);
    }
    return 0;
}

} // namespace server
