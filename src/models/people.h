// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "academy.h"

#ifndef Q_MOC_RUN
#include "secret_keeper.h"
#include "sync/record/clock.h"
#include "sync/store/people_directory.h"
#endif

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

/// The people who share this device, and the academy of the one who was chosen. Locking lets go of that academy with
/// all that was read of it: nothing of one person's is in memory of this process's own when another is asked.
class People : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The application makes it")
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged)
    /// For each person: the name that she chose to show, and whether her store is sealed.
    Q_PROPERTY(QVariantList list READ list NOTIFY listChanged)
    Q_PROPERTY(bool several READ several NOTIFY listChanged)
    /// Of the one who was chosen; null before.
    Q_PROPERTY(Academy *academy READ academy NOTIFY academyChanged)
    Q_PROPERTY(QString shownName READ shownName NOTIFY stageChanged)
    /// Locking would protect something, or let another person in.
    Q_PROPERTY(bool mayLock READ mayLock NOTIFY stageChanged)
    Q_PROPERTY(bool sealed READ isSealed NOTIFY stageChanged)
    /// The app is in the background: nothing may be drawn that a list of recent apps could show.
    Q_PROPERTY(bool covered READ covered WRITE setCovered NOTIFY coveredChanged)
    Q_PROPERTY(PinStanding pin READ pin NOTIFY pinChanged)
    /// Why the PIN opens nothing just now; empty when it does, or none is set.
    Q_PROPERTY(QString pinSentence READ pinSentence NOTIFY pinChanged)
    Q_PROPERTY(bool pinOutlivesTheProgram READ pinOutlivesTheProgram NOTIFY pinChanged)
    /// What came of a command that closed the store, for the page that is shown next.
    Q_PROPERTY(QString notice READ notice NOTIFY stageChanged)

public:
    enum Stage { Choosing, Joining, WithPerson, Closing };
    Q_ENUM(Stage)
    enum PinStanding { NoPin, PinReady, PinWaits, PinSpent };
    Q_ENUM(PinStanding)

    /// What main() hands in. The keeper outlives this.
    struct Means {
        store::PeopleDirectory directory;
        OpenDirectory open;
        SecretKeeper &secrets;
        record::Clock clock;
        record::Entropy entropy;
        /// Shows an address in a browser on this machine; false when that could not be.
        std::function<bool(const QUrl &address)> browse;
    };

    explicit People(Means means, QObject *parent = nullptr);
    ~People() override;

    /// Asks who is there: nobody yet, one, or several. To be called once.
    void start();
    /// Opens one person's directory, whose passphrase is in a file: nobody is asked for it, and nothing locks by
    /// itself.
    void startWith(const std::string &directory, Academy::Open open);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QVariantList list() const;
    [[nodiscard]] bool several() const { return m_people.size() > 1; }
    [[nodiscard]] Academy *academy() const { return m_academy; }
    [[nodiscard]] QString shownName() const { return QString::fromStdString(m_person.shownName); }
    [[nodiscard]] bool mayLock() const;
    [[nodiscard]] bool isSealed() const { return m_person.isSealed; }
    [[nodiscard]] bool covered() const { return m_covered; }
    void setCovered(bool covered);
    [[nodiscard]] PinStanding pin() const;
    [[nodiscard]] QString pinSentence() const;
    [[nodiscard]] bool pinOutlivesTheProgram() const { return m_means.secrets.outlivesTheProgram(); }
    [[nodiscard]] QString notice() const { return m_notice; }
    /// Nothing is under way: what is on screen stays as it is until somebody does something.
    [[nodiscard]] bool isStill() const;

    Q_INVOKABLE void choose(int index);
    /// Somebody who is not in the list.
    Q_INVOKABLE void join();
    /// Back to the question who it is, or, where only one person is, to her passphrase.
    Q_INVOKABLE void lock();
    /// The same, and asks who it is also where only one person is.
    Q_INVOKABLE void switchPerson();
    Q_INVOKABLE void unlock(const QString &passphrase);
    Q_INVOKABLE void unlockWithPin(const QString &pin);

    /// Shows an address in a browser; false when that could not be.
    [[nodiscard]] bool browse(const QUrl &address) const { return m_means.browse && m_means.browse(address); }

    /// Begins the store of a new person, who is joining.
    void begin(const QString &shownName, const QString &passphrase);
    /// The person who was joining has joined.
    void joined();
    /// Closes the store, seals it in place and opens it again.
    void seal(const QString &passphrase);

    [[nodiscard]] std::string directory() const { return m_person.directory; }
    [[nodiscard]] store::PinLock pinLock() const;
    /// The PIN was set, under this secret.
    void pinWasSet(const store::DeviceSecret &secret);
    void removePin();

signals:
    void stageChanged();
    void listChanged();
    void academyChanged();
    void coveredChanged();
    void pinChanged();

private:
    void show(Stage stage);
    void readList();
    void take(const store::PeopleDirectory::Person &person, Academy::Open open);
    [[nodiscard]] Academy::OpenWith openWith() const;
    void close(std::function<void()> then);
    void readPin();
    void lookAtPin();
    void opened();

    Means m_means;
    std::vector<store::PeopleDirectory::Person> m_people;
    store::PeopleDirectory::Person m_person;
    Stage m_stage = Closing;
    QPointer<Academy> m_academy;
    bool m_covered = false;
    bool m_staysOpen = false; ///< A file gave the passphrase; whoever locks would have to look into it.
    QString m_notice;
    store::PinLock::State m_pinState;
    std::optional<store::DeviceSecret> m_secret; ///< Of the chosen person's PIN, where it was found.
    std::optional<store::DeviceSecret> m_offered; ///< Tried with her passphrase; kept when that was right.
    QTimer m_pinWait;
};
