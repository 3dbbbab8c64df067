// SPDX-License-Identifier: Apache-2.0
#include "sync/store/passphrase_rule.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace store {

namespace {

constexpr std::size_t longestPassphrase = 1000;
constexpr std::size_t leastDifferentCharacters = 5;

/// What people take most often, without the digits and signs that they put around it, and what is near at hand here.
constexpr std::array<std::string_view, 96> common {
    "password",      "passwort",
    "passphrase",    "passw",
    "pass",          "qwerty",
    "qwertyuiop",    "qwertz",
    "qwertzuiop",    "azerty",
    "azertyuiop",    "asdfghjkl",
    "asdfgh",        "asdf",
    "zxcvbnm",       "yxcvbnm",
    "letmein",       "letmeinnow",
    "welcome",       "welcomeback",
    "iloveyou",      "iloveu",
    "ihateyou",      "admin",
    "administrator", "root",
    "user",          "guest",
    "login",         "master",
    "monkey",        "dragon",
    "football",      "baseball",
    "basketball",    "soccer",
    "hockey",        "superman",
    "batman",        "spiderman",
    "starwars",      "pokemon",
    "princess",      "sunshine",
    "shadow",        "ashley",
    "michael",       "jessica",
    "charlie",       "jordan",
    "jennifer",      "thomas",
    "daniel",        "andrew",
    "joshua",        "matthew",
    "hunter",        "killer",
    "trustno",       "whatever",
    "freedom",       "liverpool",
    "chelsea",       "arsenal",
    "computer",      "internet",
    "samsung",       "google",
    "facebook",      "changeme",
    "changeit",      "secret",
    "topsecret",     "default",
    "testing",       "test",
    "summer",        "winter",
    "spring",        "autumn",
    "monday",        "january",
    "teacher",       "teaching",
    "student",       "school",
    "classroom",     "mentor",
    "mentoring",     "principal",
    "academy",       "cadre",
    "district",      "correcthorsebatterystaple",
    "abcdefghij",    "abcdefg",
};

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    return text;
}

/// Letters alone, as they read: `P@ssw0rd-2024` is `password`.
std::string lettersOf(const std::string &text)
{
    constexpr std::string_view signs = "@01345$7!";
    constexpr std::string_view read = "aoleasstl";
    std::size_t begin = 0;
    std::size_t end = text.size();
    const auto isEdge = [](unsigned char c) { return c < 0x80 && (c < 'a' || c > 'z'); };
    while (end > begin && isEdge(static_cast<unsigned char>(text[end - 1]))) {
        --end;
    }
    while (begin < end && isEdge(static_cast<unsigned char>(text[begin]))) {
        ++begin;
    }
    std::string letters;
    for (const char c : text.substr(begin, end - begin)) {
        const auto sign = signs.find(c);
        const char plain = sign == std::string_view::npos ? c : read[sign];
        if (!isEdge(static_cast<unsigned char>(plain))) {
            letters += plain;
        }
    }
    return letters;
}

/// `passwordpassword` is `password`.
std::string once(const std::string &text)
{
    const auto next = (text + text).find(text, 1);
    return next < text.size() ? text.substr(0, next) : text;
}

/// Digits or letters one after the other, up or down.
bool isRow(const std::string &text)
{
    std::size_t steps = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const int step = text[i] - text[i - 1];
        steps += step == 1 || step == -1 || step == 0 || (text[i - 1] == '9' && text[i] == '0') ? 1 : 0;
    }
    return steps + 2 >= text.size();
}

std::size_t charactersOf(const std::string &text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace

PassphraseFlaw passphraseFlaw(const std::string &passphrase, const std::string &login)
{
    if (charactersOf(passphrase) < leastPassphraseCharacters) {
        return PassphraseFlaw::Short;
    }
    if (passphrase.size() > longestPassphrase) {
        return PassphraseFlaw::Long;
    }
    const std::string text = lower(passphrase);
    const std::string letters = once(lettersOf(text));
    const bool isKnown = std::find(common.begin(), common.end(), letters) != common.end()
        || (!login.empty() && letters == lettersOf(lower(login)));
    const bool isPlain =
        isKnown || isRow(text) || std::set<char>(text.begin(), text.end()).size() < leastDifferentCharacters;
    return isPlain ? PassphraseFlaw::Common : PassphraseFlaw::None;
}

} // namespace store
