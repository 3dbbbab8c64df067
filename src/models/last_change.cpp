// SPDX-License-Identifier: Apache-2.0
#include "last_change.h"

#include <utility>

void LastChange::offer(const QString &sentence, std::function<void()> takeBack)
{
    m_takeBack = std::move(takeBack);
    emit offered(sentence);
}

void LastChange::takeBack()
{
    if (const auto run = std::exchange(m_takeBack, {}))
        run();
}
