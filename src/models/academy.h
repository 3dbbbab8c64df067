// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "device_host.h"
#include "last_change.h"

#ifndef Q_MOC_RUN
#include "sync/engine/round.h"

#include <functional>
#include <memory>
#include <optional>
#endif

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThread>
#include <QtQml/qqmlregistration.h>

class AcademyWorker;

/// The person's academy on this device. Owns the worker thread on which store and sync live; the
/// one object that main() hands to QML.
class Academy : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The application makes it")
    Q_PROPERTY(bool ready READ ready NOTIFY readyChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    /// The store is sealed and waits for its passphrase.
    Q_PROPERTY(bool locked READ locked NOTIFY lockChanged)
    Q_PROPERTY(bool unlocking READ unlocking NOTIFY lockChanged)
    /// What came of the last passphrase or PIN.
    Q_PROPERTY(QString lockProblem READ lockProblem NOTIFY lockChanged)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged)
    Q_PROPERTY(bool enrolled READ enrolled NOTIFY personChanged)
    Q_PROPERTY(QString personName READ personName NOTIFY personChanged)
    Q_PROPERTY(QString roleSummary READ roleSummary NOTIFY personChanged)
    Q_PROPERTY(bool isMentor READ isMentor NOTIFY personChanged)
    /// Of a school's mentoring.
    Q_PROPERTY(bool isLead READ isLead NOTIFY personChanged)
    Q_PROPERTY(bool isTeacher READ isTeacher NOTIFY personChanged)
    Q_PROPERTY(bool leadsDistrict READ leadsDistrict NOTIFY personChanged)
    Q_PROPERTY(QString today READ today NOTIFY personChanged)
    Q_PROPERTY(LastChange *lastChange READ lastChange CONSTANT)

public:
    using Open = std::function<std::unique_ptr<DeviceHost>()>;
    using OpenWith = std::function<std::unique_ptr<DeviceHost>(const Opening &opening)>;

    /// What the last exchange with the server came to.
    struct Exchange {
        bool working = false;
        bool tried = false;
        bool offline = false;
        QString problem;
        QString notice;
    };

    /// `open` runs on the worker; what it throws becomes `problem`, but for a store that wants its passphrase: that is
    /// `locked`, and `openWith` runs there for each one that is tried; when that is Error{Sealed}, its sentence is
    /// `lockProblem`.
    explicit Academy(Open open, OpenWith openWith = {}, QObject *parent = nullptr);
    ~Academy() override;

    [[nodiscard]] bool ready() const { return m_ready; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool locked() const { return m_locked; }
    [[nodiscard]] bool unlocking() const { return m_unlocking; }
    [[nodiscard]] QString lockProblem() const { return m_lockProblem; }
    /// True while answers of the worker are outstanding.
    [[nodiscard]] bool busy() const { return m_outstanding > 0; }
    [[nodiscard]] bool enrolled() const { return m_person.enrolled; }
    [[nodiscard]] QString personName() const { return m_person.name; }
    [[nodiscard]] QString roleSummary() const { return m_person.roles; }
    [[nodiscard]] bool isLead() const { return m_person.isLead; }
    [[nodiscard]] bool isMentor() const { return m_person.isMentor; }
    /// A mentor is matched with her as the teacher.
    [[nodiscard]] bool isTeacher() const { return m_person.isTeacher; }
    [[nodiscard]] bool leadsDistrict() const { return m_person.leadsDistrict; }
    [[nodiscard]] QString today() const { return m_person.today; }
    [[nodiscard]] LastChange *lastChange() { return &m_lastChange; }
    [[nodiscard]] const Exchange &exchange() const { return m_exchange; }

    /// Runs `work` with the device on the worker, then `deliver` with its value here, unless
    /// `context` is gone. What `work` throws goes to `fail` as a sentence.
    template <class Work, class Deliver>
    void run(QObject *context, Work work, Deliver deliver, std::function<void(const QString &)> fail = {});
    /// The same for a command: tells everybody that something changed, and sends it soon.
    template <class Work>
    void save(QObject *context, Work work, std::function<void()> done, std::function<void(const QString &)> fail);

    /// Tries to open the store with it. Takes about a tenth of a second; one at a time.
    void unlock(const Opening &opening);
    /// Begins an exchange with the server now.
    void syncNow();
    /// Asks the server as this device: `deliver` gets its answer here, unless `context` is gone; `fail` a sentence.
    template <class Response>
    void call(QObject *context, const char *method, const google::protobuf::Message &request,
              std::function<void(const Response &)> deliver, std::function<void(const QString &)> fail);
    /// Enrols this device; `done` gets a sentence, empty on success.
    void enroll(const QString &server, const QString &invite, const QString &pin, QObject *context,
                std::function<void(const QString &)> done);

signals:
    /// Something in the store changed: what is shown may be out of date.
    void changed();
    void readyChanged();
    void problemChanged();
    void lockChanged();
    void busyChanged();
    void personChanged();
    void exchangeChanged();

private:
    struct Person {
        bool enrolled = false;
        QString name;
        QString roles;
        bool isMentor = false;
        bool isLead = false;
        bool isTeacher = false;
        bool leadsDistrict = false;
        QString today;
        bool operator==(const Person &) const = default;
    };
    static Person readPerson(engine::Device &device);

    void post(std::function<void(engine::Device &)> work, std::function<void(const QString &)> done);
    void callServer(const char *method, const std::string &body, std::function<void(const engine::Reply &)> done);
    /// What a reply that is no answer says to people; empty for an answer.
    static QString problemIn(const engine::Reply &reply);
    static QString unreadable();
    void opened(const QString &problem);
    void staysLocked(const QString &problem);
    void refreshPerson();
    void count(int change);

    QThread m_thread;
    AcademyWorker *m_worker = nullptr;
    bool m_ready = false;
    QString m_problem;
    bool m_locked = false;
    bool m_unlocking = false;
    QString m_lockProblem;
    int m_outstanding = 0;
    Person m_person;
    Exchange m_exchange;
    LastChange m_lastChange;
};

template <class Work, class Deliver>
void Academy::run(QObject *context, Work work, Deliver deliver, std::function<void(const QString &)> fail)
{
    using Value = std::invoke_result_t<Work, engine::Device &>;
    auto value = std::make_shared<std::optional<Value>>();
    QPointer<QObject> receiver(context);
    post([value, work](engine::Device &device) { value->emplace(work(device)); },
         [value, deliver, fail, receiver](const QString &problem) {
             if (!receiver)
                 return;
             if (*value)
                 deliver(std::move(**value));
             else if (fail)
                 fail(problem);
         });
}

template <class Work>
void Academy::save(QObject *context, Work work, std::function<void()> done, std::function<void(const QString &)> fail)
{
    QPointer<QObject> receiver(context);
    post([work](engine::Device &device) { work(device); },
         [this, done, fail, receiver](const QString &problem) {
             if (problem.isEmpty()) {
                 emit changed();
                 syncNow();
             }
             if (!receiver)
                 return;
             if (problem.isEmpty() && done)
                 done();
             else if (!problem.isEmpty() && fail)
                 fail(problem);
         });
}

template <class Response>
void Academy::call(QObject *context, const char *method, const google::protobuf::Message &request,
                   std::function<void(const Response &)> deliver, std::function<void(const QString &)> fail)
{
    QPointer<QObject> receiver(context);
    callServer(method, request.SerializeAsString(), [receiver, deliver, fail](const engine::Reply &reply) {
        Response response;
        auto problem = problemIn(reply);
        if (problem.isEmpty() && !response.ParseFromString(reply.body))
            problem = unreadable();
        if (receiver && problem.isEmpty())
            deliver(response);
        else if (receiver)
            fail(problem);
    });
}
