// SPDX-License-Identifier: Apache-2.0
#include "sync/record/type.h"

#include "cadre/v1/access.pb.h"
#include "cadre/v1/check_in.pb.h"
#include "cadre/v1/enrollment.pb.h"
#include "cadre/v1/feedback.pb.h"
#include "cadre/v1/growth.pb.h"
#include "cadre/v1/mentoring.pb.h"
#include "cadre/v1/organization.pb.h"
#include "cadre/v1/person.pb.h"
#include "cadre/v1/plan.pb.h"
#include "cadre/v1/request.pb.h"
#include "cadre/v1/sanctioned_time.pb.h"
#include "cadre/v1/sharing.pb.h"
#include "cadre/v1/statement.pb.h"
#include "cadre/v1/theme.pb.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

namespace record {

namespace {

std::string snakeCase(const std::string &name)
{
    std::string result;
    for (const char letter : name) {
        if (std::isupper(static_cast<unsigned char>(letter)) != 0 && !result.empty()) {
            result += '_';
        }
        result += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
    return result;
}

void requireShape(const google::protobuf::Descriptor &descriptor)
{
    for (int i = 0; i < descriptor.field_count(); ++i) {
        const auto &field = *descriptor.field(i);
        if (field.is_map() || field.real_containing_oneof() != nullptr) {
            throw std::invalid_argument(descriptor.name() + "." + field.name() + ": records have no map or oneof");
        }
        if (!field.is_repeated() && !field.has_presence()) {
            throw std::invalid_argument(descriptor.name() + "." + field.name() + ": a scalar of a record is optional");
        }
    }
}

} // namespace

RecordType::RecordType(const Message &prototype)
    : m_prototype(&prototype)
    , m_descriptor(prototype.GetDescriptor())
    , m_options(m_descriptor->options().GetExtension(cadre::v1::record))
    , m_table(snakeCase(m_descriptor->name()))
{
    if (m_options.number() == 0 || m_options.scopes().empty()) {
        throw std::invalid_argument(m_descriptor->full_name() + " has no record options");
    }
    requireShape(*m_descriptor);
}

bool RecordType::livesIn(std::uint32_t scopeKind) const
{
    return homeRank(scopeKind) < m_options.scopes_size();
}

int RecordType::homeRank(std::uint32_t scopeKind) const
{
    const auto &scopes = m_options.scopes();
    return static_cast<int>(std::find(scopes.begin(), scopes.end(), static_cast<int>(scopeKind)) - scopes.begin());
}

std::uint32_t RecordType::onlyScopeKind() const
{
    return m_options.scopes_size() == 1 ? static_cast<std::uint32_t>(m_options.scopes(0)) : 0;
}

const FieldDescriptor *RecordType::titleField() const
{
    return m_options.title().empty() ? nullptr : m_descriptor->FindFieldByName(m_options.title());
}

const FieldDescriptor *RecordType::field(std::string_view name) const
{
    const std::string text(name);
    const auto *found = m_descriptor->FindFieldByName(text);
    return found != nullptr ? found : m_descriptor->FindFieldByCamelcaseName(text);
}

const cadre::v1::FieldRules &rulesOf(const FieldDescriptor &field)
{
    return field.options().GetExtension(cadre::v1::field);
}

cadre::v1::MergeKind mergeKindOf(const FieldDescriptor &field)
{
    const auto kind = rulesOf(field).merge();
    return kind == cadre::v1::MERGE_KIND_UNSPECIFIED ? cadre::v1::MERGE_KIND_REGISTER : kind;
}

std::string labelOf(const FieldDescriptor &field)
{
    const auto &label = rulesOf(field).label();
    return label.empty() ? field.name() : label;
}

std::string choiceLabel(const google::protobuf::EnumDescriptor &choices, int number)
{
    const auto *choice = choices.FindValueByNumber(number);
    if (choice == nullptr) {
        return "unknown (" + std::to_string(number) + ")";
    }
    const auto &label = choice->options().GetExtension(cadre::v1::choice).label();
    return label.empty() ? choice->name() : label;
}

Catalogue Catalogue::ofAcademy()
{
    namespace v1 = cadre::v1;
    Catalogue catalogue;
    for (const auto *file : { v1::Organization::descriptor()->file(), v1::Person::descriptor()->file(),
                              v1::MentorMatch::descriptor()->file(), v1::TeacherEnrollment::descriptor()->file(),
                              v1::CheckIn::descriptor()->file(), v1::NoteShare::descriptor()->file(),
                              v1::GrowthGoal::descriptor()->file(), v1::SafetyNotice::descriptor()->file(),
                              v1::ThemeCount::descriptor()->file(), v1::Milestone::descriptor()->file(),
                              v1::AccessEntry::descriptor()->file(), v1::FeedbackRound::descriptor()->file(),
                              v1::SanctionedSlot::descriptor()->file(), v1::MonthlyStatement::descriptor()->file() }) {
        for (int i = 0; i < file->message_type_count(); ++i) {
            const auto *descriptor = file->message_type(i);
            if (descriptor->options().HasExtension(v1::record)) {
                catalogue.add(*google::protobuf::MessageFactory::generated_factory()->GetPrototype(descriptor));
            }
        }
    }
    return catalogue;
}

void Catalogue::add(const Message &prototype)
{
    auto type = std::make_unique<RecordType>(prototype);
    if (byNumber(type->number()) != nullptr || byName(type->name()) != nullptr) {
        throw std::invalid_argument("the type " + type->name() + " or its number is taken");
    }
    m_types.push_back(std::move(type));
}

const RecordType *Catalogue::byName(std::string_view name) const
{
    const auto found =
        std::find_if(m_types.begin(), m_types.end(), [&](const auto &type) { return type->name() == name; });
    return found == m_types.end() ? nullptr : found->get();
}

const RecordType *Catalogue::byNumber(std::uint32_t number) const
{
    const auto found =
        std::find_if(m_types.begin(), m_types.end(), [&](const auto &type) { return type->number() == number; });
    return found == m_types.end() ? nullptr : found->get();
}

} // namespace record
