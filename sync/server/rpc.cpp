// SPDX-License-Identifier: Apache-2.0
#include "sync/server/rpc.h"

#include "sync/merge/budget.h"
#include "sync/server/json_budget.h"
#include "sync/store/database.h"

#include <google/protobuf/struct.pb.h>
#include <google/protobuf/util/json_util.h>
#include <spdlog/spdlog.h>

#include <stdexcept>

namespace server {

namespace {

/// Messages and elements in one request: a device that pushes 20,000 changes needs two each.
constexpr std::size_t elementLimit = 100'000;
constexpr std::size_t levelLimit = 32;

std::unique_ptr<google::protobuf::Message> read(const RpcCall &call, const google::protobuf::Message &prototype)
{
    std::unique_ptr<google::protobuf::Message> request(prototype.New());
    if (!call.json) {
        std::size_t left = elementLimit;
        if (!merge::isWithin(call.body, *request->GetDescriptor(), left) || !request->ParseFromString(call.body)) {
            throw Problem(Code::InvalidArgument,
                          "The request's body is not the protobuf message that this method takes.");
        }
        return request;
    }
    // As JSON a number or a text counts too.
    if (!isJsonWithin(call.body, 4 * elementLimit, levelLimit)) {
        throw Problem(Code::InvalidArgument, "The request's body holds more than this server reads at once.");
    }
    google::protobuf::util::JsonParseOptions options;
    options.ignore_unknown_fields = true;
    const auto status =
        google::protobuf::util::JsonStringToMessage(call.body.empty() ? "{}" : call.body, request.get(), options);
    if (!status.ok()) {
        throw Problem(Code::InvalidArgument, "The request's body is not the JSON that this method takes.");
    }
    return request;
}

RpcReply write(const google::protobuf::Message &response, bool json)
{
    RpcReply reply;
    reply.json = json;
    if (!json) {
        reply.body = response.SerializeAsString();
        return reply;
    }
    const auto status = google::protobuf::util::MessageToJsonString(response, &reply.body);
    if (!status.ok()) {
        throw Problem(Code::Internal, "The answer could not be written as JSON. Ask with application/proto.");
    }
    return reply;
}

RpcReply storeReply(const store::Error &error)
{
    spdlog::error("The store failed: {}", error.what());
    if (error.fault() == store::Fault::Full) {
        return errorReply(Code::Unavailable,
                          "The server has no room left at the moment. Your work is safe on your device and will be "
                          "sent again.");
    }
    return errorReply(Code::Internal,
                      "The server could not read or write its store. Your work is safe on your device and will be "
                      "sent again.");
}

} // namespace

RpcReply errorReply(Code code, const std::string &sentence, int status)
{
    google::protobuf::Value text;
    text.set_string_value(sentence);
    std::string quoted;
    (void)google::protobuf::util::MessageToJsonString(text, &quoted);
    RpcReply reply;
    reply.status = status == 0 ? httpStatus(code) : status;
    reply.json = true;
    reply.body = std::string(R"({"code":")") + codeName(code) + R"(","message":)" + quoted + "}";
    return reply;
}

void RpcTable::addMethod(const std::string &service, const std::string &method,
                         const google::protobuf::Descriptor *input, const google::protobuf::Descriptor *output,
                         Handler handler, const google::protobuf::Message *prototype)
{
    const auto *declared = google::protobuf::DescriptorPool::generated_pool()->FindMethodByName(service + "." + method);
    if (declared == nullptr || declared->input_type() != input || declared->output_type() != output) {
        throw std::logic_error("The handler of " + service + "." + method + " is not of the method's types");
    }
    m_methods["/" + service + "/" + method] = { std::move(handler), prototype };
}

RpcReply RpcTable::answer(const RpcCall &call) const
{
    const auto found = m_methods.find(call.path);
    if (found == m_methods.end()) {
        return errorReply(Code::Unimplemented, "This server has no method of that name.");
    }
    try {
        return write(*found->second.handler(call, *read(call, *found->second.prototype)), call.json);
    } catch (const Problem &problem) {
        return errorReply(problem.code(), problem.what());
    } catch (const store::Invalid &invalid) {
        return errorReply(Code::InvalidArgument, invalid.what());
    } catch (const store::Error &error) {
        return storeReply(error);
    } catch (const std::exception &error) {
        spdlog::error("{} failed: {}", call.path, error.what());
        return errorReply(
            Code::Internal,
            "Something went wrong on the server. Your work is safe on your device and will be sent again.");
    }
}

} // namespace server
