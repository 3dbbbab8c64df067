// SPDX-License-Identifier: Apache-2.0
#include "src/domain/suppression.h"

#include <algorithm>
#include <set>

namespace domain {

namespace {

using Shown = ThemeCell::Shown;

constexpr int fewest = 3; ///< What is told exactly begins here, and ends as far from all.

/// One group's number for one theme on its way out.
struct Candidate {
    int teachers = 0;
    int count = 0;
    Shown shown = Shown::Hidden;
};

/// Rule 2.
Shown coded(int teachers, int count)
{
    if (count < fewest) {
        return Shown::FewerThanThree;
    }
    return count > teachers - fewest ? Shown::NearlyAll : Shown::Exactly;
}

/// True when the sum of what is not told tells one of it.
bool isGivenAway(const std::vector<Candidate> &children)
{
    int sum = 0;
    int most = 0;
    for (const auto &child : children) {
        if (child.shown != Shown::Exactly) {
            sum += child.count;
            most += child.teachers;
        }
    }
    return most > 0 && (sum == 0 || sum == most);
}

/// Rule 3 for one theme. Beside an exact total the groups are told when each is exact, so that the total says nothing
/// new, or not at all. Beside another total they say what follows from it anyway.
void complement(Shown total, std::vector<Candidate> &children, const std::vector<bool> &isTold)
{
    bool areExact = true;
    for (std::size_t i = 0; i < children.size(); ++i) {
        areExact = areExact && (!isTold[i] || children[i].shown == Shown::Exactly);
    }
    if (total == Shown::Exactly && (!areExact || isGivenAway(children))) {
        for (auto &child : children) {
            child.shown = Shown::Hidden;
        }
    }
}

/// Rule 1, and rule 3 for whole groups: those that are told.
std::vector<bool> told(const std::vector<ThemeGroup> &groups, int minimumGroup)
{
    std::vector<bool> isTold(groups.size());
    std::size_t hidden = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        isTold[i] = groups[i].teachers >= minimumGroup;
        hidden += groups[i].teachers > 0 && !isTold[i] ? 1 : 0;
    }
    if (hidden != 1) {
        return isTold;
    }
    std::size_t smallest = groups.size();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (isTold[i] && (smallest == groups.size() || groups[i].teachers < groups[smallest].teachers)) {
            smallest = i;
        }
    }
    if (smallest != groups.size()) {
        isTold[smallest] = false;
    }
    return isTold;
}

ThemeCell cellOf(Shown shown, int count)
{
    return { shown, shown == Shown::Exactly ? count : 0 };
}

} // namespace

PublishedThemes publish(const std::vector<ThemeGroup> &groups, int minimumGroup)
{
    PublishedThemes published;
    std::set<std::string> themes;
    int teachers = 0;
    for (const auto &group : groups) {
        teachers += group.teachers;
        published.groups.push_back({ .key = group.key, .teachers = 0, .themes = {} });
        for (const auto &entry : group.themes) {
            themes.insert(entry.first);
        }
    }
    if (teachers < minimumGroup) {
        return published;
    }
    published.all.teachers = teachers;
    const auto isTold = told(groups, minimumGroup);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        published.groups[i].teachers = isTold[i] ? groups[i].teachers : 0;
    }
    for (const auto &theme : themes) {
        std::vector<Candidate> children;
        int count = 0;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            const auto found = groups[i].themes.find(theme);
            const int here = found == groups[i].themes.end() ? 0 : found->second;
            children.push_back(
                { groups[i].teachers, here, isTold[i] ? coded(groups[i].teachers, here) : Shown::Hidden });
            count += here;
        }
        const auto total = coded(teachers, count);
        complement(total, children, isTold);
        published.all.themes[theme] = cellOf(total, count);
        for (std::size_t i = 0; i < groups.size(); ++i) {
            if (isTold[i]) {
                published.groups[i].themes[theme] = cellOf(children[i].shown, children[i].count);
            }
        }
    }
    return published;
}

} // namespace domain
