// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <random>
#include <string>

namespace fuzz {

/// Changes messages by what their descriptors say, also inside bytes that are known to hold another
/// message: headers, bodies, parts, certificates.
class Mutator {
public:
    /// `bytes` changes plain bytes.
    Mutator(std::uint32_t seed, std::function<std::string(const std::string &)> bytes);

    /// One change somewhere in the message.
    void mutate(google::protobuf::Message &message);
    /// Puts a part of `donor` in the place of a part of its type in `message`.
    void splice(google::protobuf::Message &message, const google::protobuf::Message &donor);

private:
    using Message = google::protobuf::Message;
    using Field = google::protobuf::FieldDescriptor;

    [[nodiscard]] std::uint32_t below(std::uint32_t bound);
    void mutateField(Message &message, const Field &field);
    void mutateRepeated(Message &message, const Field &field);
    void mutateElement(Message &message, const Field &field, int index);
    void mutateScalar(Message &message, const Field &field, int index);
    [[nodiscard]] std::uint64_t number(std::uint64_t known);
    [[nodiscard]] std::string text(const Field &field, const std::string &known);
    void collect(const Message &message, std::vector<const Message *> &into) const;
    void graft(Message &message, const std::vector<const Message *> &donors);

    std::mt19937 m_random;
    std::function<std::string(const std::string &)> m_bytes;
    std::vector<std::string> m_met; ///< Bytes that the message holds elsewhere: sites and hashes want to repeat.
};

/// The message that this bytes field holds, made empty; null for bytes that hold no message.
[[nodiscard]] std::unique_ptr<google::protobuf::Message> innerMessage(const google::protobuf::FieldDescriptor &field);

} // namespace fuzz
