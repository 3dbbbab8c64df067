// SPDX-License-Identifier: Apache-2.0
#include "sync/record/json.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>

namespace record {

namespace {

using google::protobuf::Struct;

std::string unreadable(const google::protobuf::util::Status &status)
{
    auto reason = status.message().ToString();
    for (auto &letter : reason) {
        if (letter == '\n') {
            letter = ' ';
        }
    }
    return "This JSON can't be read as the record: " + reason + ". Nothing was changed.";
}

} // namespace

std::string toJson(const Message &message)
{
    std::string json;
    const auto status = google::protobuf::util::MessageToJsonString(message, &json);
    if (!status.ok()) {
        throw std::runtime_error("a record could not be written as JSON: " + status.message().ToString());
    }
    return json;
}

std::string mergeJson(std::string_view json, Message &message)
{
    const std::string text(json);
    Struct object;
    if (const auto status = google::protobuf::util::JsonStringToMessage(text, &object); !status.ok()) {
        return "This is not a JSON object. Write it as {\"field\": value}. Nothing was changed.";
    }
    const auto patch = std::unique_ptr<Message>(message.New());
    if (const auto status = google::protobuf::util::JsonStringToMessage(text, patch.get()); !status.ok()) {
        return unreadable(status);
    }
    const auto &descriptor = *message.GetDescriptor();
    const auto &reflection = *message.GetReflection();
    for (const auto &[name, value] : object.fields()) {
        const auto *field = descriptor.FindFieldByCamelcaseName(name);
        field = field != nullptr ? field : descriptor.FindFieldByName(name);
        reflection.ClearField(&message, field);
    }
    message.MergeFrom(*patch);
    return {};
}

} // namespace record
