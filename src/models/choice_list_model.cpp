// SPDX-License-Identifier: Apache-2.0
#include "choice_list_model.h"

#include "words.h"

namespace {

const QList<QByteArray> roles { "value", "label", "selected" };

} // namespace

ChoiceListModel::ChoiceListModel(const google::protobuf::EnumDescriptor &choices, Several several, QObject *parent)
    : ValueListModel(roles, parent)
    , m_several(several == Several::Yes)
{
    for (int i = 0; i < choices.value_count(); ++i) {
        if (choices.value(i)->number() != 0)
            m_choices.append({ choices.value(i)->number(), models::choice(choices, choices.value(i)->number()) });
    }
    show();
}

ChoiceListModel::ChoiceListModel(const QStringList &labels, QObject *parent)
    : ChoiceListModel(labels, Several::No, parent)
{
}

ChoiceListModel::ChoiceListModel(const QStringList &labels, Several several, QObject *parent)
    : ValueListModel(roles, parent)
    , m_several(several == Several::Yes)
{
    setLabels(labels);
}

void ChoiceListModel::setLabels(const QStringList &labels)
{
    m_choices.clear();
    for (const auto &label : labels)
        m_choices.append({ static_cast<int>(m_choices.size()) + 1, label });
    show();
}

QString ChoiceListModel::label(int value) const
{
    for (const auto &choice : m_choices) {
        if (choice.first == value)
            return choice.second;
    }
    return {};
}

void ChoiceListModel::toggle(int value)
{
    const bool taken = m_selected.contains(value);
    if (!m_several)
        m_selected.clear();
    if (taken)
        m_selected.erase(value);
    else
        m_selected.insert(value);
    show();
    emit toggled();
}

void ChoiceListModel::select(const std::set<int> &values)
{
    m_selected = values;
    show();
}

void ChoiceListModel::show()
{
    QList<Row> rows;
    for (const auto &[value, label] : m_choices)
        rows.append({ QString::number(value), { value, label, m_selected.contains(value) } });
    setRows(rows);
}
