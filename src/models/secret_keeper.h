// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/store/pin_lock.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

/// Where the device's part of a PIN lies, which is in no data directory. Asked on the thread of the models; answers
/// there, at once or later, but always within seconds.
class SecretKeeper {
public:
    using Found = std::function<void(const std::optional<store::DeviceSecret> &)>;

    SecretKeeper() = default;
    virtual ~SecretKeeper() = default;
    SecretKeeper(const SecretKeeper &) = delete;
    SecretKeeper &operator=(const SecretKeeper &) = delete;

    virtual void find(const std::string &name, Found found) = 0;
    virtual void keep(const std::string &name, const store::DeviceSecret &secret) = 0;
    virtual void drop(const std::string &name) = 0;
    /// Whether what is kept is still found when the program was ended and started again.
    [[nodiscard]] virtual bool outlivesTheProgram() const = 0;
};

/// In memory that is not swapped out, until the program ends.
class MemorySecrets : public SecretKeeper {
public:
    void find(const std::string &name, Found found) override;
    void keep(const std::string &name, const store::DeviceSecret &secret) override;
    void drop(const std::string &name) override { m_secrets.erase(name); }
    [[nodiscard]] bool outlivesTheProgram() const override { return false; }

private:
    struct Locked {
        void operator()(store::DeviceSecret *secret) const;
    };
    std::map<std::string, std::unique_ptr<store::DeviceSecret, Locked>> m_secrets;
};
