// SPDX-License-Identifier: Apache-2.0
#include "own_devices.h"

#include "words.h"

#include "sync/record/qr_code.h"
#include "cadre/sync/v1alpha/person.pb.h"

namespace {

namespace v1alpha = cadre::sync::v1alpha;

ValueListModel::Row rowOf(const v1alpha::OwnDevice &device)
{
    const auto id = QString::fromStdString(record::Uuid::fromRaw(device.site()).value_or(record::Uuid {}).text());
    const auto name =
        device.name().empty() ? OwnDevices::tr("A device without a name") : QString::fromStdString(device.name());
    const auto seen = device.last_seen() == 0
        ? OwnDevices::tr("not seen yet")
        : OwnDevices::tr("last seen %1").arg(models::momentText(device.last_seen()));
    return { id, { id, name, seen, device.is_this(), device.revoked() } };
}

} // namespace

OwnDevices::OwnDevices(QObject *parent)
    : AcademyListModel({ "recordId", "name", "seenText", "isThis", "isOut" }, parent)
{
}

template <class Response>
void OwnDevices::ask(const char *method, const google::protobuf::Message &request,
                     std::function<void(const Response &)> deliver)
{
    ++m_asked;
    emit told();
    academy()->call<Response>(
        this, method, request,
        [this, deliver](const Response &response) {
            --m_asked;
            m_problem.clear();
            deliver(response);
            emit told();
        },
        [this](const QString &sentence) {
            --m_asked;
            m_problem = sentence;
            emit told();
        });
}

void OwnDevices::reload()
{
    // Once: what changes in the store says nothing about devices.
    if (!m_known)
        askAgain();
}

void OwnDevices::askAgain()
{
    m_known = true;
    ask<v1alpha::ListOwnDevicesResponse>("ListOwnDevices", v1alpha::ListOwnDevicesRequest {},
                                         [this](const v1alpha::ListOwnDevicesResponse &response) {
                                             QList<Row> rows;
                                             for (const auto &device : response.devices())
                                                 rows.append(rowOf(device));
                                             m_codesLeft = static_cast<int>(response.recovery_codes_left());
                                             m_hasPassphrase = response.has_passphrase();
                                             setRows(rows);
                                         });
}

void OwnDevices::signOut(int row)
{
    const auto site = record::Uuid::parse(idAt(row).toStdString());
    if (!site)
        return;
    v1alpha::RevokeOwnDeviceRequest request;
    request.set_site(site->raw());
    ask<v1alpha::RevokeOwnDeviceResponse>("RevokeOwnDevice", request, [this](const v1alpha::RevokeOwnDeviceResponse &) {
        emit saved(tr("Signed out. It gets nothing more, from now on."));
        askAgain();
    });
}

void OwnDevices::makeCode()
{
    ask<v1alpha::MakeDeviceCodeResponse>("MakeDeviceCode", v1alpha::MakeDeviceCodeRequest {},
                                         [this](const v1alpha::MakeDeviceCodeResponse &response) {
                                             showCode(QString::fromStdString(response.code()), response.expires_at());
                                         });
}

void OwnDevices::showCode(const QString &code, std::int64_t expiresAt)
{
    academy()->run(
        this,
        [text = code.toStdString()](engine::Device &device) {
            const auto identity = device.identity();
            return record::enrollmentLink(identity.serverUrl, identity.serverPin, text);
        },
        [this, code, expiresAt](const std::string &link) {
            m_code = code;
            m_codeLink = QString::fromStdString(link);
            m_codeUntil = models::momentText(expiresAt);
            emit told();
        });
}

void OwnDevices::makeRecoveryCodes()
{
    ask<v1alpha::MakeRecoveryCodesResponse>("MakeRecoveryCodes", v1alpha::MakeRecoveryCodesRequest {},
                                            [this](const v1alpha::MakeRecoveryCodesResponse &response) {
                                                m_recoveryCodes.clear();
                                                for (const auto &code : response.codes())
                                                    m_recoveryCodes.append(QString::fromStdString(code));
                                                m_codesLeft = static_cast<int>(m_recoveryCodes.size());
                                            });
}

void OwnDevices::forgetCodes()
{
    m_code.clear();
    m_codeLink.clear();
    m_codeUntil.clear();
    m_recoveryCodes.clear();
    emit told();
}
