// SPDX-License-Identifier: Apache-2.0
#include "people.h"

#include "sync/store/database.h"
#include "sync/store/device_store.h"
#include "sync/store/sealing.h"

#include <QVariantMap>

using namespace Qt::StringLiterals;

People::People(Means means, QObject *parent)
    : QObject(parent)
    , m_means(std::move(means))
{
    m_pinWait.setSingleShot(true);
    connect(&m_pinWait, &QTimer::timeout, this, &People::lookAtPin);
}

People::~People()
{
    delete m_academy.data();
}

void People::start()
{
    readList();
    if (m_people.empty())
        show(Joining);
    else if (several())
        show(Choosing);
    else
        choose(0);
}

void People::startWith(const std::string &directory, Academy::Open open)
{
    readList();
    m_staysOpen = true;
    take({ .directory = directory, .shownName = {}, .isSealed = true }, std::move(open));
}

QVariantList People::list() const
{
    QVariantList list;
    for (const auto &person : m_people)
        list.append(
            QVariantMap { { u"name"_s, QString::fromStdString(person.shownName) }, { u"sealed"_s, person.isSealed } });
    return list;
}

bool People::mayLock() const
{
    return m_stage == WithPerson && !m_staysOpen && (m_person.isSealed || several());
}

void People::setCovered(bool covered)
{
    if (m_covered == covered)
        return;
    m_covered = covered;
    emit coveredChanged();
}

bool People::isStill() const
{
    if (m_stage == Closing)
        return false;
    if (!m_academy)
        return true;
    return !m_academy->busy() && (m_academy->ready() || m_academy->locked() || !m_academy->problem().isEmpty());
}

void People::choose(int index)
{
    if (m_academy || index < 0 || index >= static_cast<int>(m_people.size()))
        return;
    const auto &person = m_people.at(static_cast<std::size_t>(index));
    take(person, [open = m_means.open, directory = person.directory] { return open(directory, {}); });
}

void People::join()
{
    m_notice.clear();
    close([this] { show(Joining); });
}

void People::lock()
{
    if (!mayLock())
        return;
    m_notice.clear();
    pinLock().noteTime();
    close([this] {
        if (several())
            show(Choosing);
        else
            choose(0);
    });
}

void People::switchPerson()
{
    m_notice.clear();
    close([this] { show(m_people.empty() ? Joining : Choosing); });
}

void People::begin(const QString &shownName, const QString &passphrase)
{
    if (m_academy)
        return;
    std::array<std::uint8_t, 10> random {};
    m_means.entropy(random.data(), random.size());
    const auto words = passphrase.toStdString();
    auto person =
        m_means.directory.add(shownName.trimmed().toStdString(), record::Uuid::version7(m_means.clock(), random));
    person.isSealed = true;
    const auto open = [open = m_means.open, directory = person.directory, words] {
        const auto key = store::SealKeys(store::keyFileIn(directory)).make(words);
        return open(directory, key);
    };
    take(person, open);
}

void People::joined()
{
    readList();
    show(WithPerson);
}

void People::seal(const QString &passphrase)
{
    auto problem = std::make_shared<QString>();
    auto person = m_person;
    const auto open = [open = m_means.open, directory = person.directory, words = passphrase.toStdString(), problem] {
        try {
            store::sealInPlace(directory, words);
        } catch (const store::Error &error) {
            *problem = QString::fromUtf8(error.what());
            return open(directory, {});
        }
        return open(directory, store::SealKeys(store::keyFileIn(directory)).open(words));
    };
    close([this, person, open, problem]() mutable {
        take(person, open);
        connect(m_academy, &Academy::readyChanged, this, [this, problem] {
            m_person.isSealed = problem->isEmpty();
            m_notice = problem->isEmpty()
                ? tr("What is on this device is sealed. Your passphrase opens it from now on.")
                : *problem;
            readList();
            emit stageChanged();
        });
    });
}

void People::show(Stage stage)
{
    m_stage = stage;
    emit stageChanged();
}

void People::readList()
{
    m_people = m_means.directory.people();
    emit listChanged();
}

void People::take(const store::PeopleDirectory::Person &person, Academy::Open open)
{
    m_person = person;
    m_academy = new Academy(std::move(open), openWith(), this);
    connect(m_academy, &Academy::readyChanged, this, &People::opened);
    connect(m_academy, &Academy::lockChanged, this, &People::lookAtPin);
    readPin();
    emit academyChanged();
    show(m_stage == Joining ? Joining : WithPerson);
}

void People::close(std::function<void()> then)
{
    m_secret.reset();
    m_offered.reset();
    m_pinWait.stop();
    const auto closed = [this, then = std::move(then)] {
        m_person = {};
        readList();
        then();
    };
    if (!m_academy) {
        closed();
        return;
    }
    // The pages go first: they are told by the stage, and let go of before the academy they show.
    show(Closing);
    connect(
        m_academy, &QObject::destroyed, this,
        [this, closed] {
            emit academyChanged();
            closed();
        },
        Qt::QueuedConnection);
    m_academy->deleteLater();
}
