// SPDX-License-Identifier: Apache-2.0
#include "src/reports/pair_figures.h"

#include "src/domain/indicator_contact.h"
#include "src/domain/sanctioned_time_record.h"

namespace reports {

namespace {

domain::Period daysOf(const domain::MatchFact &match, domain::Period period)
{
    return { .from = match.from.value_or(period.from), .to = match.to.value_or(period.to) };
}

/// What the pair was promised at the end of the period. A year's or a total's minutes are spread over days that are not
/// known here, so nothing is.
std::optional<domain::SanctionedTimePolicy> promiseOf(const Holdings &held, const domain::MatchFact &match,
                                                      domain::Period period)
{
    std::vector<cadre::v1::SanctionedTimePolicy> policies;
    for (const auto &above : held.facts.lineOf(match.school)) {
        if (const auto known = held.timePolicies.find(above); known != held.timePolicies.end()) {
            policies.insert(policies.end(), known->second.begin(), known->second.end());
        }
    }
    auto promise = domain::promiseFor(match.monthlyMinutes, policies, period.to);
    const bool isSpreadHere =
        promise && (promise->unit == domain::PolicyUnit::Week || promise->unit == domain::PolicyUnit::Month);
    return isSpreadHere ? promise : std::nullopt;
}

PairFigures fromLog(const Holdings &held, const domain::MatchFact &match, const PairHeld &pair, domain::Period period)
{
    const auto promise = promiseOf(held, match, period);
    const auto days = daysOf(match, period);
    const auto counting = promise ? domain::countingTowards(*promise, pair.contacts) : pair.contacts;
    PairFigures figures { .match = match.id, .isFromLog = true };
    figures.contact = domain::contactMinutes(pair.contacts, period);
    figures.sessions = figures.contact.n;
    figures.sanctioned = domain::sanctionedMinutes(promise, { .match = days, .whole = period }, period);
    figures.attainment = domain::contactAttainment(domain::contactMinutes(counting, period), figures.sanctioned);
    figures.borrowed = domain::borrowedTimeShare(pair.contacts, period);
    figures.protectedTime = domain::protectedTimeUse(pair.contacts, figures.sanctioned);
    figures.weeks = domain::weeklyContactRate(pair.contacts, days, period, {});
    figures.gap = domain::longestGap(pair.contacts, days, period, held.today, {});
    return figures;
}

/// The server writes a pair's month once there is something in it.
PairFigures fromTotals(const Holdings &held, const domain::MatchFact &match, const Window &window)
{
    int minutes = 0;
    int ownTime = 0;
    PairFigures figures { .match = match.id };
    for (const auto &total : held.pairMonths) {
        const auto month = domain::Month::parse(total.month());
        if (total.match_id() == match.id.text() && month && window.period.contains(month->firstDay())) {
            minutes += total.minutes();
            ownTime += total.own_time_minutes();
            figures.sessions += total.sessions();
        }
    }
    const auto period = window.period;
    const auto nothing = domain::borrowedTimeShare({}, period);
    figures.contact = domain::amountOf(domain::contactMinutes({}, period).formula, minutes, figures.sessions, period);
    figures.borrowed = domain::ratioOf(nothing.formula, ownTime, minutes, figures.sessions, period);
    figures.sanctioned = domain::sanctionedMinutes(promiseOf(held, match, period),
                                                   { .match = daysOf(match, period), .whole = period }, period);
    figures.attainment = domain::contactAttainment(figures.contact, figures.sanctioned);
    return figures;
}

} // namespace

std::optional<PairFigures> figuresOf(const Holdings &held, const domain::MatchFact &match, const Window &window)
{
    const auto pair = held.pairs.find(match.id);
    const bool isClosed = held.closed.contains({ cadre::v1::SCOPE_KIND_PAIR_LOG, match.id, 0 });
    if (pair != held.pairs.end() && pair->second.hasLog && !isClosed) {
        return fromLog(held, match, pair->second, window.period);
    }
    for (const auto &above : held.facts.lineOf(match.school)) {
        if (held.holds(cadre::v1::SCOPE_KIND_DISTRICT_TEAM, above)) {
            return fromTotals(held, match, window);
        }
    }
    return std::nullopt;
}

bool isPairIn(const domain::MatchFact &match, domain::Period period)
{
    for (auto day = period.from; day <= period.to; day += std::chrono::days(1)) {
        if (match.holdsOn(day)) {
            return true;
        }
    }
    return false;
}

} // namespace reports
