// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

namespace fuzz {

/// A decoder, and what is fed to it.
struct Target {
    const char *name;
    /// The message that its inputs encode; null where inputs are plain bytes.
    const google::protobuf::Message *shape;
    /// Takes any bytes. Aborts on what must never be; an exception that escapes is a finding.
    void (*run)(std::string_view input);
    /// Inputs to begin with.
    std::vector<std::string> (*seeds)();
};

extern const Target callProof;
extern const Target certificate;
extern const Target change;
extern const Target context;
extern const Target database;
extern const Target formText;
extern const Target formToken;
extern const Target grant;
extern const Target idToken;
extern const Target json;
extern const Target keyFile;
extern const Target ledger;
extern const Target pinFile;
extern const Target poll;
extern const Target pull;
extern const Target push;
extern const Target pushReply;
extern const Target roster;
extern const Target snapshot;
extern const Target token;

/// Aborts, saying what should have held.
void require(bool holds, const char *what);

} // namespace fuzz
