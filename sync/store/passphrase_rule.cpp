// SPDX-License-Identifier: Apache-2.0
#include "sync/store/passphrase_rule.h"

#include <zxcvbn.h>

#include <algorithm>
#include <vector>

namespace store {

namespace {

constexpr std::size_t longestPassphrase = 1000;
/// What is read of it to estimate how soon it is guessed: the estimate takes the square of its length.
constexpr std::size_t longestRead = 100;
/// Base 2 logarithm of the tries in which zxcvbn would guess it. With Argon2id on every try that is years.
constexpr double leastGuesses = 30;

/// What is near at hand here, beside the 30,000 words and passwords that zxcvbn knows.
const std::vector<const char *> nearAtHand { "cadre",
                                             "mentor",
                                             "mentoring",
                                             "teacher",
                                             "teaching",
                                             "student",
                                             "school",
                                             "classroom",
                                             "principal",
                                             "academy",
                                             "district",
                                             "passphrase",
                                             "passwort",
                                             "contraseña",
                                             "contrasena",
                                             "escuela",
                                             "maestra",
                                             "maestro",
                                             "mentora",
                                             "profesora",
                                             "profesor",
                                             "estudiante",
                                             "bienvenidos",
                                             "welcomeback",
                                             "turnaround",
                                             "talent",
                                             "induction",
                                             "changeme",
                                             "correcthorsebatterystaple" };

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
    return text;
}

double guessesFor(const std::string &passphrase, const std::string &login)
{
    auto words = nearAtHand;
    const auto name = lower(login);
    if (!name.empty()) {
        words.push_back(name.c_str());
    }
    words.push_back(nullptr);
    return ZxcvbnMatch(passphrase.substr(0, longestRead).c_str(), words.data(), nullptr);
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
    return guessesFor(passphrase, login) < leastGuesses ? PassphraseFlaw::Common : PassphraseFlaw::None;
}

} // namespace store
