// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/engine/device.h"

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace models {

/// Forms that are saved together, on the worker thread.
class Batch {
public:
    explicit Batch(engine::Device &device)
        : m_device(device)
    {
    }

    /// A new record; what it holds is filled in by the caller.
    template <class Message>
    Message &add(const record::ScopeId &scope, const std::optional<record::Uuid> &id = {})
    {
        const auto &type = Message::descriptor()->name();
        return take<Message>(id ? m_device.openNew(type, scope, *id) : m_device.openNew(type, scope));
    }

    /// The record as the form with this token shows it, to be changed by the caller.
    template <class Message>
    Message &edit(const std::string &token)
    {
        return take<Message>(m_device.formFromToken(token));
    }

    /// Throws what engine::Device::save throws.
    void save() { m_device.save(m_edits); }

private:
    template <class Message>
    Message &take(engine::Form form)
    {
        m_forms.push_back(std::move(form));
        auto message = std::make_shared<Message>();
        if (const auto *opened = dynamic_cast<const Message *>(m_forms.back().opened.get()))
            *message = *opened;
        m_edits.push_back({ &m_forms.back(), message });
        return *message;
    }

    engine::Device &m_device;
    std::deque<engine::Form> m_forms;
    std::vector<engine::Edit> m_edits;
};

} // namespace models
