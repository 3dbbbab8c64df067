// SPDX-License-Identifier: Apache-2.0
#include "sync/server/passphrases.h"

#include "sync/store/passphrase_rule.h"

#include <sodium.h>

#include <array>
#include <new>

namespace server {

std::string passphraseProblem(const std::string &passphrase, const std::string &login)
{
    switch (store::passphraseFlaw(passphrase, login)) {
    case store::PassphraseFlaw::Short:
        return "A passphrase has at least 10 characters. A few words that only you would put together do well.";
    case store::PassphraseFlaw::Long:
        return "A passphrase has at most 1,000 characters.";
    case store::PassphraseFlaw::Common:
        return "Many people take this passphrase, or one much like it. Choose a few words that only you would put "
               "together.";
    case store::PassphraseFlaw::None:
        break;
    }
    return {};
}

std::string passphraseHash(const std::string &passphrase)
{
    std::array<char, crypto_pwhash_STRBYTES> text {};
    if (crypto_pwhash_str(text.data(), passphrase.data(), passphrase.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                          crypto_pwhash_MEMLIMIT_INTERACTIVE)
        != 0) {
        throw std::bad_alloc();
    }
    return text.data();
}

bool isPassphrase(const std::string &passphrase, const std::string &hash)
{
    return crypto_pwhash_str_verify(hash.c_str(), passphrase.data(), passphrase.size()) == 0;
}

} // namespace server
