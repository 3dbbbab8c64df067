// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/target.h"

#include <google/protobuf/stubs/logging.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

// Runs every target over its inputs without a fuzzer:
//   cadre-fuzz-replay CORPUS             CORPUS/TARGET/FILE…
//   cadre-fuzz-replay CORPUS --write     writes the inputs that a fuzzer begins with

namespace {

// By address: they are made in other files, in an order that nobody promises.
const std::vector<const fuzz::Target *> targets {
    &fuzz::callProof, &fuzz::certificate, &fuzz::change,  &fuzz::context,  &fuzz::database,
    &fuzz::formText,  &fuzz::formToken,   &fuzz::grant,   &fuzz::idToken,  &fuzz::json,
    &fuzz::keyFile,   &fuzz::ledger,      &fuzz::pinFile, &fuzz::poll,     &fuzz::pull,
    &fuzz::push,      &fuzz::pushReply,   &fuzz::roster,  &fuzz::snapshot, &fuzz::token
};

std::string read(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    return { std::istreambuf_iterator<char>(stream), {} };
}

int replay(const std::filesystem::path &corpus, const fuzz::Target &target)
{
    int inputs = 0;
    target.run({});
    for (const auto &seed : target.seeds()) {
        target.run(seed);
        ++inputs;
    }
    if (std::filesystem::exists(corpus / target.name)) {
        for (const auto &file : std::filesystem::directory_iterator(corpus / target.name)) {
            std::printf("%s\r", file.path().c_str());
            std::fflush(stdout);
            target.run(read(file));
            ++inputs;
        }
    }
    std::printf("%s: %d inputs\n", target.name, inputs);
    return inputs;
}

void write(const std::filesystem::path &corpus, const fuzz::Target &target)
{
    std::filesystem::create_directories(corpus / target.name);
    int number = 0;
    for (const auto &seed : target.seeds()) {
        std::ofstream(corpus / target.name / ("seed-" + std::to_string(number++)), std::ios::binary) << seed;
    }
}

} // namespace

int main(int argc, char **argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "Say where the inputs are: cadre-fuzz-replay CORPUS [--write]\n");
        return 2;
    }
    google::protobuf::SetLogHandler(nullptr);
    int inputs = 0;
    for (const auto *target : targets) {
        if (argc > 2) {
            write(argv[1], *target);
        } else {
            inputs += replay(argv[1], *target);
        }
    }
    return argc > 2 || inputs > 0 ? 0 : 1;
}
