// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// This person's devices, as the server knows them, and the codes with which another one becomes hers.
class OwnDevices : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    /// Why nothing is known now; empty when the server answered.
    Q_PROPERTY(QString problem READ problem NOTIFY told)
    Q_PROPERTY(bool busy READ busy NOTIFY told)
    Q_PROPERTY(int recoveryCodesLeft READ recoveryCodesLeft NOTIFY told)
    Q_PROPERTY(bool hasPassphrase READ hasPassphrase NOTIFY told)
    /// For one more device, while it is shown; empty before it is asked for and once it ended.
    Q_PROPERTY(QString code READ code NOTIFY told)
    Q_PROPERTY(QString codeLink READ codeLink NOTIFY told)
    Q_PROPERTY(QString codeUntil READ codeUntil NOTIFY told)
    /// Shown this once.
    Q_PROPERTY(QStringList recoveryCodes READ recoveryCodes NOTIFY told)

public:
    explicit OwnDevices(QObject *parent = nullptr);

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool busy() const { return m_asked > 0; }
    [[nodiscard]] int recoveryCodesLeft() const { return m_codesLeft; }
    [[nodiscard]] bool hasPassphrase() const { return m_hasPassphrase; }
    [[nodiscard]] QString code() const { return m_code; }
    [[nodiscard]] QString codeLink() const { return m_codeLink; }
    [[nodiscard]] QString codeUntil() const { return m_codeUntil; }
    [[nodiscard]] QStringList recoveryCodes() const { return m_recoveryCodes; }

    /// From its next call on it is shut out; what it has not sent it may still hand in.
    Q_INVOKABLE void signOut(int row);
    Q_INVOKABLE void makeCode();
    /// Earlier ones end.
    Q_INVOKABLE void makeRecoveryCodes();
    /// What was shown is forgotten here.
    Q_INVOKABLE void forgetCodes();
    Q_INVOKABLE void askAgain();

signals:
    void told();
    void saved(const QString &sentence);

protected:
    void reload() override;

private:
    template <class Response>
    void ask(const char *method, const google::protobuf::Message &request,
             std::function<void(const Response &)> deliver);
    void showCode(const QString &code, std::int64_t expiresAt);

    QString m_problem, m_code, m_codeLink, m_codeUntil;
    QStringList m_recoveryCodes;
    int m_codesLeft = 0;
    int m_asked = 0;
    bool m_hasPassphrase = false;
    bool m_known = false; ///< The server was asked since the page opened.
};
