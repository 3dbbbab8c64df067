// SPDX-License-Identifier: Apache-2.0
#include "sync/record/json.h"
#include "sync/record/validation.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

namespace fuzz {

namespace {

/// The first byte chooses the record type; the rest is text.
void run(std::string_view input)
{
    if (input.empty()) {
        return;
    }
    const auto &types = academy::catalogue().all();
    const auto &type = *types[static_cast<unsigned char>(input[0]) % types.size()];
    const auto message = type.make();
    const auto problem = record::mergeJson(input.substr(1), *message);
    if (!problem.empty()) {
        require(message->ByteSizeLong() == 0, "a JSON that is refused changes nothing");
        return;
    }
    (void)record::validate(*message);
    const auto again = type.make();
    require(record::mergeJson(record::toJson(*message), *again).empty(), "a record's own JSON can be read");
    require(again->SerializeAsString() == message->SerializeAsString(), "JSON keeps a record as it is");
}

std::vector<std::string> seeds()
{
    std::vector<std::string> seeds;
    char number = 0;
    for (const auto &type : academy::catalogue().all()) {
        const auto &descriptor = type->descriptor();
        std::string text = "{";
        for (int i = 0; i < descriptor.field_count(); ++i) {
            const auto &field = *descriptor.field(i);
            const bool isText = field.cpp_type() == google::protobuf::FieldDescriptor::CPPTYPE_STRING;
            const std::string value = isText ? "\"2026-11-18\"" : "1";
            text +=
                (i == 0 ? "\"" : ",\"") + field.json_name() + "\":" + (field.is_repeated() ? "[" + value + "]" : value);
        }
        seeds.push_back(std::string(1, number++) + text + "}");
    }
    seeds.push_back(std::string(1, '\0') + "{\"a\":null,\"b\":{\"c\":[true,false,-1.5e9,\"\\u00e9\\ud83d\\ude00\"]}}");
    seeds.push_back(std::string(1, '\0') + std::string(2000, '['));
    seeds.push_back(std::string(1, '\0') + std::string("{\"a\":") + std::string(2000, '{'));
    return seeds;
}

} // namespace

const Target json { "json", nullptr, &run, &seeds };

} // namespace fuzz
