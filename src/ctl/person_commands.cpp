// SPDX-License-Identifier: Apache-2.0
#include "src/ctl/commands.h"
#include "src/ctl/lines.h"
#include "src/ctl/call.h"
#include "sync/merge/change.h"
#include "cadre/sync/v1alpha/person.pb.h"

#include <fmt/format.h>

#include <QJsonArray>
#include <QJsonObject>

#include <charconv>
#include <iostream>

namespace ctl {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

constexpr auto service = "PersonService";

std::string siteOf(const v1alpha::OwnDevice &device)
{
    return record::Uuid::fromRaw(device.site()).value_or(record::Uuid {}).text();
}

void sayDevice(Session &session, const v1alpha::OwnDevice &device)
{
    const auto seen = device.last_seen() == 0 ? std::string() : isoTime(device.last_seen());
    if (session.json()) {
        say(QJsonObject { { "site", q(siteOf(device)) },
                          { "name", q(device.name()) },
                          { "platform", q(device.platform()) },
                          { "enrolledAt", q(isoTime(device.enrolled_at())) },
                          { "lastSeen", q(seen) },
                          { "revoked", device.revoked() },
                          { "isThis", device.is_this() } });
        return;
    }
    say(fmt::format("{}  {}{}{}", siteOf(device), device.name(), device.is_this() ? "  this device" : "",
                    device.revoked() ? "  signed out" : ""));
}

} // namespace

void listDevices(Session &session)
{
    const auto response =
        ask<v1alpha::ListOwnDevicesResponse>(session, service, "ListOwnDevices", v1alpha::ListOwnDevicesRequest {});
    for (const auto &device : response.devices())
        sayDevice(session, device);
    if (!session.json())
        say(fmt::format("Recovery codes left: {}. Passphrase: {}.", response.recovery_codes_left(),
                        response.has_passphrase() ? "set" : "none"));
}

void revokeDevice(Session &session, const std::string &site)
{
    v1alpha::RevokeOwnDeviceRequest request;
    request.set_site(parseId(site).raw());
    sayDevice(session, ask<v1alpha::RevokeOwnDeviceResponse>(session, service, "RevokeOwnDevice", request).device());
}

void makeDeviceCode(Session &session)
{
    const auto response =
        ask<v1alpha::MakeDeviceCodeResponse>(session, service, "MakeDeviceCode", v1alpha::MakeDeviceCodeRequest {});
    if (session.json())
        say(QJsonObject { { "code", q(response.code()) }, { "expiresAt", q(isoTime(response.expires_at())) } });
    else
        say(fmt::format("{}\nEnter it on the other device in the invite's place, until {}.", response.code(),
                        isoTime(response.expires_at())));
}

void makeRecoveryCodes(Session &session)
{
    const auto response = ask<v1alpha::MakeRecoveryCodesResponse>(session, service, "MakeRecoveryCodes",
                                                                  v1alpha::MakeRecoveryCodesRequest {});
    QJsonArray codes;
    for (const auto &code : response.codes()) {
        codes.append(q(code));
        if (!session.json())
            say(code);
    }
    if (session.json())
        say(QJsonObject { { "codes", codes } });
    else
        say("Each is good once, in an invite's place. Write them down now: they are not shown again.");
}

void listSetAside(Session &session)
{
    const auto response =
        ask<v1alpha::ListSetAsideResponse>(session, service, "ListSetAside", v1alpha::ListSetAsideRequest {});
    for (const auto &change : response.changes()) {
        const auto dot = merge::fromProto(change.dot());
        const auto scope = merge::fromProto(change.scope()).value_or(record::ScopeId {});
        QStringList types;
        for (const auto number : change.record_types()) {
            const auto *type = session.device().catalogue().byNumber(number);
            types.append(type ? q(type->name()) : QString::number(number));
        }
        const auto author = record::Uuid::fromRaw(change.author()).value_or(record::Uuid {}).text();
        if (session.json())
            say(QJsonObject { { "scope", q(scope.text()) },
                              { "site", q(dot.site.text()) },
                              { "seq", static_cast<qint64>(dot.seq) },
                              { "author", q(author) },
                              { "madeAt", q(isoTime(change.made_at())) },
                              { "reason", q(change.reason()) },
                              { "sentence", q(change.sentence()) },
                              { "types", QJsonArray::fromStringList(types) } });
        else
            say(fmt::format("{} {}/{}  {}  by {} on {}: {}", scope.text(), dot.site.text(), dot.seq,
                            types.isEmpty() ? "confidential" : types.join(", ").toStdString(), author,
                            isoTime(change.made_at()), change.sentence()));
    }
    if (response.changes().empty() && !session.json())
        say("Nothing that was set aside waits for you.");
}

void releaseSetAside(Session &session, const std::string &scope, const std::string &change)
{
    const auto slash = change.find('/');
    std::uint64_t seq = 0;
    if (slash != std::string::npos)
        std::from_chars(change.data() + slash + 1, change.data() + change.size(), seq);
    if (seq == 0)
        throw WrongUse("Name the change as “set-aside list” prints it: PLACE SITE/NUMBER.");
    v1alpha::ReleaseSetAsideRequest request;
    *request.mutable_scope() = merge::toProto(parseScope(scope));
    request.mutable_dot()->set_site(parseId(change.substr(0, slash)).raw());
    request.mutable_dot()->set_seq(seq);
    (void)ask<v1alpha::ReleaseSetAsideResponse>(session, service, "ReleaseSetAside", request);
    if (!session.json())
        say("It is let in, in its author's name.");
}

void setPassphrase(Session &session)
{
    v1alpha::SetPassphraseRequest request;
    std::getline(std::cin, *request.mutable_passphrase());
    (void)ask<v1alpha::SetPassphraseResponse>(session, service, "SetPassphrase", request);
    if (!session.json())
        say(request.passphrase().empty() ? "The passphrase is gone; a recovery code alone is enough."
                                         : "Done. A recovery code needs this passphrase from now on.");
}

} // namespace ctl
