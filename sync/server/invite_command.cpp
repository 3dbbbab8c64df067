// SPDX-License-Identifier: Apache-2.0
#include "sync/server/invite_command.h"

#include "sync/server/admin_client.h"
#include "sync/record/qr_code.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace server {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

std::string picture(const std::string &link, const std::string &format)
{
    const auto code = record::QrCode::of(link);
    return format == "png" ? code.asPng() : format == "svg" ? code.asSvg() : code.asText();
}

} // namespace

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
    const auto link = record::enrollmentLink(url, pin, account.invite());
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
