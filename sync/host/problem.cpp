// SPDX-License-Identifier: Apache-2.0
#include "sync/host/problem.h"

namespace host {

const char *codeName(Code code)
{
    switch (code) {
    case Code::InvalidArgument:
        return "invalid_argument";
    case Code::NotFound:
        return "not_found";
    case Code::AlreadyExists:
        return "already_exists";
    case Code::PermissionDenied:
        return "permission_denied";
    case Code::Unauthenticated:
        return "unauthenticated";
    case Code::ResourceExhausted:
        return "resource_exhausted";
    case Code::FailedPrecondition:
        return "failed_precondition";
    case Code::Unimplemented:
        return "unimplemented";
    case Code::Unavailable:
        return "unavailable";
    case Code::Internal:
        break;
    }
    return "internal";
}

int httpStatus(Code code)
{
    switch (code) {
    case Code::InvalidArgument:
    case Code::FailedPrecondition:
        return 400;
    case Code::Unauthenticated:
        return 401;
    case Code::PermissionDenied:
        return 403;
    case Code::NotFound:
    case Code::Unimplemented:
        return 404;
    case Code::AlreadyExists:
        return 409;
    case Code::ResourceExhausted:
        return 429;
    case Code::Unavailable:
        return 503;
    case Code::Internal:
        break;
    }
    return 500;
}

} // namespace host
