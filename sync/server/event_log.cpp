// SPDX-License-Identifier: Apache-2.0
#include "sync/server/event_log.h"

#include <fmt/format.h>
#include <spdlog/formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>
#include <ctime>
#include <memory>

namespace server {

namespace {

/// What begins with it is the inside of a JSON object already.
constexpr char fieldsFollow = '\x01';

std::string inQuotes(std::string_view text)
{
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            result += fmt::format("\\u{:04x}", byte);
        } else {
            result += c;
        }
    }
    return result + "\"";
}

std::string timeOf(std::chrono::system_clock::time_point when)
{
    const auto seconds = std::chrono::system_clock::to_time_t(when);
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(when.time_since_epoch()).count() % 1000;
    std::tm parts {};
    ::gmtime_r(&seconds, &parts);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                       parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec, milliseconds);
}

class JsonLines : public spdlog::formatter {
public:
    void format(const spdlog::details::log_msg &message, spdlog::memory_buf_t &out) override
    {
        const std::string_view payload(message.payload.data(), message.payload.size());
        const auto level = spdlog::level::to_string_view(message.level);
        const bool fields = !payload.empty() && payload.front() == fieldsFollow;
        const std::string line =
            fmt::format("{{\"time\":\"{}\",\"level\":\"{}\",{}}}\n", timeOf(message.time),
                        std::string_view(level.data(), level.size()),
                        fields ? std::string(payload.substr(1)) : "\"message\":" + inQuotes(payload));
        out.append(line.data(), line.data() + line.size());
    }
    [[nodiscard]] std::unique_ptr<spdlog::formatter> clone() const override { return std::make_unique<JsonLines>(); }
};

} // namespace

void logAsJson(spdlog::level::level_enum level)
{
    auto logger = std::make_shared<spdlog::logger>("cadred", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_formatter(std::make_unique<JsonLines>());
    logger->set_level(level);
    spdlog::set_default_logger(std::move(logger));
}

void logEvent(spdlog::level::level_enum level, const char *event, std::initializer_list<EventField> fields)
{
    if (!spdlog::should_log(level)) {
        return;
    }
    std::string line = fmt::format("{}\"event\":{}", fieldsFollow, inQuotes(event));
    for (const auto &[name, value] : fields) {
        line += fmt::format(",{}:", inQuotes(name));
        if (const auto *text = std::get_if<std::string>(&value)) {
            line += inQuotes(*text);
        } else if (const auto *number = std::get_if<double>(&value)) {
            line += fmt::format("{:.6g}", *number);
        } else {
            line += fmt::format("{}", std::get<std::int64_t>(value));
        }
    }
    spdlog::log(level, "{}", line);
}

} // namespace server
