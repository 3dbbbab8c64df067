// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/plants.h"

#include <algorithm>

namespace sim {

namespace {

constexpr auto byOutsider = PlantedBy::Outsider;

} // namespace

const std::vector<Plant> &plants()
{
    static const std::vector<Plant> all {
        { "a_name_is_one_change", "what stands under a name that a change had seen is not held against what it saw" },
        { "acknowledge_before_commit", "the server answers a push before it is on its disk" },
        { "alive_sees_no_delete", "who brings a record back says nothing of the delete they had on screen" },
        { "an_older_history_may_claim", "what a change from before a restore had seen is not held against the log" },
        { "anybody_may_forget", "whoever says that a record is forgotten is believed" },
        { "author_is_believed", "whom a change names as its author is not held against who signed it" },
        { "body_root_of_first_part", "a header's root covers the first part of its body", byOutsider },
        { "branch_certificates_stay_here", "nobody is told whose a branch is", byOutsider },
        { "branch_draws_new_salts", "two copies of one waiting change become two changes when their chain forks" },
        { "branch_keeps_old_contexts", "a chain that forked goes on with contexts that name its old site" },
        { "branch_may_have_any_name", "whose branch a site is, is not held against its chain", byOutsider },
        { "branches_are_not_own", "a device's branches are others' where a place is left or begun anew", byOutsider },
        { "branches_survive_a_rollback", "branches are remembered that a rollback took away", byOutsider },
        { "certificate_of_another_site", "a run's certificate need not be of the site that it names", byOutsider },
        { "claims_are_believed", "a context may claim what nobody has written yet" },
        { "claims_one_ahead", "a context may claim the next change of each site", byOutsider },
        { "cleared_is_no_alternative", "a field that was cleared is no alternative to one that was written",
          byOutsider },
        { "clock_decides", "of two edits the later one wins" },
        { "commit_without_sync", "a commit is not synced to the disk" },
        { "compacted_change_is_another", "a change is known by its header's bytes, also where compaction dropped them",
          byOutsider },
        { "compaction_waits_for_nobody", "what some devices have not seen yet is compacted" },
        { "context_taken_at_save", "an edit claims to have seen what came while its form was open" },
        { "cursor_off_by_one", "a page leaves out the first change after the cursor" },
        { "cursor_without_hash", "a cursor is of this history when its number is" },
        { "delete_is_no_conflict", "a delete that meets an edit is not counted as a conflict" },
        { "draft_counts_branches_from_zero", "a form out of a draft gives its context every branch's name again",
          byOutsider },
        { "draft_without_context", "a draft keeps its text and not what its form had on screen" },
        { "emptied_field_is_no_edit", "who empties a field changes nothing", byOutsider },
        { "epochs_are_counted", "the number of a history is the next one and not the time", byOutsider },
        { "equal_values_are_one_edit", "of two edits with one value only one dot is kept" },
        { "failed_commit_is_not_undone", "a transaction whose commit fails stays open", byOutsider },
        { "fetch_asks_for_no_right", "whoever asks for a snapshot gets it" },
        { "fork_is_cut_where_it_shows", "a chain that forked is cut at the first change that the server turned away",
          byOutsider },
        { "forgets_what_it_saw_later", "what is forgotten takes along edits that were not known when it was" },
        { "form_forgets_its_own_saves", "a form's second save does not know of its first" },
        { "form_moves_before_commit", "a form takes its save for done before the disk has it", byOutsider },
        { "held_is_acknowledged", "the device takes a change that the server only holds for one that it has" },
        { "late_work_stays_after_leaving", "what went up after a place was left stays on the device", byOutsider },
        { "latest_life_decides", "a record lives when the latest of delete and edit says so", byOutsider },
        { "keeping_drops_what_was_set_aside", "what is old goes, also when the server has set it aside" },
        { "lattice_takes_the_latest", "a lattice takes the number that came last" },
        { "leaving_empties_the_outbox", "what was not sent yet goes with the place that is left" },
        { "leaving_forgets_what_was_set_aside", "what the server set aside goes with the place that is left",
          byOutsider },
        { "leaving_is_not_told", "nobody tells a device that it no longer belongs to a place" },
        { "leaving_keeps_a_begun_snapshot", "a snapshot on its way stays when its place is left", byOutsider },
        { "list_takes_one_of_a_save", "of the entries that one save appends to a list the first one stays",
          byOutsider },
        { "log_is_not_written_again", "what a crash left in the write-ahead log is taken to be on the disk",
          byOutsider },
        { "new_snapshot_keeps_old_chunks", "the chunks of a newer snapshot follow those of the one before",
          byOutsider },
        { "new_type_brings_no_conflicts", "records that came before the app knew their type show no conflicts",
          byOutsider },
        { "new_type_starts_empty", "records that came before the app knew their type stay unread" },
        { "numbers_used_twice_after_leaving", "a device that comes back to a place counts its changes from one again" },
        { "one_missing_number_is_no_gap", "a context joins what lies one number apart", byOutsider },
        { "own_changes_are_here_already", "a change of this device that the server sends is taken to be in the records",
          byOutsider },
        { "page_ends_inside_a_run", "a page of the log ends where its budget does", byOutsider },
        { "page_from_below_the_base", "a log is handed out from one change before where it still begins", byOutsider },
        { "poll_compares_revs", "a device is where the server is when their numbers are the same", byOutsider },
        { "pull_asks_for_no_right", "whoever names a place gets its log" },
        { "refused_stays_shown", "what the server set aside stays in the records" },
        { "removal_takes_unseen_adds", "taking an element away takes adds as well that nobody had seen" },
        { "replay_begins_after", "a replay leaves out the change from which it begins", byOutsider },
        { "resolution_covers_what_is_listed", "who ends a conflict had seen one alternative of each value",
          byOutsider },
        { "resolution_sees_no_life", "ending a conflict says nothing of the record's life" },
        { "restore_is_seen_by_cursors_alone",
          "what was acknowledged in a place that was never read is not offered again", byOutsider },
        { "restored_snapshot_is_taken_at_once",
          "a restored server's snapshot is taken before what is held is asked about" },
        { "returning_change_moves_the_head", "a chain's head follows whatever change of it came last", byOutsider },
        { "row_numbers_survive_a_rollback", "numbers of rows are remembered that a rollback took away" },
        { "run_over_a_gap", "waiting changes go up as one run across numbers that are missing", byOutsider },
        { "same_number_same_change", "a change under a known number is taken for a repeat, whatever it says" },
        { "same_words_are_a_conflict", "two people who changed the same words alike are in conflict", byOutsider },
        { "screen_without_what_it_replaced",
          "a form's context names the values on screen and not what those had replaced", byOutsider },
        { "signature_is_not_checked", "nobody looks at the signature under a run" },
        { "snapshot_brings_no_conflicts", "records out of a snapshot count no conflicts", byOutsider },
        { "seen_twins_keep_their_names",
          "what was made from a change that turned out to have a twin goes on naming the twin" },
        { "snapshot_calls_sets_registers", "a snapshot does not say that a field is a set", byOutsider },
        { "snapshot_from_below_the_base", "a snapshot is handed out that the log does not reach back to", byOutsider },
        { "snapshot_hides_what_waits", "a snapshot takes the place of edits that wait" },
        { "snapshot_of_another_epoch", "a restored server hands out the snapshot that it had made before" },
        { "snapshot_settles_own_changes", "a snapshot acknowledges what this device had written before its heads",
          byOutsider },
        { "snapshot_tells_values_only", "a snapshot tells the first of two alternatives" },
        { "snapshot_without_the_deleted", "a snapshot leaves out what was deleted", byOutsider },
        { "texts_beside_each_other_merge", "texts merge also where words beside each other changed", byOutsider },
        { "texts_of_two_bases_merge", "texts are merged whose authors began from different ones", byOutsider },
        { "twin_at_the_head_is_missed", "a snapshot hides a waiting change whose twin is the last of its chain",
          byOutsider },
        { "types_are_said_once", "a snapshot says how a type merges in the first of its chunks alone", byOutsider },
        { "undo_is_not_renewed", "what a waiting change covers is remembered as it was when it was made" },
        { "undo_stays_after_leaving", "a change that waits keeps what the records of a left place were", byOutsider },
        { "unknown_types_stay_after_leaving",
          "records of types that the app does not know stay in a place that is left", byOutsider },
        { "vector_without_exceptions", "a context is a vector: all that a site wrote up to a number" },
        { "who_comes_back_reads_on", "who is let in again while work waits reads the log as if nothing had gone",
          byOutsider },
    };
    return all;
}

bool isPlant(const std::string &name)
{
    return std::any_of(plants().begin(), plants().end(), [&](const Plant &plant) { return name == plant.name; });
}

} // namespace sim
