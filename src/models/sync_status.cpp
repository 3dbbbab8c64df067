// SPDX-License-Identifier: Apache-2.0
#include "sync_status.h"

#include "permissions.h"
#include "words.h"

void SyncStatus::reload()
{
    if (!m_connected) {
        m_connected = true;
        connect(academy(), &Academy::exchangeChanged, this, &SyncStatus::scheduleReload);
    }
    struct Read {
        engine::Status status;
        std::int64_t now = 0;
    };
    academy()->run(
        this,
        [](engine::Device &device) {
            Read read { device.status(), device.now() };
            read.status.conflicts = models::conflictsFor(device).size();
            return read;
        },
        [this](const Read &read) {
            m_status = read.status;
            m_now = read.now;
            emit statusChanged();
            setLoaded();
        });
}

void SyncStatus::syncNow()
{
    academy()->syncNow();
}

SyncStatus::State SyncStatus::state() const
{
    if (!academy())
        return AllOnServer;
    const auto &exchange = academy()->exchange();
    if (m_status.conflicts + m_status.setAside > 0)
        return NeedsYou;
    if (exchange.tried && !exchange.offline && !exchange.problem.isEmpty())
        return Stopped;
    if (exchange.offline && m_status.waiting > 0)
        return Offline;
    if (exchange.working && m_status.waiting > 0)
        return Working;
    return m_status.waiting > 0 ? Waiting : AllOnServer;
}

QString SyncStatus::text() const
{
    switch (state()) {
    case NeedsYou:
        return tr("Needs you: %n", nullptr, static_cast<int>(m_status.conflicts + m_status.setAside));
    case Stopped:
        return tr("Saved on this device · the server could not take it yet");
    case Offline:
    case Waiting:
        return m_status.waiting == 1 ? tr("Saved on this device · waiting for internet")
                                     : tr("%n waiting for internet", nullptr, waiting());
    case Working:
        return tr("Sending %n", nullptr, waiting());
    default:
        return m_status.lastAgreedAt == 0 ? tr("Not on the server yet") : tr("All on the server");
    }
}

QString SyncStatus::detail() const
{
    if (!academy())
        return {};
    const auto &exchange = academy()->exchange();
    if (!exchange.problem.isEmpty() && !exchange.offline)
        return exchange.problem;
    if (!exchange.notice.isEmpty())
        return exchange.notice;
    if (m_status.closed > 0)
        return tr("What others wrote is shown again after the next connection with the server. Nothing is lost, and "
                  "what you write is saved here.");
    if (exchange.offline)
        return tr("The server can’t be reached right now. Everything you write is saved here and leaves by itself.");
    return {};
}

QString SyncStatus::lastAgreed() const
{
    return m_status.lastAgreedAt == 0
        ? tr("This device and the server have not met yet.")
        : tr("This device and the server agreed %1.").arg(models::agoText(m_status.lastAgreedAt, m_now));
}

QString SyncStatus::savedHere() const
{
    return tr("%n record(s)", nullptr, static_cast<int>(m_status.records));
}
