// SPDX-License-Identifier: Apache-2.0
#include "src/roster/invite_sheet.h"

#include "sync/record/booklet.h"
#include "sync/record/qr_code.h"

#include <fmt/format.h>

namespace roster {

namespace {

using record::htmlText;

constexpr auto style = R"(@page{margin:12mm}
body{font-family:sans-serif;margin:0 auto;max-width:186mm}
ul{list-style:none;margin:0;padding:0;display:grid;grid-template-columns:1fr 1fr}
li{break-inside:avoid;box-sizing:border-box;height:84mm;padding:5mm;border:1px dashed #767676;text-align:center}
h2{font-size:13pt;margin:0}p{font-size:9.5pt;margin:1mm 0}svg{width:44mm;height:44mm}code{font-size:12pt}
@media print{h1,.note{display:none}})";

} // namespace

std::string inviteSheet(const std::vector<Invite> &invites, const std::string &server, const std::string &pin,
                        const std::string &until)
{
    auto page = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
        "content=\"width=device-width\"><title>Invites</title><style>{}</style></head><body>\n<h1>Invites</h1>\n"
        "<p class=\"note\">Print this page, cut it apart and give each person hers. Whoever reads a code becomes that "
        "person here, once: hand them out yourself, and delete this file.</p>\n<ul>\n",
        style);
    for (const auto &invite : invites) {
        const auto code = record::QrCode::of(record::enrollmentLink(server, pin, invite.code));
        page += fmt::format("<li><h2>{}</h2><p>{}</p><div role=\"img\" aria-label=\"QR code of the invite\">{}</div>"
                            "<p>Open Cadre, choose Join, and scan this. Or type:</p><p><code>{}</code></p>"
                            "<p>{}</p><p>Good once, until {}.</p></li>\n",
                            htmlText(invite.name), htmlText(invite.organization), code.asSvg(), htmlText(invite.code),
                            htmlText(server), htmlText(until));
    }
    return page + "</ul>\n</body></html>\n";
}

} // namespace roster
