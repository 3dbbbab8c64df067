// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace store {
class Database;
}

namespace server {

/// Makes the server's own tables where they are missing. Throws store::Error{Newer} for a store that
/// a later version wrote.
void makeServerTables(store::Database &database);

} // namespace server
