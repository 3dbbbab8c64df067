// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "academy.h"
#include "records_read.h"

#include <QCoreApplication>

#include <memory>

/// Taking back what a command wrote.
namespace models {

/// One record before and after a command, filled on the worker.
template <class Message>
struct Slip {
    store::RecordKey key;
    Message before;
    Message after;
};

/// Writes `slip.before` as an edit of its own, unless somebody changed the record since. False where somebody did.
template <class Message>
[[nodiscard]] bool takeBack(engine::Device &device, const Slip<Message> &slip)
{
    auto form = device.open(slip.key);
    if (!form.opened || form.opened->SerializeAsString() != slip.after.SerializeAsString())
        return false;
    device.save({ { &form, std::make_shared<Message>(slip.before) } });
    return true;
}

/// Offers to take it back, with a sentence of what was done. The academy must be alive; it holds the offer.
template <class Message>
void offerUndo(Academy &academy, const std::shared_ptr<Slip<Message>> &slip, const QString &said)
{
    academy.lastChange()->offer(said, [&academy, slip] {
        auto *last = academy.lastChange();
        const auto done = std::make_shared<bool>(false);
        academy.save(
            last, [slip, done](engine::Device &device) { *done = takeBack(device, *slip); },
            [last, done] {
                last->say(*done ? QCoreApplication::translate("LastChange", "Taken back")
                                : QCoreApplication::translate("LastChange",
                                                              "It was changed again meanwhile and stays as it is now."),
                          false);
            },
            [last](const QString &sentence) { last->say(sentence, true); });
    });
}

} // namespace models
