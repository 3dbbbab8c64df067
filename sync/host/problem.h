// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace host {

/// The codes of the Connect protocol that this server answers with.
enum class Code {
    InvalidArgument,
    NotFound,
    AlreadyExists,
    PermissionDenied,
    Unauthenticated,
    ResourceExhausted,
    FailedPrecondition,
    Unimplemented,
    Unavailable,
    Internal,
};

/// `invalid_argument`.
[[nodiscard]] const char *codeName(Code code);
/// The HTTP status that the Connect protocol gives the code.
[[nodiscard]] int httpStatus(Code code);

/// A request that cannot be answered as asked. what() is one sentence for people.
class Problem : public std::runtime_error {
public:
    Problem(Code code, const std::string &sentence)
        : std::runtime_error(sentence)
        , m_code(code)
    {
    }
    [[nodiscard]] Code code() const { return m_code; }

private:
    Code m_code;
};

} // namespace host
