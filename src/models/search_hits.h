// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "records_read.h"

#include "sync/engine/search.h"

#include <QString>

#include <vector>

/// What a search shows of the records that it found, on the worker thread.
namespace models {

/// Groups of results, in the order in which they are shown.
enum class HitKind { People, CheckIns, Plans, Goals, Shared, Places, Others };

/// One result. Check-ins come once, however much of them holds the words.
struct Hit {
    QString id; ///< Of the list's row.
    HitKind kind = HitKind::Others;
    std::int64_t changedAt = 0; ///< UTC milliseconds.
    QString title;
    QString passage; ///< What matched, with its words in <b>; else escaped.
    QString plainPassage;
    QString day; ///< "12 Nov"; empty where the record has none.
    QString route; ///< Of the page that shows it; empty where there is none.
    QString target; ///< What that page is opened with.
};

struct Hits {
    std::vector<Hit> list;
    bool hasMore = false; ///< Some kind has more than were asked for.
};

/// At most so many of each kind of record, the latest first.
[[nodiscard]] Hits hitsOf(engine::Device &device, const engine::Search &search, const std::string &text, int ofEach);

/// The title of a group.
[[nodiscard]] QString kindTitle(HitKind kind);

/// The part of a text around its first mark, short enough for two lines, as styled text with the marks in <b>.
[[nodiscard]] QString styledPassage(const engine::Passage &passage);
/// The same without the styling, for those who hear it.
[[nodiscard]] QString plainPassage(const engine::Passage &passage);

} // namespace models
