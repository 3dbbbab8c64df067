// SPDX-License-Identifier: Apache-2.0
#include "academy.h"

#include "pairs.h"
#include "sharing.h"
#include "words.h"

#include "sync/engine/search.h"
#include "sync/store/database.h"
#include "sync/transport/sync_driver.h"

#include <QSysInfo>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int firstPause = 15'000;
constexpr int longestPause = 300'000;
// Milliseconds after work after which what it wrote is read to be searched, and how many records at once.
constexpr int searchPause = 2'000;
constexpr int recordsAtOnce = 500;

} // namespace

/// Lives on the worker thread: opens the store, runs work on it, exchanges with the server.
class AcademyWorker : public QObject {
    Q_OBJECT

public:
    using Done = std::function<void(const QString &)>;

    AcademyWorker(Academy::Open open, Academy::OpenWith openWith)
        : m_open(std::move(open))
        , m_openWith(std::move(openWith))
    {
    }

    void start() { begin(m_open, false); }

    void unlock(const Opening &opening)
    {
        begin([&] { return m_openWith(opening); }, true);
    }

    /// A store that wants a passphrase stays locked, and where something was tried the sentence is said.
    void begin(const Academy::Open &open, bool isTry)
    {
        try {
            m_host = open();
        } catch (const store::Error &error) {
            if (error.fault() == store::Fault::Sealed && m_openWith)
                emit locked(isTry ? QString::fromUtf8(error.what()) : QString());
            else
                emit opened(QString::fromUtf8(error.what()));
            return;
        } catch (const std::exception &error) {
            emit opened(QString::fromUtf8(error.what()));
            return;
        }
        auto &device = m_host->device();
        m_transport = std::make_unique<transport::QtTransport>();
        m_driver = std::make_unique<transport::SyncDriver>(device, *m_transport);
        m_enroller = std::make_unique<transport::Enroller>(device, *m_transport);
        m_again = std::make_unique<QTimer>();
        m_again->setSingleShot(true);
        connect(m_again.get(), &QTimer::timeout, this, &AcademyWorker::exchange);
        connect(m_driver.get(), &transport::SyncDriver::finished, this, &AcademyWorker::finished);
        connect(m_enroller.get(), &transport::Enroller::enrolled, this, [this] {
            answerEnrolment({});
            exchange();
        });
        connect(m_enroller.get(), &transport::Enroller::failed, this,
                [this](const QString &sentence) { answerEnrolment(sentence); });
        transport::useIdentity(*m_transport, device.identity());
        m_again->start(2'000);
        m_followLater = std::make_unique<QTimer>();
        m_followLater->setSingleShot(true);
        connect(m_followLater.get(), &QTimer::timeout, this, &AcademyWorker::followWords);
        m_followLater->start(searchPause);
        emit opened({});
    }

    void work(const std::function<void(engine::Device &)> &job, const Done &done)
    {
        QString problem;
        try {
            if (m_host)
                job(m_host->device());
            else
                problem = tr("The records on this device could not be opened.");
        } catch (const std::exception &error) {
            problem = QString::fromUtf8(error.what());
        }
        emit worked(done, problem);
    }

    void exchange()
    {
        if (!m_host || !m_host->device().isEnrolled())
            return;
        if (m_driver->isRunning()) {
            m_askedAgain = true;
            return;
        }
        m_askedAgain = false;
        emit exchanging();
        followShares();
        m_driver->start();
    }

    void enroll(const QString &server, const QString &invite, const QString &pin, Done done)
    {
        if (!m_host) {
            done(tr("The records on this device could not be opened."));
            return;
        }
        m_enrolled = std::move(done);
        m_enroller->start(server, invite, pin, QSysInfo::machineHostName());
    }

    void call(const std::string &path, const std::string &body, std::function<void(const engine::Reply &)> done)
    {
        if (m_transport && m_host->device().isEnrolled())
            m_transport->post({ path, body }, std::move(done));
        else
            done({ .status = 0, .problem = tr("This device has not joined yet.").toStdString() });
    }

    void close()
    {
        m_again.reset();
        m_followLater.reset();
        m_driver.reset();
        m_enroller.reset();
        m_transport.reset();
        m_host.reset();
    }

signals:
    void opened(const QString &problem);
    void locked(const QString &problem);
    void worked(const AcademyWorker::Done &done, const QString &problem);
    void exchanging();
    void exchanged(const Academy::Exchange &exchange, bool moved);

private:
    void finished(const engine::Report &report)
    {
        m_pause = report.complete ? firstPause : std::min(m_pause * 2, longestPause);
        m_again->start(m_askedAgain && report.complete ? 0 : m_pause);
        if (report.pulled > 0)
            m_followLater->start(searchPause);
        Academy::Exchange result;
        result.tried = true;
        result.offline = report.offline;
        result.problem = report.complete ? QString() : QString::fromStdString(report.problem);
        result.notice = QString::fromStdString(report.notice);
        emit exchanged(result, report.pulled + report.pushed + report.quarantined > 0);
    }

    /// Reads what was written since, some of it at a time, so that a search finds it without waiting. A round that is
    /// under way comes first.
    void followWords()
    {
        try {
            if (m_driver->isRunning())
                m_followLater->start(searchPause);
            else if (!engine::Search(m_host->device()).follow(recordsAtOnce))
                m_followLater->start(0);
        } catch (const std::exception &error) {
            qWarning("what was written could not be read to be searched: %s", error.what());
        }
    }

    /// What is shared with later changes goes along with them. What cannot be written now is written next time.
    void followShares()
    {
        try {
            models::followShares(m_host->device());
        } catch (const std::exception &error) {
            qWarning("what is shared could not follow: %s", error.what());
        }
    }

    void answerEnrolment(const QString &sentence)
    {
        if (m_enrolled)
            std::exchange(m_enrolled, {})(sentence);
    }

    Academy::Open m_open;
    Academy::OpenWith m_openWith;
    std::unique_ptr<DeviceHost> m_host;
    std::unique_ptr<transport::QtTransport> m_transport;
    std::unique_ptr<transport::SyncDriver> m_driver;
    std::unique_ptr<transport::Enroller> m_enroller;
    std::unique_ptr<QTimer> m_again;
    std::unique_ptr<QTimer> m_followLater;
    Done m_enrolled;
    int m_pause = firstPause;
    bool m_askedAgain = false; ///< What was saved during a round goes with the next.
};

Academy::Academy(Open open, OpenWith openWith, QObject *parent)
    : QObject(parent)
    , m_worker(new AcademyWorker(std::move(open), std::move(openWith)))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_worker, &AcademyWorker::start);
    connect(m_worker, &AcademyWorker::opened, this, &Academy::opened);
    connect(m_worker, &AcademyWorker::locked, this, &Academy::staysLocked);
    connect(m_worker, &AcademyWorker::worked, this, [this](const AcademyWorker::Done &done, const QString &problem) {
        done(problem);
        count(-1);
    });
    connect(m_worker, &AcademyWorker::exchanging, this, [this] {
        m_exchange.working = true;
        emit exchangeChanged();
    });
    connect(m_worker, &AcademyWorker::exchanged, this, [this](const Exchange &exchange, bool moved) {
        m_exchange = exchange;
        emit exchangeChanged();
        refreshPerson();
        if (moved)
            emit changed();
    });
    m_thread.setObjectName(u"store"_s);
    m_thread.start();
}

Academy::~Academy()
{
    QMetaObject::invokeMethod(m_worker, &AcademyWorker::close, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
}

void Academy::post(std::function<void(engine::Device &)> work, std::function<void(const QString &)> done)
{
    count(1);
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, work = std::move(work), done = std::move(done)] { worker->work(work, done); });
}

void Academy::count(int change)
{
    const bool before = busy();
    m_outstanding += change;
    if (busy() != before)
        emit busyChanged();
}

void Academy::unlock(const Opening &opening)
{
    if (!m_locked || m_unlocking)
        return;
    m_unlocking = true;
    m_lockProblem.clear();
    emit lockChanged();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, opening] { worker->unlock(opening); });
}

void Academy::staysLocked(const QString &problem)
{
    m_locked = true;
    m_unlocking = false;
    m_lockProblem = problem;
    emit lockChanged();
}

void Academy::opened(const QString &problem)
{
    m_locked = false;
    m_unlocking = false;
    emit lockChanged();
    if (!problem.isEmpty()) {
        m_problem = problem;
        emit problemChanged();
        return;
    }
    run(
        this, [](engine::Device &device) { return readPerson(device); },
        [this](Person person) {
            m_person = std::move(person);
            m_ready = true;
            emit personChanged();
            emit readyChanged();
        });
}

Academy::Person Academy::readPerson(engine::Device &device)
{
    const auto identity = device.identity();
    Person person;
    person.enrolled = device.isEnrolled();
    person.name = QString::fromStdString(identity.personName);
    person.today = QString::fromStdString(domain::dayText(models::today(device)));
    QStringList roles;
    if (person.enrolled) {
        for (const auto &role :
             models::all<cadre::v1::RoleAssignment>(device, { .where = { { "person", identity.person.text() } } })) {
            const auto from = domain::parseDay(role.message.from());
            const auto to = domain::parseDay(role.message.to());
            const auto day = models::today(device);
            if ((from && *from > day) || (to && *to < day))
                continue;
            const auto label = models::choice(*cadre::v1::Role_descriptor(), role.message.role());
            if (!roles.contains(label))
                roles.append(label);
            person.isLead = person.isLead || role.message.role() == cadre::v1::ROLE_SL;
            person.isMentor = person.isMentor || role.message.role() == cadre::v1::ROLE_MT;
            person.leadsDistrict = person.leadsDistrict || role.message.role() == cadre::v1::ROLE_DL;
        }
    }
    person.isTeacher = person.enrolled && !models::matchesAsTeacher(device).empty();
    person.roles = roles.join(u", "_s);
    return person;
}

void Academy::refreshPerson()
{
    run(
        this, [](engine::Device &device) { return readPerson(device); },
        [this](Person person) {
            if (person == m_person)
                return;
            const bool newDay = person.today != m_person.today;
            m_person = std::move(person);
            emit personChanged();
            if (newDay)
                emit changed();
        });
}

void Academy::syncNow()
{
    QMetaObject::invokeMethod(m_worker, &AcademyWorker::exchange);
}

void Academy::callServer(const char *method, const std::string &body, std::function<void(const engine::Reply &)> done)
{
    count(1);
    QPointer<Academy> self(this);
    auto answer = [self, done = std::move(done)](const engine::Reply &reply) {
        if (!self)
            return;
        QMetaObject::invokeMethod(self, [self, done, reply] {
            done(reply);
            self->count(-1);
        });
    };
    QMetaObject::invokeMethod(m_worker,
                              [worker = m_worker, path = "/cadre.sync.v1alpha.PersonService/" + std::string(method),
                               body, answer] { worker->call(path, body, answer); });
}

QString Academy::problemIn(const engine::Reply &reply)
{
    if (reply.status == 0)
        return QString::fromStdString(reply.problem);
    if (reply.status == 200)
        return {};
    const auto message = transport::serverError(reply).message;
    return message.isEmpty() ? tr("The server could not do that now. Try again later.") : message;
}

QString Academy::unreadable()
{
    return tr("The server’s answer could not be read. Update Cadre, then try again.");
}

void Academy::enroll(const QString &server, const QString &invite, const QString &pin, QObject *context,
                     std::function<void(const QString &)> done)
{
    QPointer<QObject> receiver(context);
    auto answer = [this, receiver, done = std::move(done)](const QString &problem) {
        QMetaObject::invokeMethod(this, [this, receiver, done, problem] {
            refreshPerson();
            emit changed();
            if (receiver)
                done(problem);
        });
    };
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, server, invite, pin, answer] { worker->enroll(server, invite, pin, answer); });
}

#include "academy.moc"
