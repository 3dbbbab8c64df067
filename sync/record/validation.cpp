// SPDX-License-Identifier: Apache-2.0
#include "sync/record/validation.h"

#include "sync/record/id.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

namespace record {

namespace {

bool isAbsent(const Message &message, const FieldDescriptor &field)
{
    const auto &reflection = *message.GetReflection();
    if (field.is_repeated()) {
        return reflection.FieldSize(message, &field) == 0;
    }
    if (!reflection.HasField(message, &field)) {
        return true;
    }
    return field.cpp_type() == FieldDescriptor::CPPTYPE_STRING && reflection.GetString(message, &field).empty();
}

/// Characters, not bytes: every byte of UTF-8 that does not continue another.
std::size_t characters(const std::string &text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return (byte & 0xc0) != 0x80; }));
}

bool isMonth(const std::string &text)
{
    return text.size() == 7 && isDay(text + "-01");
}

using Problems = std::vector<FieldProblem>;

void add(Problems &problems, const FieldDescriptor &field, ProblemCode code, const std::string &sentence)
{
    problems.push_back({ field.name(), labelOf(field), code, sentence });
}

void checkText(const std::string &text, const FieldDescriptor &field, Problems &problems)
{
    const auto &rules = rulesOf(field);
    const auto label = [&field] { return labelOf(field); };
    if (rules.max_length() > 0 && text.size() > rules.max_length() && characters(text) > rules.max_length()) {
        add(problems, field, ProblemCode::TooLong,
            fmt::format("{} has {} characters; {} fit.", label(), characters(text), rules.max_length()));
    }
    if (rules.format() == cadre::v1::TEXT_FORMAT_DAY && !isDay(text)) {
        add(problems, field, ProblemCode::BadDay, fmt::format("{} is not a day like 2026-11-20.", label()));
    }
    if (rules.format() == cadre::v1::TEXT_FORMAT_MONTH && !isMonth(text)) {
        add(problems, field, ProblemCode::BadMonth, fmt::format("{} is not a month like 2026-11.", label()));
    }
    if (!rules.references().empty() && !Uuid::parse(text)) {
        add(problems, field, ProblemCode::BadReference, fmt::format("{} is not the id of a record.", label()));
    }
}

void checkNumber(std::int64_t value, const FieldDescriptor &field, Problems &problems)
{
    const auto &rules = rulesOf(field);
    if (rules.has_minimum() && value < rules.minimum()) {
        add(problems, field, ProblemCode::TooSmall, fmt::format("{} is {} at least.", labelOf(field), rules.minimum()));
    }
    if (rules.has_maximum() && value > rules.maximum()) {
        add(problems, field, ProblemCode::TooLarge, fmt::format("{} is {} at most.", labelOf(field), rules.maximum()));
    }
}

void checkSingle(const Message &message, const FieldDescriptor &field, Problems &problems)
{
    const auto &reflection = *message.GetReflection();
    switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
        checkText(reflection.GetString(message, &field), field, problems);
        break;
    case FieldDescriptor::CPPTYPE_INT32:
        checkNumber(reflection.GetInt32(message, &field), field, problems);
        break;
    case FieldDescriptor::CPPTYPE_INT64:
        checkNumber(reflection.GetInt64(message, &field), field, problems);
        break;
    default:
        break;
    }
}

void checkElements(const Message &message, const FieldDescriptor &field, Problems &problems)
{
    if (field.cpp_type() != FieldDescriptor::CPPTYPE_STRING) {
        return;
    }
    const auto &reflection = *message.GetReflection();
    for (int i = 0; i < reflection.FieldSize(message, &field); ++i) {
        checkText(reflection.GetRepeatedString(message, &field, i), field, problems);
    }
}

} // namespace

bool isDay(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return false;
    }
    for (const std::size_t position : { 0, 1, 2, 3, 5, 6, 8, 9 }) {
        if (text[position] < '0' || text[position] > '9') {
            return false;
        }
    }
    const auto number = [&](std::size_t from, std::size_t count) {
        int value = 0;
        for (const char digit : text.substr(from, count)) {
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    using namespace std::chrono;
    return year_month_day(year(number(0, 4)), month(static_cast<unsigned>(number(5, 2))),
                          day(static_cast<unsigned>(number(8, 2))))
        .ok();
}

std::vector<FieldProblem> validate(const Message &message)
{
    Problems problems;
    const auto &descriptor = *message.GetDescriptor();
    for (int i = 0; i < descriptor.field_count(); ++i) {
        const auto &field = *descriptor.field(i);
        if (isAbsent(message, field)) {
            if (rulesOf(field).required()) {
                add(problems, field, ProblemCode::Missing, fmt::format("{} is missing.", labelOf(field)));
            }
            continue;
        }
        if (field.is_repeated()) {
            checkElements(message, field, problems);
        } else {
            checkSingle(message, field, problems);
        }
    }
    return problems;
}

} // namespace record
