// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/database.h"
#include "sync/store/sealed_files.h"
#include "tests/sim/disk.h"
#include "tests/storefault/stage.h"

#include <memory>
#include <string>
#include <vector>

namespace storefault {

inline constexpr auto fileName = "store.db";

/// A store on a simulated disk, and the objects over it: what the faults are meant for.
class Subject {
public:
    /// A sealed one's files are unreadable without a key, as a device's are.
    explicit Subject(bool isSealed)
        : disk(1)
        , m_isSealed(isSealed)
    {
    }
    virtual ~Subject() = default;
    Subject(const Subject &) = delete;
    Subject &operator=(const Subject &) = delete;

    /// Makes the objects. Throws store::Error as they do, and is closed then.
    void open()
    {
        try {
            if (m_isSealed) {
                m_sealed = std::make_unique<store::SealedFiles>(store::SealKey { 1, 2, 3 }, disk.vfs());
            }
            m_database = std::make_unique<store::Database>(fileName, vfs());
            make(*m_database);
        } catch (...) {
            close();
            throw;
        }
    }
    void close()
    {
        unmake();
        m_database.reset();
        m_sealed.reset();
    }
    /// The files as whoever may read them sees them; while it is open.
    [[nodiscard]] const std::string &vfs() { return m_sealed ? m_sealed->name() : disk.vfs(); }
    [[nodiscard]] bool isOpen() const { return m_database != nullptr; }
    [[nodiscard]] store::Database &database() { return *m_database; }

    /// What its own check says.
    [[nodiscard]] virtual std::vector<std::string> check() = 0;
    /// Saves one thing more; throws when it cannot.
    virtual void goOn() = 0;
    /// Whether that thing is there.
    [[nodiscard]] virtual bool hasGoneOn() = 0;

    sim::Disk disk;
    Stage stage;

protected:
    virtual void make(store::Database &database) = 0;
    virtual void unmake() = 0;
    /// One catalogue for all: it takes long to make.
    [[nodiscard]] static const record::Catalogue &catalogue()
    {
        static const auto made = record::Catalogue::ofAcademy();
        return made;
    }

private:
    bool m_isSealed;
    std::unique_ptr<store::SealedFiles> m_sealed;
    std::unique_ptr<store::Database> m_database;
};

} // namespace storefault
