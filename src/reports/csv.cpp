// SPDX-License-Identifier: Apache-2.0
#include "src/domain/csv_cell.h"
#include "src/reports/words.h"
#include "src/reports/write.h"

#include <fmt/format.h>
#include <sodium.h>

#include <array>

namespace reports {

std::string csvOf(const Document &document)
{
    const auto &table = document.tables.front();
    std::vector<std::string> cells;
    for (const auto &column : table.columns) {
        cells.push_back(column.name);
    }
    auto text = domain::csvRow(cells);
    for (const auto &row : table.rows) {
        cells.clear();
        for (const auto &cell : row) {
            cells.push_back(cellCode(cell));
        }
        text += domain::csvRow(cells);
    }
    return text;
}

std::string checksumOf(const Document &document)
{
    const auto csv = csvOf(document);
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash {};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char *>(csv.data()), csv.size());
    std::string hex;
    for (const auto byte : hash) {
        hex += fmt::format("{:02x}", byte);
    }
    return hex;
}

} // namespace reports
