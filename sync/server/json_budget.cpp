// SPDX-License-Identifier: Apache-2.0
#include "sync/server/json_budget.h"

namespace server {

bool isJsonWithin(std::string_view text, std::size_t mostValues, std::size_t mostLevels)
{
    std::size_t values = 0;
    std::size_t levels = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            i += c == '\\' ? 1 : 0;
            quoted = c != '"';
            continue;
        }
        // Each value but the first of an object or a list stands behind a comma.
        values += c == '{' || c == '[' || c == ',' ? 1 : 0;
        levels += c == '{' || c == '[' ? 1 : 0;
        levels -= (c == '}' || c == ']') && levels > 0 ? 1 : 0;
        quoted = c == '"';
        if (values > mostValues || levels > mostLevels) {
            return false;
        }
    }
    return true;
}

} // namespace server
