// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/twin_stories.h"

namespace sim {

void isCopied(Story &story, std::uint32_t one)
{
    story.letIn(one);
    story.round(one);
    story.openNew(one);
    story.save(one);
    story.round(one);
    story.tell(Action::Copy, one, 0);
    story.open(newest);
    story.save(newest);
    story.round(newest);
    story.work(one);
    if (story.oneIn(2)) {
        // The disk fails when the device learns of it.
        story.tell(Action::Begin, one, 0);
        story.tell(Action::Deliver, one, 0);
        story.tell(Action::DiskError, one, story.below(12), story.below(4));
        story.tell(Action::Deliver, one, 0);
        story.work(one);
    }
    story.round(one);
    switch (story.below(3)) {
    case 0: // It is put out of the place with work under that name.
        story.work(one);
        story.putOut(one);
        story.round(one);
        if (story.oneIn(2)) {
            story.letIn(one);
        }
        break;
    case 1: // A form waits as a draft.
        story.open(newest);
        story.save(newest);
        story.round(newest);
        story.round(one);
        for (int i = 0; i < 2; ++i) {
            story.open(one);
            story.tell(Action::KeepDraft, one, named);
            story.tell(Action::TakeDraft, one, 0);
            story.save(one);
        }
        break;
    default:
        story.tell(Action::Rollback, one, story.below(1000));
        story.work(one);
    }
    story.round(one);
    story.round(newest);
}

void isCopiedWithItsWork(Story &story, std::uint32_t one)
{
    story.letIn(one);
    story.work(one);
    story.round(one);
    story.tell(Action::Copy, one, 0);
    story.work(newest);
    story.round(newest);
    for (auto i = 1 + story.below(2); i > 0; --i) {
        story.work(one);
    }
    story.tell(Action::Copy, one, 0);
    if (story.oneIn(2)) {
        story.work(newest);
    }
    story.round(one);
    story.round(newest);
    story.round(one);
}

void meetsItsTwin(Story &story, std::uint32_t one)
{
    story.begin(one);
    story.tell(Action::Copy, one, 0);
    story.putOut(one);
    story.round(one);
    story.round(newest);
    story.letIn(one);
    story.round(newest);
    story.work(newest);
    story.round(newest);
    story.tell(Action::Begin, one, 0);
    story.deliver(one, 2, 3);
    story.openNew(one);
    story.save(one);
    story.deliver(one, 3, 6);
    story.round(one);
    story.round(newest);
}

void isRestored(Story &story, std::uint32_t one, std::uint32_t other)
{
    story.begin(one);
    const bool isCopied = !story.oneIn(3);
    if (isCopied) {
        story.tell(Action::Copy, one, 0);
    }
    story.tell(Action::KeepServer, one, 0);
    for (auto i = 1 + story.below(2); i > 0; --i) {
        story.work(one);
    }
    story.round(one);
    if (story.oneIn(2)) {
        story.round(other);
        story.open(other);
        story.save(other);
    }
    story.tell(Action::Restore, one, named);
    if (isCopied) {
        if (story.oneIn(3)) {
            story.openNew(newest);
        } else {
            story.open(newest);
        }
        story.save(newest);
        story.round(newest);
    }
    if (story.oneIn(2)) {
        story.round(other);
    }
    story.work(one);
    story.round(one);
    story.round(other);
}

void hasSeenATwin(Story &story, std::uint32_t one, std::uint32_t other)
{
    story.letIn(one);
    story.letIn(other);
    story.work(one);
    story.round(one);
    story.round(other);
    story.tell(Action::Copy, one, 0);
    story.tell(Action::KeepServer, one, 0);
    story.openFirst(one);
    story.save(one);
    story.round(one);
    story.round(other);
    story.openFirst(other);
    if (story.oneIn(2)) {
        story.save(other);
    }
    story.tell(Action::Restore, one, named);
    story.openFirst(newest);
    story.save(newest);
    story.round(newest);
    story.save(other);
    if (story.oneIn(2)) {
        story.tell(Action::Begin, other, 0);
        story.deliver(other, 8, 12);
    }
    story.round(other);
    story.round(one);
}

} // namespace sim
