// SPDX-License-Identifier: Apache-2.0
#include "sync/engine/search.h"
#include "tests/bench/academy.h"
#include "tests/bench/device_work.h"
#include "tests/bench/scenario.h"

#include "cadre/v1/check_in.pb.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <stdexcept>

namespace bench {

namespace {

constexpr unsigned usualRecords = 100'000;
// Until what was typed has its first results: what the interface promises.
constexpr double promisedSeconds = 0.050;
constexpr int resultsOfEachKind = 7;
constexpr auto typed = "students ask";

using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// Sentences of which some words are in every second one, and most in few.
class Sentences {
public:
    std::string next()
    {
        static constexpr std::array often { "students", "the",      "and",  "ask",    "lesson",  "plan",
                                            "group",    "question", "exit", "ticket", "estudio", "reading",
                                            "pregunta", "maestra",  "pair", "talk",   "work",    "time" };
        std::string sentence;
        for (int i = 0; i < 12; ++i)
            sentence += (m_chance() % 3 == 0 ? std::string(often[m_chance() % often.size()]) : seldom()) + " ";
        return sentence;
    }

private:
    /// One of some ten thousand, the shorter ones more often.
    std::string seldom()
    {
        static constexpr std::array syllables { "ma",  "re", "sto", "li",  "na", "per", "ñu", "tá",  "co", "sen",
                                                "dra", "vi", "lo",  "ust", "ar", "mi",  "fe", "gra", "po", "stu" };
        std::string word;
        const auto count = 2 + m_chance() % 2;
        for (unsigned i = 0; i < count; ++i)
            word += syllables[m_chance() % syllables.size()];
        return word;
    }

    std::mt19937 m_chance { 7 };
};

/// A note beside each check-in, of words that people write.
std::vector<std::string> writeNotes(OpenDevice &open)
{
    Sentences sentences;
    std::vector<std::string> bodies;
    store::Query all;
    all.type = "CheckIn";
    auto &device = open.device();
    const auto author = device.identity().person.text();
    store::Transaction together(open.database());
    for (const auto &checkIn : device.list(all)) {
        auto form = device.openNew("CheckInNote", { .kind = cadre::v1::SCOPE_KIND_PAIR, .key = checkIn.key.scope.key });
        auto note = std::make_shared<cadre::v1::CheckInNote>();
        note->set_check_in(checkIn.key.id.text());
        note->set_author(author);
        note->set_part(cadre::v1::NOTE_PART_WORKS);
        note->set_body(bodies.emplace_back(sentences.next()));
        device.save({ { &form, note } });
    }
    together.commit();
    return bodies;
}

/// The longest that anybody waits who types letter by letter: first results of each kind with what matched in them.
double worstKeystroke(const std::string &directory)
{
    OpenDevice open(directory);
    const engine::Search search(open.device());
    double worst = 0;
    const std::string words = typed;
    for (std::size_t letters = 1; letters <= words.size(); ++letters) {
        const auto begin = Clock::now();
        std::size_t found = 0;
        for (const auto *type : search.types()) {
            for (const auto &stored : search.find(*type, words.substr(0, letters), resultsOfEachKind))
                found += search.passageOf(stored, words.substr(0, letters)).marks.size();
        }
        worst = std::max(worst, since(begin));
        if (found == 0)
            throw std::runtime_error("Nothing was found; nothing was measured.");
    }
    return worst;
}

/// The same of a full-text table of SQLite's as it comes, with the texts alone.
class PlainSearch {
public:
    PlainSearch(std::string path, const std::vector<std::string> &bodies)
        : m_path(std::move(path))
    {
        store::Database database(m_path);
        store::Transaction together(database);
        database.run("CREATE VIRTUAL TABLE plain USING fts5(body)");
        store::Statement insert(database, "INSERT INTO plain(body) VALUES(?)");
        for (const auto &body : bodies)
            insert.bindText(1, body).run();
        together.commit();
    }

    [[nodiscard]] double worstKeystroke() const
    {
        store::Database database(m_path);
        double worst = 0;
        const std::string words = typed;
        for (std::size_t letters = 1; letters <= words.size(); ++letters) {
            const auto begin = Clock::now();
            store::Statement find(database, "SELECT body FROM plain WHERE plain MATCH ? ORDER BY rowid DESC LIMIT ?");
            find.bindText(1, words.substr(0, letters) + "*").bind(2, resultsOfEachKind);
            while (find.step())
                (void)find.blob(0);
            worst = std::max(worst, since(begin));
        }
        return worst;
    }

private:
    std::string m_path;
};

} // namespace

Outcome search(const Settings &settings)
{
    const auto count = settings.records == 0 ? usualRecords : settings.records;
    Academy academy(settings.programs, count);
    const auto directory = academy.emptyDevice("lead.volume");
    (void)academy.device(directory, { "sync" });
    std::vector<std::string> bodies;
    {
        OpenDevice open(directory);
        bodies = writeNotes(open);
        (void)engine::Search(open.device()).follow();
    }
    const PlainSearch plain(directory + "/plain.db", bodies);
    std::vector<double> ours, limits;
    for (int round = 0; round < settings.rounds; ++round) {
        ours.push_back(worstKeystroke(directory));
        limits.push_back(plain.worstKeystroke());
    }
    return { .scenario = "search",
             .records = bodies.size(),
             .seconds = median(ours),
             .limitSeconds = promisedSeconds,
             .bareLimitSeconds = median(limits),
             .peakRssMiB = ownPeakRssMiB() };
}

} // namespace bench
