// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "value_list_model.h"

#include <google/protobuf/descriptor.h>

#include <set>

/// Chips: the choices of a field, of which one or several are taken.
class ChoiceListModel : public ValueListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A form holds it")

public:
    enum class Several { No, Yes };

    ChoiceListModel(const google::protobuf::EnumDescriptor &choices, Several several, QObject *parent);
    /// Choices of our own words: the value is the place in the list, from 1.
    ChoiceListModel(const QStringList &labels, QObject *parent);
    ChoiceListModel(const QStringList &labels, Several several, QObject *parent);
    /// Other words in their place; what was taken by its number stays.
    void setLabels(const QStringList &labels);

    Q_INVOKABLE void toggle(int value);

    [[nodiscard]] const std::set<int> &selected() const { return m_selected; }
    [[nodiscard]] int value() const { return m_selected.empty() ? 0 : *m_selected.begin(); }
    [[nodiscard]] QString label(int value) const;
    void select(const std::set<int> &values);

signals:
    void toggled();

private:
    void show();

    QList<std::pair<int, QString>> m_choices;
    bool m_several = false;
    std::set<int> m_selected;
};
