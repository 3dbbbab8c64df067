// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/plants.h"

#include <algorithm>

namespace sim {

const std::vector<Plant> &plants()
{
    static const std::vector<Plant> all {
        { "acknowledge_before_commit", "the server answers a push before it is on its disk" },
        { "alive_sees_no_delete", "who brings a record back says nothing of the delete they had on screen" },
        { "author_is_believed", "whom a change names as its author is not held against who signed it" },
        { "branch_draws_new_salts", "two copies of one waiting change become two changes when their chain forks" },
        { "branch_keeps_old_contexts", "a chain that forked goes on with contexts that name its old site" },
        { "claims_are_believed", "a context may claim what nobody has written yet" },
        { "clock_decides", "of two edits the later one wins" },
        { "commit_without_sync", "a commit is not synced to the disk" },
        { "context_taken_at_save", "an edit claims to have seen what came while its form was open" },
        { "cursor_off_by_one", "a page leaves out the first change after the cursor" },
        { "cursor_without_hash", "a cursor is of this history when its number is" },
        { "delete_is_no_conflict", "a delete that meets an edit is not counted as a conflict" },
        { "draft_without_context", "a draft keeps its text and not what its form had on screen" },
        { "equal_values_are_one_edit", "of two edits with one value only one dot is kept" },
        { "fetch_asks_for_no_right", "whoever asks for a snapshot gets it" },
        { "form_forgets_its_own_saves", "a form's second save does not know of its first" },
        { "held_is_acknowledged", "the device takes a change that the server only holds for one that it has" },
        { "lattice_takes_the_latest", "a lattice takes the number that came last" },
        { "leaving_empties_the_outbox", "what was not sent yet goes with the place that is left" },
        { "leaving_is_not_told", "nobody tells a device that it no longer belongs to a place" },
        { "new_type_starts_empty", "records that came before the app knew their type stay unread" },
        { "numbers_used_twice_after_leaving", "a device that comes back to a place counts its changes from one again" },
        { "pull_asks_for_no_right", "whoever names a place gets its log" },
        { "refused_stays_shown", "what the server set aside stays in the records" },
        { "removal_takes_unseen_adds", "taking an element away takes adds as well that nobody had seen" },
        { "resolution_sees_no_life", "ending a conflict says nothing of the record's life" },
        { "row_numbers_survive_a_rollback", "numbers of rows are remembered that a rollback took away" },
        { "same_number_same_change", "a change under a known number is taken for a repeat, whatever it says" },
        { "signature_is_not_checked", "nobody looks at the signature under a run" },
        { "snapshot_hides_what_waits", "a snapshot takes the place of edits that wait" },
        { "snapshot_of_another_epoch", "a restored server hands out the snapshot that it had made before" },
        { "snapshot_tells_values_only", "a snapshot tells the first of two alternatives" },
        { "undo_is_not_renewed", "what a waiting change covers is remembered as it was when it was made" },
        { "vector_without_exceptions", "a context is a vector: all that a site wrote up to a number" },
    };
    return all;
}

bool isPlant(const std::string &name)
{
    return std::any_of(plants().begin(), plants().end(), [&](const Plant &plant) { return name == plant.name; });
}

} // namespace sim
