// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "cadre/v1/check_in.pb.h"

#include <sodium.h>

#include <cstdio>
#include <cstdlib>

namespace fuzz {

namespace wire = cadre::sync::v1;

void require(bool holds, const char *what)
{
    if (!holds) {
        std::fprintf(stderr, "this must hold: %s\n", what);
        std::abort();
    }
}

namespace academy {

const record::Catalogue &catalogue()
{
    static const auto catalogue = record::Catalogue::ofAcademy();
    return catalogue;
}

std::int64_t now()
{
    return 1'795'000'000'000;
}

record::Entropy entropy()
{
    return [state = std::uint64_t { 7 }](std::uint8_t *bytes, std::size_t count) mutable {
        for (std::size_t i = 0; i < count; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            bytes[i] = static_cast<std::uint8_t>(state >> 56);
        }
    };
}

record::Uuid uuid(std::uint8_t number)
{
    record::Uuid id;
    id.bytes.fill(number);
    return id;
}

record::ScopeId scope()
{
    return { cadre::v1::SCOPE_KIND_PAIR_LOG, uuid(1), 0 };
}

record::Uuid person()
{
    return uuid(2);
}

record::Uuid colleague()
{
    return uuid(3);
}

record::Uuid colleagueSite()
{
    return uuid(4);
}

const merge::KeyPair &serverKeys()
{
    static const auto keys = merge::KeyPair::make(entropy());
    return keys;
}

const merge::KeyPair &colleagueKeys()
{
    static const auto keys = [] {
        const auto bytes = entropy();
        (void)merge::KeyPair::make(bytes);
        return merge::KeyPair::make(bytes);
    }();
    return keys;
}

wire::SignedCertificate certificate(const record::Uuid &site, const std::string &publicKey, const record::Uuid &person)
{
    wire::Certificate certificate;
    certificate.set_format(1);
    certificate.set_site(site.raw());
    certificate.set_key_algorithm(1);
    certificate.set_public_key(publicKey);
    certificate.set_person(person.raw());
    certificate.set_issued_at(now());
    wire::SignedCertificate result;
    result.set_certificate(certificate.SerializeAsString());
    result.set_signature(merge::sign(merge::certificateDomain, result.certificate(), serverKeys().secretKey));
    return result;
}

cadre::sync::v1alpha::EnrollResponse enrolment(const cadre::sync::v1alpha::EnrollRequest &request)
{
    cadre::sync::v1alpha::EnrollResponse response;
    *response.mutable_certificate() =
        certificate(*record::Uuid::fromRaw(request.site()), request.public_key(), person());
    response.set_token("token");
    response.set_person(person().raw());
    response.set_person_name("A Mentor");
    response.set_server_name("Test");
    response.set_server_key(serverKeys().publicKey);
    auto &membership = *response.add_memberships();
    *membership.mutable_scope() = merge::toProto(scope());
    membership.set_may_write(true);
    response.set_server_time(now());
    return response;
}

std::unique_ptr<record::Message> checkIn(int minutes)
{
    auto message = std::make_unique<cadre::v1::CheckIn>();
    message->set_match_id(uuid(1).text());
    message->set_mentor(person().text());
    message->set_on("2026-11-17");
    message->set_minutes(minutes);
    message->set_status(cadre::v1::CHECK_IN_STATUS_RECORDED);
    return message;
}

wire::RecordEdit checkInEdit(const record::Uuid &id, int minutes)
{
    wire::RecordEdit edit;
    edit.set_type(catalogue().byName("CheckIn")->number());
    edit.set_record(id.raw());
    const auto message = checkIn(minutes);
    std::vector<const record::FieldDescriptor *> fields;
    message->GetReflection()->ListFields(*message, &fields);
    for (const auto *field : fields) {
        const bool isText = field->cpp_type() == record::FieldDescriptor::CPPTYPE_STRING;
        auto &op = *edit.add_ops();
        op.set_field(static_cast<std::uint32_t>(field->number()));
        op.set_kind(wire::OP_KIND_SET);
        op.set_wire_type(isText ? 2 : 0);
        op.set_value(isText ? message->GetReflection()->GetString(*message, field)
                            : std::string(1, static_cast<char>(field->name() == "minutes" ? minutes : 1)));
    }
    auto &life = *edit.add_ops();
    life.set_kind(wire::OP_KIND_LIFE);
    life.set_value(std::string(1, '\1'));
    return edit;
}

} // namespace academy

std::string rootOf(const std::string &body)
{
    wire::Body read;
    (void)read.ParsePartialFromString(body);
    std::string parts;
    for (const auto &part : read.parts()) {
        parts += part.erased_hash().empty() ? merge::hash("cadre.part.v1", { part.salt(), part.content() })
                                            : part.erased_hash();
    }
    return merge::hash("cadre.body.v1", { parts });
}

Chain::Chain(const record::Uuid &site, const record::Uuid &author)
    : m_site(site)
    , m_author(author)
{
}

std::string Chain::next(const std::string &bytes, const std::string &body)
{
    wire::Header header;
    (void)header.ParsePartialFromString(bytes);
    header.set_format(1);
    *header.mutable_scope() = merge::toProto(academy::scope());
    header.set_site(m_site.raw());
    header.set_seq(++m_seq);
    header.set_previous(m_previous);
    header.set_author(m_author.raw());
    header.set_body_root(rootOf(body));
    const auto right = header.SerializeAsString();
    m_previous = merge::hash(merge::headerDomain, { right });
    return right;
}

merge::Change Chain::next(const wire::RecordEdit &edit)
{
    wire::Header header;
    header.set_hybrid_time(static_cast<std::uint64_t>(academy::now()) << 16);
    header.set_schema(1);
    wire::Body body;
    body.add_parts()->set_salt(std::string(16, 's'));
    body.mutable_parts(0)->set_content(edit.SerializeAsString());
    const auto bytes = body.SerializeAsString();
    const auto read = merge::readChange(next(header.SerializeAsString(), bytes), bytes);
    require(read.change.has_value(), "the academy's own change can be read");
    return *read.change;
}

} // namespace fuzz
