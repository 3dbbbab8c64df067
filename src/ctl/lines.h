// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/records.h"

#include <QJsonObject>

#include <string>
#include <utility>
#include <vector>

namespace ctl {

[[nodiscard]] inline QString q(const std::string &text)
{
    return QString::fromStdString(text);
}

/// Prints one line on standard output and flushes it: what was printed is durable before it.
void say(const std::string &line);
void say(const QJsonObject &line);

/// `{"id":…,"type":…,"scope":…,FIELDS…}`, FIELDS as in canonical JSON. Beside them stand
/// `conflicts`, naming fields with alternatives, and `token`, where there are such. A field of the
/// same name as one of these comes first.
[[nodiscard]] std::string recordLine(const record::RecordType &type, const store::StoredRecord &stored,
                                     const std::string &token = {});

/// A JSON object from standard input, as text. Throws Failed when it is none.
[[nodiscard]] std::string readObject();

/// The text value under a key of a JSON object; empty when it has none.
[[nodiscard]] std::string textIn(const std::string &object, const char *key);
/// The object without what recordLine() adds, so that what was printed can be put again.
[[nodiscard]] std::string withoutEnvelope(const record::RecordType &type, const std::string &object);

/// The members of a JSON object, each with its value as JSON.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> membersOf(const std::string &object);

/// A JSON value as a QJsonValue, whatever its kind.
[[nodiscard]] QJsonValue jsonValue(const std::string &json);

} // namespace ctl
