// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace server {

using FormFields = std::map<std::string, std::string>;

/// Reads `name=value&…` of a query. Nothing when it is no such text or names something twice: who says a thing twice
/// could mean either.
[[nodiscard]] std::optional<FormFields> parseForm(std::string_view text);
/// The same the other way round.
[[nodiscard]] std::string formText(const FormFields &fields);
/// As it stands between `&` and `=`.
[[nodiscard]] std::string percentEncoded(std::string_view text);
/// The value of a cookie of a `Cookie` header; empty when there is none, or several.
[[nodiscard]] std::string cookieNamed(std::string_view header, std::string_view name);

} // namespace server
