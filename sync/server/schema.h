// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace store {
class Database;
}

namespace server {

/// Makes the server's own tables where they are missing.
void makeServerTables(store::Database &database);

} // namespace server
