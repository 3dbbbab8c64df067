// SPDX-License-Identifier: Apache-2.0
#include "sync/server/form_text.h"

#include <algorithm>

namespace server {

namespace {

constexpr std::size_t mostFields = 32;

int digitOf(char c)
{
    return c >= '0' && c <= '9' ? c - '0'
        : c >= 'a' && c <= 'f'  ? c - 'a' + 10
        : c >= 'A' && c <= 'F'  ? c - 'A' + 10
                                : -1;
}

std::optional<std::string> decoded(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? digitOf(text[i + 1]) : -1;
        const int low = high < 0 ? -1 : digitOf(text[i + 2]);
        if (low < 0) {
            return {};
        }
        result += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return result;
}

} // namespace

std::optional<FormFields> parseForm(std::string_view text)
{
    FormFields fields;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto field = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const auto equals = std::min(field.find('='), field.size());
        auto name = decoded(field.substr(0, equals));
        auto value = decoded(field.substr(std::min(equals + 1, field.size())));
        if (!name || !value || fields.size() >= mostFields
            || !fields.emplace(std::move(*name), std::move(*value)).second) {
            return {};
        }
    }
    return fields;
}

std::string formText(const FormFields &fields)
{
    std::string text;
    for (const auto &[name, value] : fields) {
        text += (text.empty() ? "" : "&") + percentEncoded(name) + "=" + percentEncoded(value);
    }
    return text;
}

std::string percentEncoded(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    std::string result;
    for (const char c : text) {
        if (plain.find(c) != std::string_view::npos) {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += '%';
        result += digits[byte >> 4];
        result += digits[byte & 15];
    }
    return result;
}

std::string cookieNamed(std::string_view header, std::string_view name)
{
    std::optional<std::string> found;
    while (!header.empty()) {
        const auto end = std::min(header.find(';'), header.size());
        auto cookie = header.substr(0, end);
        header.remove_prefix(std::min(end + 1, header.size()));
        cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
        if (cookie.size() > name.size() && cookie.substr(0, name.size()) == name && cookie[name.size()] == '=') {
            if (found) {
                return {};
            }
            found = cookie.substr(name.size() + 1);
        }
    }
    return found.value_or(std::string());
}

} // namespace server
