// SPDX-License-Identifier: Apache-2.0
#include "sync/server/seed/world.h"

namespace seed {

const std::vector<Topic> &topics()
{
    static const std::vector<Topic> all {
        { "Checking for understanding",
          "InTASC 6",
          { "Students track the speaker now. Transition down to under a minute.",
            "Mini-whiteboards showed every answer at once; the reteach came the same day.",
            "Wait time is longer, and quieter students start to answer." },
          { "Same four hands in every discussion; exit tickets show a gap on fractions.",
            "The check comes at the very end, when there is no time left to use it.",
            "Questions are mostly recall; few ask students to explain." },
          { "Try the two-minute exit ticket in period 3", "Cold-call with cards in period 3",
            "Plan two stop-and-check moments for Thursday's lesson" },
          { "Bring the cold-call cards", "Watch ten minutes, count the voices",
            "Share three hinge questions for fractions" } },
        { "Routines",
          "InTASC 3",
          { "The entry routine runs without a reminder four days of five.",
            "Materials are out before the bell; the first task starts at once.",
            "Calm voice, clear signal, and everybody waited for it." },
          { "Group changes still cost five minutes.", "The line at the door unsettles the start after lunch.",
            "Two tables wait for a second reminder each time." },
          { "Practice the group change twice on Monday", "Post the three steps of the entry task",
            "Name the routine before each change" },
          { "Film one transition for us to look at", "Ask Mr Ito for release time on Thursday",
            "Lend the timer and the routine posters" } },
        { "Planning",
          "InTASC 7",
          { "The goal on the board matches the task and the exit ticket.",
            "Lesson ends with students saying what they learned.", "The unit plan now shows where we reteach." },
          { "The opening takes a third of the lesson.", "Three goals in one lesson is two too many.",
            "The task asks for less than the standard does." },
          { "Cut the opening to eight minutes", "Write one goal in students' words for each lesson next week",
            "Choose the hardest problem first, then plan back from it" },
          { "Send the planning page that we used last year", "Plan Wednesday's lesson together in common planning",
            "Look over the unit test before it is copied" } },
        { "Discussion",
          "InTASC 5",
          { "Students answered each other twice without coming back through the teacher.",
            "Sentence starters are on each desk, and they get used.",
            "Turn-and-talk got louder and stayed on the text." },
          { "Pairs finish early and have nothing to go on with.", "The strongest readers do most of the talking.",
            "Talk moves are known and not yet a habit." },
          { "Give each pair a second question", "Try talking chips in the reading block",
            "Keep a tally of who spoke, for one lesson" },
          { "Model one discussion in period 2", "Bring the list of talk moves",
            "Count student-to-student turns on Tuesday" } },
        { "Looking at student work",
          "InTASC 6",
          { "We sorted in three piles in ten minutes and agreed on the next step.",
            "The rubric reads the same to both of us now.", "Half the class moved up one level since September." },
          { "Feedback is long, and few students act on it.", "The same mistake shows in two thirds of the papers.",
            "No time set aside for students to revise." },
          { "Give one comment and one question on each paper", "Set aside ten minutes for revision on Friday",
            "Bring six papers from the middle pile" },
          { "Bring the protocol for looking at work", "Read ten papers as a second reader",
            "Find the number-line lesson from the shared drive" } },
        { "Working with families",
          "InTASC 10",
          { "Five good-news calls made this week, and two families called back.",
            "The conference began with what the student does well.", "The class page is up to date in two languages." },
          { "Three families could not be reached by phone.", "A conversation about grades turned tense.",
            "Families hear from us mostly when something is wrong." },
          { "Make two good-news calls before Wednesday", "Offer a morning and an evening slot for conferences",
            "Write down the questions that came up, for next time" },
          { "Sit in on the conference on Thursday, if wished", "Ask the office for an interpreter",
            "Share the call notes page" } },
        { "Support for every learner",
          "InTASC 2",
          { "Word banks helped four students to write a full paragraph.",
            "Seats were changed with care, and the mood is better.", "Directions come in words and pictures now." },
          { "The fast finishers get more of the same.", "Two students leave for services during new content.",
            "Reading level of the handout is above most of the class." },
          { "Prepare one deeper question for early finishers", "Move new content to the second half of the block",
            "Record the directions, so that they can be heard again" },
          { "Talk with the special educator about timing", "Find the same text at two levels",
            "Observe one small group for fifteen minutes" } },
        { "Pacing",
          "InTASC 4",
          { "The lesson reached the exit ticket three times this week.",
            "The timer is for the teacher now, not for students.",
            "Independent practice has grown to twelve minutes." },
          { "Questions during directions take the time from practice.", "The unit is four days behind the map.",
            "The last five minutes get lost in packing up." },
          { "Plan times beside each part of the lesson", "Take questions after the first try, not before",
            "Decide what to leave out of next week" },
          { "Keep time in one lesson and share the notes", "Look at the map together and choose what to cut",
            "Ask the grade team how they handled this unit" } },
    };
    return all;
}

const std::vector<std::string> &reflections()
{
    static const std::vector<std::string> all {
        "It helped to see the notes beside the plan. I want to try this once more before changing anything.",
        "I talked less today than last week, and the room was more awake.",
        "The third period needs something else than the first. I want to plan them apart.",
        "I was nervous about being watched, and it turned out to be useful.",
        "Two students asked to share their solution. That has not happened before.",
        "I would like to see somebody else do this before I try it again.",
        "Smaller steps work for me. One change a week is enough.",
        "Planning on Friday rather than Sunday made the week lighter.",
    };
    return all;
}

const std::vector<std::string> &privateNotes()
{
    static const std::vector<std::string> all {
        "Give more wait time myself; I jumped in twice.",
        "She knows the answer when she is asked the right question. Ask, don't tell.",
        "Check my own calendar for a second visit before the break.",
        "Start next time with what went well; we ran out of time for it.",
        "Remember the book on talk moves for the next forum.",
    };
    return all;
}

} // namespace seed
