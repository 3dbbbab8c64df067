// SPDX-License-Identifier: Apache-2.0
#include "tests/fuzz/beside_store.h"

#include "sync/store/durable_file.h"

#include <filesystem>
#include <fstream>

#include <sodium.h>
#include <unistd.h>

namespace fuzz {

std::string fileOf(std::string_view bytes)
{
    const auto where = std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path();
    const auto path = where / ("cadre-fuzz-file-" + std::to_string(getpid()));
    static const struct Gone {
        std::filesystem::path path;
        ~Gone()
        {
            std::error_code ignored;
            std::filesystem::remove(path, ignored);
        }
    } gone { path };
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
}

std::string bytesIn(const std::string &path)
{
    return store::bytesOfFile(path);
}

void makeCheap(cadre::store::v1::WrappedKey &wrap)
{
    wrap.set_operations(crypto_pwhash_OPSLIMIT_MIN);
    wrap.set_memory_bytes(crypto_pwhash_MEMLIMIT_MIN);
}

} // namespace fuzz
