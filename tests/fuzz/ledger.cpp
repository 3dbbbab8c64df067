// SPDX-License-Identifier: Apache-2.0
#include "sync/server/academy.h"
#include "sync/server/ledger.h"
#include "sync/store/database.h"
#include "tests/fuzz/target.h"
#include "tests/fuzz/world.h"

#include <filesystem>
#include <memory>

#include <unistd.h>

namespace fuzz {

namespace {

namespace v1alpha = cadre::sync::v1alpha;

/// Inputs that one store follows: each that is signed is kept there for good.
constexpr int mostOfAStore = 500;

/// A server's store, in memory where there is room for that.
class Server {
public:
    Server()
        : m_directory((std::filesystem::exists("/dev/shm") ? "/dev/shm" : std::filesystem::temp_directory_path())
                      / ("cadre-fuzz-server-" + std::to_string(getpid())))
    {
        std::filesystem::remove_all(m_directory);
        std::filesystem::create_directory(m_directory);
        m_database = std::make_unique<store::Database>((m_directory / "academy.db").string());
        m_academy = std::make_unique<server::Academy>(*m_database, academy::catalogue(), &academy::now,
                                                      academy::entropy(), "Fuzz");
    }
    ~Server()
    {
        m_academy.reset();
        m_database.reset();
        std::error_code ignored;
        std::filesystem::remove_all(m_directory, ignored);
    }
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    server::Academy &academy() { return *m_academy; }

private:
    std::filesystem::path m_directory;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<server::Academy> m_academy;
};

/// A line of the file beside the store: as it stands there, and as the server itself might have signed it.
void run(std::string_view input)
{
    static std::unique_ptr<Server> world;
    static int followed = 0;
    if (!world || ++followed % mostOfAStore == 0) {
        world.reset();
        world = std::make_unique<Server>();
    }
    auto &academy = world->academy();
    const std::string bytes(input);
    const auto done = academy.ledger().follow({ bytes }, academy);
    require(done.erased == 0 && done.signedOut == 0, "what nobody signed does nothing");
    v1alpha::LedgerEntry entry;
    if (!entry.ParseFromString(bytes)) {
        return;
    }
    v1alpha::SignedLedgerEntry line;
    line.set_entry(bytes);
    line.set_signature(academy.keys().sign(server::ledgerDomain, bytes));
    (void)academy.ledger().follow({ line.SerializeAsString() }, academy);
    const auto again = academy.ledger().follow({ line.SerializeAsString() }, academy);
    require(again.erased == 0 && again.signedOut == 0, "what was followed once is known");
}

std::vector<std::string> seeds()
{
    v1alpha::LedgerEntry erased;
    erased.set_format(1);
    erased.set_at(academy::now());
    erased.set_nonce("12345678");
    *erased.mutable_scope() = merge::toProto(academy::scope());
    erased.set_record_type(academy::checkInEdit(academy::uuid(7), 20).type());
    erased.set_record(academy::uuid(7).raw());
    erased.set_reason("asked for");
    merge::Context seen;
    seen.add({ academy::colleagueSite(), 3 });
    *erased.mutable_context() = seen.toProto();
    v1alpha::LedgerEntry signedOut;
    signedOut.set_revoked_site(academy::uuid(8).raw());
    signedOut.set_code_hash(std::string(32, 'c'));
    v1alpha::LedgerEntry suspended;
    suspended.set_suspended_person(academy::person().raw());
    return { erased.SerializeAsString(), signedOut.SerializeAsString(), suspended.SerializeAsString() };
}

} // namespace

const Target ledger { "ledger", &v1alpha::LedgerEntry::default_instance(), &run, &seeds };

} // namespace fuzz
