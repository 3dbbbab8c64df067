// SPDX-License-Identifier: Apache-2.0
#include "src/reports/frame.h"

#include "src/reports/words.h"

#include <algorithm>

namespace reports {

Window windowOf(const Holdings &held, const Request &request)
{
    return request.window.value_or(Window::of(domain::Month::of(held.today).previous()));
}

Document begun(const Holdings &held, const Request &request, const QString &title, const QString &subtitle,
               const QString &period)
{
    Document document { .language = request.language, .title = title, .subtitle = subtitle };
    document.madeBy = held.personName;
    document.madeAt = held.now;
    const auto agreed = held.agreedAt == 0 ? Reports::tr("this device has not reached the server yet")
                                           : momentWords(held.agreedAt, request.language);
    document.details = {
        { Reports::tr("Period"), period },
        { Reports::tr("Made by"), plain(held.personName) },
        { Reports::tr("Made at"), momentWords(held.now, request.language) },
        { Reports::tr("Data as of"), agreed },
        { Reports::tr("Made of"),
          Reports::tr("what this device holds for its person; nothing was left out by choice") },
    };
    const auto note = [&](std::uint64_t count, const QString &words) {
        if (count > 0) {
            document.notes.push_back(words.arg(count));
        }
    };
    note(held.waiting, Reports::tr("Changes of this device that are in this report and not on the server yet: %1."));
    note(held.closed.size(),
         Reports::tr("Places that wait for the next contact with the server, so that what others "
                     "wrote there is not in this report: %1."));
    note(held.undecided,
         Reports::tr("Records in which two changes met and nobody has chosen yet, so that this report "
                     "takes the version listed first: %1."));
    document.notes.push_back(Reports::tr("– stands for what is not known here."));
    return document;
}

domain::Indicator summed(const std::vector<domain::Indicator> &indicators, domain::Period period)
{
    if (indicators.empty()) {
        return { .period = period };
    }
    double numerator = 0;
    double denominator = 0;
    int n = 0;
    for (const auto &one : indicators) {
        numerator += one.numerator;
        denominator += one.denominator.value_or(0);
        n += one.n;
    }
    const auto &first = indicators.front();
    return first.denominator ? domain::ratioOf(first.formula, numerator, denominator, n, period)
                             : domain::amountOf(first.formula, numerator, n, period);
}

void addFormula(Document &document, const std::vector<domain::Indicator> &indicators)
{
    int n = 0;
    const domain::Formula *formula = nullptr;
    for (const auto &one : indicators) {
        n += one.n;
        formula = one.formula.number.empty() ? formula : &one.formula;
    }
    if (formula != nullptr) {
        document.notes.push_back(formulaWords(*formula, n));
    }
}

} // namespace reports
