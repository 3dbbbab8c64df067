// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/fixture.h"

#include "src/app/local_device.h"
#include "sync/store/database.h"
#include "sync/store/sealing.h"
#include "tests/qml/sample_store.h"

#include <QAccessible>
#include <QDir>
#include <QFile>
#include <QQmlEngine>
#include <QTcpSocket>

#include <algorithm>
#include <functional>

Fixture::Fixture(const QString &sample, const PageWalk &walk, QObject *parent)
    : QObject(parent)
    , m_sample(sample)
    , m_walk(&walk)
{
}

Fixture::~Fixture() = default;

QString Fixture::begin()
{
    m_people.reset();
    m_later = 0;
    m_directory = std::make_unique<QTemporaryDir>();
    return m_directory->path();
}

Academy *Fixture::openSample()
{
    if (!QFile::copy(m_sample + "/cadre.db", begin() + "/cadre.db"))
        qFatal("the sample store could not be copied");
    return open()->academy();
}

Academy *Fixture::openTeacher()
{
    if (!QFile::copy(m_sample + "/teacher/cadre.db", begin() + "/cadre.db"))
        qFatal("the sample store could not be copied");
    return open()->academy();
}

Academy *Fixture::openLead()
{
    if (!QFile::copy(m_sample + "/lead/cadre.db", begin() + "/cadre.db"))
        qFatal("the sample store could not be copied");
    return open()->academy();
}

int Fixture::openingsNoted()
{
    m_people.reset();
    int count = 0;
    {
        store::Database database((m_directory->path() + "/cadre.db").toStdString());
        store::Statement read(database, "SELECT count(*) FROM opening");
        count = read.step() ? static_cast<int>(read.integer(0)) : 0;
    }
    open();
    return count;
}

QStringList Fixture::filesIn(const QString &folder) const
{
    QStringList files;
    const QDir directory(m_directory->path());
    for (const auto &name : directory.entryList({ folder + "*" }, QDir::Dirs))
        files += QDir(directory.filePath(name)).entryList(QDir::Files);
    return files;
}

Academy *Fixture::openEmpty()
{
    (void)app::LocalDevice(begin().toStdString(), sampleNow);
    return open()->academy();
}

Academy *Fixture::openSealed(const QString &passphrase)
{
    (void)app::LocalDevice(begin().toStdString(), sampleNow, passphrase.toStdString());
    return open()->academy();
}

People *Fixture::openNew()
{
    (void)begin();
    return open();
}

People *Fixture::openShared(const QStringList &names)
{
    const store::PeopleDirectory directory(begin().toStdString());
    std::uint8_t number = 0;
    for (const auto &name : names) {
        record::Uuid id;
        id.bytes.back() = ++number;
        const auto person = directory.add(name.toStdString(), id);
        if (!QFile::copy(m_sample + "/cadre.db", QString::fromStdString(person.directory) + "/cadre.db"))
            qFatal("the sample store could not be copied");
        store::sealInPlace(person.directory, (name + " on a green hill").toStdString());
    }
    return open();
}

Academy *Fixture::reopen()
{
    m_people.reset();
    return open()->academy();
}

void Fixture::forgetSecrets()
{
    m_people.reset();
    m_secrets = std::make_unique<MemorySecrets>();
}

People *Fixture::open()
{
    const auto open = [](const std::string &directory,
                         const std::optional<store::SealKey> &key) -> std::unique_ptr<DeviceHost> {
        return key ? std::make_unique<app::LocalDevice>(directory, sampleNow, *key)
                   : std::make_unique<app::LocalDevice>(directory, sampleNow);
    };
    m_people =
        std::make_unique<People>(People::Means { .directory = store::PeopleDirectory(m_directory->path().toStdString()),
                                                 .open = open,
                                                 .secrets = *m_secrets,
                                                 .clock = [this] { return sampleNow + m_later; },
                                                 .entropy = record::systemEntropy(),
                                                 .browse =
                                                     [this](const QUrl &address) {
                                                         m_browsed = address;
                                                         emit opened();
                                                         return true;
                                                     } });
    QQmlEngine::setObjectOwnership(m_people.get(), QQmlEngine::CppOwnership);
    m_people->start();
    emit opened();
    return m_people.get();
}

QString Fixture::answerCalls(const QString &text)
{
    const auto body = text.toLatin1();
    m_server.close();
    m_server.disconnect(this);
    connect(&m_server, &QTcpServer::newConnection, this, [this, body] {
        auto *socket = m_server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, body] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/proto\r\nConnection: close\r\nContent-Length: "
                          + QByteArray::number(body.size()) + "\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no port could be opened");
    return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
}

QStringList Fixture::unreachable(QQuickItem *item) const
{
    return m_walk->nameless(item) + m_walk->small(item);
}

QStringList Fixture::outside(QQuickItem *item) const
{
    QStringList found;
    const std::function<void(QQuickItem *)> walk = [&](QQuickItem *inner) {
        if (!inner->isVisible())
            return;
        const auto text = inner->property("text").toString();
        if (!text.isEmpty() && inner->inherits("QQuickText")) {
            const auto box = inner->mapRectToItem(item, inner->boundingRect());
            if (box.left() < -1 || box.right() > item->width() + 1)
                found << QStringLiteral("“%1” from %2 to %3").arg(text).arg(box.left()).arg(box.right());
        }
        const auto children = inner->childItems();
        std::for_each(children.begin(), children.end(), walk);
    };
    walk(item);
    return found;
}

bool Fixture::shows(QQuickItem *item, const QString &text) const
{
    if (!item->isVisible())
        return false;
    if (item->property("text").toString().contains(text))
        return true;
    const auto children = item->childItems();
    return std::any_of(children.begin(), children.end(), [&](QQuickItem *child) { return shows(child, text); });
}
