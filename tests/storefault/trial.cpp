// SPDX-License-Identifier: Apache-2.0
#include "tests/storefault/trial.h"

#include "tests/storefault/contents.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>
#include <sqlite3.h>

namespace storefault {

namespace {

constexpr std::size_t mostFindings = 20;
constexpr std::uint64_t laterStep = 1000;

/// Notes each state that a connection commits, as another connection sees it.
class Witness {
public:
    Witness(Subject &subject, std::vector<std::uint64_t> &states)
        : m_states(states)
    {
        if (sqlite3_open_v2(fileName, &m_handle, SQLITE_OPEN_READWRITE, subject.vfs().c_str()) != SQLITE_OK) {
            throw std::runtime_error("The witness cannot open the store.");
        }
        note();
        sqlite3_wal_hook(subject.database().handle(), committed, this);
    }
    ~Witness() { sqlite3_close(m_handle); }
    Witness(const Witness &) = delete;
    Witness &operator=(const Witness &) = delete;

private:
    static int committed(void *witness, sqlite3 *, const char *, int)
    {
        static_cast<Witness *>(witness)->note();
        return SQLITE_OK;
    }
    void note()
    {
        const auto state = everythingIn(m_handle);
        if (m_states.empty() || m_states.back() != state) {
            m_states.push_back(state);
        }
    }

    std::vector<std::uint64_t> &m_states;
    sqlite3 *m_handle = nullptr;
};

} // namespace

const char *nameOf(Mode mode)
{
    constexpr const char *names[] = { "kill", "none", "all", "random", "torn" };
    return names[static_cast<std::size_t>(mode)];
}

const char *nameOf(sim::Failure failure)
{
    constexpr const char *names[] = { "write", "short", "full", "sync" };
    return names[static_cast<std::size_t>(failure)];
}

std::string Tally::text() const
{
    return fmt::format("{{\"points\":{},\"recoveries\":{},\"errors\":{},\"lost\":{},\"doubled\":{},\"halfApplied\":{},"
                       "\"unclean\":{}}}",
                       points, recoveries, errors, lost, doubled, halfApplied, unclean);
}

Trial::Trial(Command &command, Tally &tally)
    : m_command(command)
    , m_tally(tally)
    , m_subject(*command.subject)
    , m_where(command.name)
{
    prepare(1);
    open();
    {
        const Witness witness(m_subject, m_states);
        m_after.push_back(0);
        for (std::size_t step = 0; step < command.steps.size(); ++step) {
            const auto before = m_states.size();
            m_subject.stage.begin(step);
            command.steps[step].run();
            m_after.push_back(m_states.size() - 1);
            if (m_states.size() - before > command.steps[step].parts) {
                find(m_tally.halfApplied,
                     fmt::format("{} is made of {} transactions", command.steps[step].name, m_states.size() - before));
            }
        }
    }
    m_meaning = meaningOf(m_subject.database().handle());
    m_changes = changesIn(m_subject.database().handle());
    prepare(1);
    auto count = m_subject.disk.operations();
    open();
    count = command.opens ? count : m_subject.disk.operations();
    runFrom(0);
    m_subject.close();
    m_operations = m_subject.disk.operations() - count;
}

void Trial::find(std::uint64_t &count, const std::string &sentence)
{
    ++count;
    if (m_tally.findings.size() < mostFindings) {
        m_tally.findings.push_back(m_where + ": " + sentence);
    }
}

void Trial::prepare(std::uint64_t seed)
{
    m_subject.close();
    m_command.rewind();
    m_subject.disk.restore(m_command.before);
    m_subject.disk.reseed(seed);
    m_subject.disk.failAtOperation(0, sim::Failure::Write);
    m_reached = 0;
}

void Trial::open()
{
    m_subject.stage.begin(laterStep);
    m_subject.open();
    if (m_command.checkpointPages > 0) {
        sqlite3_wal_autocheckpoint(m_subject.database().handle(), m_command.checkpointPages);
    }
}

void Trial::runFrom(std::size_t step)
{
    for (; step < m_command.steps.size(); ++step) {
        m_subject.stage.begin(step);
        m_command.steps[step].run();
        m_reached = std::max(m_reached, step + 1);
    }
}

void Trial::cut(Mode mode)
{
    switch (mode) {
    case Mode::Kill:
        m_subject.disk.killProcess();
        break;
    case Mode::None:
        m_subject.disk.powerCut(sim::Cut::None);
        break;
    case Mode::All:
        m_subject.disk.powerCut(sim::Cut::All);
        break;
    case Mode::Random:
        m_subject.disk.powerCut(sim::Cut::Random);
        break;
    case Mode::Torn:
        m_subject.disk.powerCut(sim::Cut::Torn);
        break;
    }
}

bool Trial::crash(std::uint64_t n, Mode mode, std::uint64_t seed)
{
    m_where = fmt::format("--command {} --operation {} --mode {} --seed {}", m_command.name, n, nameOf(mode), seed);
    auto &disk = m_subject.disk;
    sim::Chance chance(seed);
    prepare(seed);
    disk.lieAboutSync(liesAboutSync);
    try {
        if (!m_command.opens) {
            open();
        }
        disk.stopAtOperation(n);
        if (m_command.opens) {
            open();
        }
        runFrom(0);
        m_subject.close();
    } catch (const store::Error &error) {
        if (!disk.isStopped()) {
            find(m_tally.unclean, std::string("failed without a fault: ") + error.what());
        }
    } catch (const std::exception &error) {
        find(m_tally.unclean, std::string("threw what is no store::Error: ") + error.what());
    }
    if (!disk.isStopped()) {
        disk.stopAtOperation(0);
        disk.lieAboutSync(false);
        return false;
    }
    ++m_tally.points;
    if (chance.oneIn(2)) {
        m_subject.close();
    }
    cut(mode);
    m_subject.close();
    disk.lieAboutSync(false);
    try {
        recover(chance);
        open();
        finish(judge(true), chance);
    } catch (const std::exception &error) {
        find(m_tally.unclean, std::string("did not recover: ") + error.what());
    }
    m_subject.close();
    return true;
}

void Trial::recover(sim::Chance &chance)
{
    auto &disk = m_subject.disk;
    while (chance.oneIn(2)) {
        disk.stopAtOperation(1 + chance.below(5));
        try {
            open();
            (void)m_subject.check();
        } catch (const store::Error &) {
            if (!disk.isStopped()) {
                throw;
            }
        }
        m_subject.close();
        if (!disk.isStopped()) {
            disk.stopAtOperation(0);
            return;
        }
        ++m_tally.recoveries;
        cut(everyMode[chance.below(std::size(everyMode))]);
    }
}

std::size_t Trial::judge(bool mayHaveGoneOn)
{
    const auto state = everythingIn(m_subject.database().handle());
    const auto low = m_after[m_reached];
    const bool inStep = m_reached < m_command.steps.size();
    const bool ofParts = inStep && m_command.steps[m_reached].parts > 1;
    const auto high = inStep && (mayHaveGoneOn || ofParts) ? m_after[m_reached + 1] : low;
    const auto begin = m_states.begin();
    const auto last = begin + static_cast<std::ptrdiff_t>(high) + 1;
    const auto found = std::find(begin + static_cast<std::ptrdiff_t>(low), last, state);
    if (found != last) {
        const bool complete = inStep && static_cast<std::size_t>(found - begin) >= m_after[m_reached + 1];
        return m_reached + (complete ? 1 : 0);
    }
    const auto elsewhere = std::find(begin, m_states.end(), state);
    const auto changes = changesIn(m_subject.database().handle());
    if (elsewhere < found && elsewhere != m_states.end()) {
        find(m_tally.lost, fmt::format("state {} stands where {} was acknowledged", elsewhere - begin, low));
    } else if (changes > m_changes) {
        find(m_tally.doubled, fmt::format("{} changes stand where there may be {}", changes, m_changes));
    } else {
        find(m_tally.halfApplied, fmt::format("no state of {} to {} stands, after {} steps", low, high, m_reached));
    }
    return m_reached;
}

void Trial::requireClean(const char *when)
{
    for (const auto &problem : m_subject.check()) {
        find(m_tally.unclean, fmt::format("{}: {}", when, problem));
    }
}

void Trial::finish(std::size_t firstMissing, sim::Chance &chance)
{
    requireClean("after the fault");
    runFrom(firstMissing);
    if (meaningOf(m_subject.database().handle()) != m_meaning) {
        const auto changes = changesIn(m_subject.database().handle());
        auto &count = changes > m_changes ? m_tally.doubled : m_tally.lost;
        find(
            count,
            fmt::format("done to its end it holds {} changes, not the {} of a run without faults", changes, m_changes));
    }
    m_subject.stage.begin(laterStep + 1);
    m_subject.goOn();
    requireClean("after going on");
    if (chance.oneIn(4)) {
        cut(Mode::None);
        m_subject.close();
        open();
        if (!m_subject.hasGoneOn()) {
            find(m_tally.lost, "what was saved after the recovery is not there after another crash");
        }
        requireClean("after another crash");
    }
}

bool Trial::fail(std::uint64_t n, sim::Failure failure, bool sticky, std::uint64_t seed)
{
    m_where = fmt::format("--command {} --operation {} --failure {}{} --seed {}", m_command.name, n, nameOf(failure),
                          sticky ? " --sticky" : "", seed);
    auto &disk = m_subject.disk;
    sim::Chance chance(seed);
    prepare(seed);
    bool threw = false;
    try {
        if (!m_command.opens) {
            open();
        }
        disk.failAtOperation(n, failure, sticky);
        if (m_command.opens) {
            open();
        }
        runFrom(0);
    } catch (const store::Error &error) {
        threw = true;
        const std::string sentence = error.what();
        const bool room = failure == sim::Failure::Full || failure == sim::Failure::Short;
        if (!disk.hasFailed() || sentence.empty() || !sentence.ends_with('.')
            || room != (error.fault() == store::Fault::Full)) {
            find(m_tally.unclean, "failed with \"" + sentence + "\"");
        }
    } catch (const std::exception &error) {
        find(m_tally.unclean, std::string("threw what is no store::Error: ") + error.what());
    }
    try {
        const bool met = disk.hasFailed();
        const bool same = m_subject.isOpen() && chance.oneIn(2);
        if (same) {
            disk.failAtOperation(0, failure);
        } else if (chance.oneIn(2)) {
            cut(everyMode[chance.below(std::size(everyMode))]);
        }
        if (!same) {
            m_subject.close();
        }
        disk.failAtOperation(0, failure);
        if (!met) {
            m_subject.close();
            return false;
        }
        ++m_tally.errors;
        if (!m_subject.isOpen()) {
            open();
        }
        finish(judge(threw && !same), chance);
    } catch (const std::exception &error) {
        find(m_tally.unclean, std::string("did not go on: ") + error.what());
    }
    m_subject.close();
    return true;
}

} // namespace storefault
