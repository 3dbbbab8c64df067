// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include "cadre/store/v1/state.pb.h"

#include <sodium.h>

#include <stdexcept>

namespace fuzz {

namespace {

std::string base64(std::string_view bytes)
{
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char *>(bytes.data()), bytes.size(),
                      variant);
    text.pop_back();
    return text;
}

void open(engine::Device &device, const std::string &token)
{
    engine::Form form;
    try {
        form = device.formFromToken(token);
    } catch (const std::invalid_argument &) {
        return;
    }
    for (const bool remove : { false, true }) {
        try {
            auto again = device.formFromToken(form.token());
            require(again.contexts == form.contexts, "a form's token keeps what was on screen");
            device.save({ { &form, academy::checkIn(75), remove } });
        } catch (const store::Error &) {
        } catch (const store::Invalid &) {
        }
    }
}

void run(std::string_view input)
{
    DeviceWorld world;
    open(world.device(), std::string(input));
    open(world.device(), base64(input));
    world.look();
}

std::vector<std::string> seeds()
{
    DeviceWorld world;
    std::vector<std::string> seeds;
    store::Query query;
    query.type = "CheckIn";
    for (const auto &stored : world.device().list(query)) {
        const auto token = world.device().open(stored.key).token();
        std::string bytes(token.size(), '\0');
        std::size_t size = 0;
        require(sodium_base642bin(reinterpret_cast<unsigned char *>(bytes.data()), bytes.size(), token.data(),
                                  token.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
                    == 0,
                "a token is base64");
        bytes.resize(size);
        seeds.push_back(bytes);
        seeds.push_back(token);
    }
    return seeds;
}

} // namespace

const Target formToken { "form_token", &cadre::store::v1::FormContext::default_instance(), &run, &seeds };

} // namespace fuzz
