// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

/// What this device holds for the words that are typed, by kind, the latest first. Searching goes on beside the
/// interface; what is shown is always of the words that were asked last.
class SearchModel : public AcademyListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)
    /// Words are there and what is shown is all that was found for them.
    Q_PROPERTY(bool answered READ answered NOTIFY stateChanged)
    /// Records that came lately are still being read, so there may be more.
    Q_PROPERTY(bool reading READ reading NOTIFY stateChanged)
    Q_PROPERTY(bool hasMore READ hasMore NOTIFY stateChanged)
    /// Why nothing could be searched; empty when all is well.
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged)

public:
    explicit SearchModel(QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] bool answered() const { return hasWords() && m_shown == m_text; }
    [[nodiscard]] bool reading() const { return m_reading; }
    [[nodiscard]] bool hasMore() const { return m_hasMore; }
    [[nodiscard]] QString problem() const { return m_problem; }

    /// More of each kind.
    Q_INVOKABLE void showMore();

signals:
    void textChanged();
    void stateChanged();

protected:
    void reload() override;

private:
    [[nodiscard]] bool hasWords() const { return !m_text.trimmed().isEmpty(); }
    void answer(const QString &asked, const QList<Row> &rows, bool hasMore, bool isComplete, const QString &problem);

    QString m_text;
    QString m_shown;
    QString m_problem;
    int m_ofEach;
    bool m_asking = false; ///< One question at a time; the next one is of what is typed by then.
    bool m_askAgain = false;
    bool m_reading = false;
    bool m_hasMore = false;
};
