// SPDX-License-Identifier: Apache-2.0
#include "sync/record/booklet.h"

#include "sync/record/json.h"

#include <map>

namespace record {

namespace {

/// One value; `index` counts within a repeated field.
std::string valueText(const Message &message, const FieldDescriptor &field, int index)
{
    const auto &reflection = *message.GetReflection();
    const bool repeated = field.is_repeated();
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
        return repeated ? reflection.GetRepeatedString(message, &field, index) : reflection.GetString(message, &field);
    case FieldDescriptor::CPPTYPE_ENUM:
        return choiceLabel(*field.enum_type(),
                           repeated ? reflection.GetRepeatedEnumValue(message, &field, index)
                                    : reflection.GetEnumValue(message, &field));
    case FieldDescriptor::CPPTYPE_INT32:
        return std::to_string(repeated ? reflection.GetRepeatedInt32(message, &field, index)
                                       : reflection.GetInt32(message, &field));
    case FieldDescriptor::CPPTYPE_INT64:
        return std::to_string(repeated ? reflection.GetRepeatedInt64(message, &field, index)
                                       : reflection.GetInt64(message, &field));
    case FieldDescriptor::CPPTYPE_BOOL:
        return reflection.GetBool(message, &field) ? "yes" : "no";
    case FieldDescriptor::CPPTYPE_MESSAGE:
        return toJson(repeated ? reflection.GetRepeatedMessage(message, &field, index)
                               : reflection.GetMessage(message, &field));
    default:
        return "in the JSON file";
    }
}

std::string rowsOf(const Message &message)
{
    std::string rows;
    for (const auto &value : labelledValues(message)) {
        rows += "<tr><th scope=\"row\">" + htmlText(value.label) + "</th><td>" + htmlText(value.text) + "</td></tr>\n";
    }
    return rows;
}

std::string sectionOf(const RecordType &type, const std::vector<const BookletEntry *> &entries)
{
    std::string section = "<h2>" + htmlText(type.label()) + " (" + std::to_string(entries.size()) + ")</h2>\n";
    for (const auto *entry : entries) {
        section += "<table><caption>" + htmlText(entry->place) + (entry->isOwn ? " · written by you" : "")
            + "</caption>\n" + rowsOf(*entry->message) + "</table>\n";
    }
    return section;
}

std::string jsonOf(const std::vector<const BookletEntry *> &entries)
{
    std::string json = "[\n";
    for (const auto *entry : entries) {
        json += std::string(entry == entries.front() ? "" : ",\n") + R"({"id":")" + entry->id.text() + R"(","place":")"
            + entry->place + R"(","own":)" + (entry->isOwn ? "true" : "false") + R"(,"record":)"
            + toJson(*entry->message) + "}";
    }
    return json + "\n]\n";
}

} // namespace

std::string htmlText(std::string_view text)
{
    std::string result;
    for (const char c : text) {
        switch (c) {
        case '&':
            result += "&amp;";
            break;
        case '<':
            result += "&lt;";
            break;
        case '>':
            result += "&gt;";
            break;
        case '"':
            result += "&quot;";
            break;
        default:
            result += c;
        }
    }
    return result;
}

std::vector<LabelledValue> labelledValues(const Message &message)
{
    std::vector<LabelledValue> values;
    std::vector<const FieldDescriptor *> fields;
    message.GetReflection()->ListFields(message, &fields);
    for (const auto *field : fields) {
        std::string text;
        const int count = field->is_repeated() ? message.GetReflection()->FieldSize(message, field) : 1;
        for (int i = 0; i < count; ++i) {
            text += (i == 0 ? "" : ", ") + valueText(message, *field, i);
        }
        values.push_back({ labelOf(*field), text, field });
    }
    return values;
}

std::vector<BookletFile> booklet(const std::string &title, const std::string &note,
                                 const std::vector<BookletEntry> &entries)
{
    std::map<std::string, std::vector<const BookletEntry *>> byType;
    for (const auto &entry : entries) {
        byType[entry.type->name()].push_back(&entry);
    }
    std::vector<BookletFile> files;
    std::string page = "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + htmlText(title)
        + "</title><style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}"
          "table{margin:1em 0;border-collapse:collapse}caption,th,td{text-align:left;padding:.2em .6em;"
          "vertical-align:top}td{white-space:pre-wrap}</style></head><body>\n<h1>"
        + htmlText(title) + "</h1>\n<p>" + htmlText(note) + "</p>\n";
    for (const auto &[name, group] : byType) {
        page += sectionOf(*group.front()->type, group);
        files.push_back({ name + ".json", jsonOf(group) });
    }
    files.insert(files.begin(), { "index.html", page + "</body></html>\n" });
    return files;
}

} // namespace record
