// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "people.h"
#include "view_model.h"

#ifndef Q_MOC_RUN
#include "sync/transport/qt_browser_sign_in.h"
#endif

/// Joining with an invite, or, where the server offers that, with a school account in the browser. Where the device has
/// no store for this person yet, one is begun, sealed with the passphrase that she chose.
class Enrollment : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(People *people READ people WRITE setPeople NOTIFY peopleChanged)
    Q_PROPERTY(Step step READ step NOTIFY stepChanged)
    /// What the step asks for is there.
    Q_PROPERTY(bool mayProceed READ mayProceed NOTIFY mayProceedChanged)
    /// As people read it: academy.example.org.
    Q_PROPERTY(QString host READ host NOTIFY inputChanged)
    Q_PROPERTY(QString server READ server WRITE setServer NOTIFY inputChanged)
    Q_PROPERTY(QString code MEMBER m_code NOTIFY inputChanged)
    Q_PROPERTY(QString pin MEMBER m_pin NOTIFY inputChanged)
    /// What the lock screen calls her; everybody who holds the device reads it.
    Q_PROPERTY(QString shownName MEMBER m_shownName NOTIFY inputChanged)
    Q_PROPERTY(QString passphrase MEMBER m_passphrase NOTIFY inputChanged)
    Q_PROPERTY(QString again MEMBER m_again NOTIFY inputChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString passphraseProblem READ passphraseProblem NOTIFY problemChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    /// The server said that it signs people in with a school account.
    Q_PROPERTY(bool offersSignIn READ offersSignIn NOTIFY offerChanged)
    /// The browser has it; the person may cancel.
    Q_PROPERTY(bool signingIn READ signingIn NOTIFY busyChanged)

public:
    /// Who invited her, who will read what she writes, and how this device is sealed.
    enum Step { Invitation, Readers, Device };
    Q_ENUM(Step)

    explicit Enrollment(QObject *parent = nullptr);

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool mayProceed() const;
    [[nodiscard]] QString host() const;
    /// Goes to the next step; from the last one, joins: with the code, or without one by the school account. Does
    /// nothing unless mayProceed.
    Q_INVOKABLE void proceed();
    Q_INVOKABLE void goBack();

    [[nodiscard]] People *people() const { return m_people; }
    void setPeople(People *people);
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString passphraseProblem() const { return m_passphraseProblem; }
    [[nodiscard]] bool busy() const { return m_busy; }

    [[nodiscard]] QString server() const { return m_server; }
    /// Asks the server soon what it offers.
    void setServer(const QString &server);
    [[nodiscard]] bool offersSignIn() const { return m_offersSignIn; }
    [[nodiscard]] bool signingIn() const { return m_signIn.isRunning(); }

    Q_INVOKABLE void enroll();
    /// Opens the browser, and joins with what comes back.
    Q_INVOKABLE void signIn();
    Q_INVOKABLE void cancelSignIn();

signals:
    void stepChanged();
    void mayProceedChanged();
    void offerChanged();
    void peopleChanged();
    void inputChanged();
    void problemChanged();
    void busyChanged();
    void enrolled();

protected:
    void reload() override { setLoaded(); }

private:
    void goTo(Step step);
    void askForOffer();
    void openBrowser(const QUrl &address);
    /// False, with the problem shown, where what she typed for her store will not do.
    [[nodiscard]] bool mayBegin();
    void join();
    void beginStore();
    void handIn();
    void finish(const QString &problem);

    QPointer<People> m_people;
    Step m_step = Invitation;
    QString m_server;
    QString m_code;
    QString m_pin;
    QString m_shownName;
    QString m_passphrase;
    QString m_again;
    QString m_problem;
    QString m_passphraseProblem;
    bool m_busy = false;
    transport::BrowserSignIn m_signIn;
    QTimer m_typing; ///< The server is asked when it has been typed.
    bool m_offersSignIn = false;
};
