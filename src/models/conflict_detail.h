// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"
#include "view_model.h"

#ifndef Q_MOC_RUN
#include "sync/store/records.h"
#endif

/// One field in which two changes met: what it was, each version, and the way out.
class ConflictDetail : public ViewModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString conflictId READ conflictId WRITE setConflictId NOTIFY conflictIdChanged)
    Q_PROPERTY(QString title READ title NOTIFY detailChanged)
    Q_PROPERTY(QString fieldLabel READ fieldLabel NOTIFY detailChanged)
    Q_PROPERTY(QString baseText READ baseText NOTIFY detailChanged)
    Q_PROPERTY(QString explanation READ explanation NOTIFY detailChanged)
    Q_PROPERTY(ValueListModel *alternatives READ alternatives CONSTANT)
    Q_PROPERTY(bool isText READ isText NOTIFY detailChanged)
    Q_PROPERTY(bool isDay READ isDay NOTIFY detailChanged)
    Q_PROPERTY(Editor editorKind READ editorKind NOTIFY detailChanged)
    Q_PROPERTY(QString bothText READ bothText NOTIFY detailChanged)
    Q_PROPERTY(int choice READ choice WRITE setChoice NOTIFY choiceChanged)
    Q_PROPERTY(QString newValue READ newValue WRITE setNewValue NOTIFY choiceChanged)
    Q_PROPERTY(bool canKeep READ canKeep NOTIFY choiceChanged)
    Q_PROPERTY(QString keepLabel READ keepLabel NOTIFY choiceChanged)

public:
    enum Choice { None = -1, Both = 100, NewValue = 101 };
    Q_ENUM(Choice)
    enum Editor { Text, Day, Fixed };
    Q_ENUM(Editor)

    struct View {
        std::optional<store::Conflict> conflict;
        QString baseText, explanation, bothText;
        QStringList values;
        QList<ValueListModel::Row> rows;
    };

    explicit ConflictDetail(QObject *parent = nullptr);

    [[nodiscard]] QString conflictId() const { return m_conflictId; }
    void setConflictId(const QString &conflictId);
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString fieldLabel() const;
    [[nodiscard]] QString baseText() const { return m_view.baseText; }
    [[nodiscard]] QString explanation() const { return m_view.explanation; }
    [[nodiscard]] ValueListModel *alternatives() const { return m_alternatives; }
    [[nodiscard]] bool isText() const { return m_view.conflict && m_view.conflict->isText; }
    [[nodiscard]] bool isDay() const { return m_view.conflict && m_view.conflict->isDay; }
    [[nodiscard]] Editor editorKind() const;
    [[nodiscard]] QString bothText() const { return m_view.bothText; }
    [[nodiscard]] int choice() const { return m_choice; }
    void setChoice(int choice);
    [[nodiscard]] QString newValue() const { return m_newValue; }
    void setNewValue(const QString &value);
    [[nodiscard]] bool canKeep() const;
    /// "Keep 11 Dec": what the way out will do.
    [[nodiscard]] QString keepLabel() const;

    Q_INVOKABLE void keep();

signals:
    void conflictIdChanged();
    void detailChanged();
    void choiceChanged();
    void resolved();
    void failed(const QString &text);

protected:
    void reload() override;

private:
    QString m_conflictId;
    View m_view;
    int m_choice = None;
    QString m_newValue;
    ValueListModel *m_alternatives;
};
