// SPDX-License-Identifier: Apache-2.0
#include "sync/server/tls_identity.h"

#include "sync/server/secrets.h"
#include "sync/store/database.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/sha.h>
#include <openssl/x509v3.h>

#include <arpa/inet.h>
#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <memory>

namespace server {

namespace {

constexpr long validSeconds = 10L * 365 * 24 * 60 * 60;

struct Free {
    void operator()(X509 *certificate) const { X509_free(certificate); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
    void operator()(X509_EXTENSION *extension) const { X509_EXTENSION_free(extension); }
    void operator()(std::FILE *file) const { (void)std::fclose(file); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, Free>;

[[noreturn]] void failed(const std::string &file)
{
    throw store::Error(
        store::Fault::Unreadable,
        fmt::format("The server's certificate in {} could not be read or written. Look at the rights of that file.",
                    file));
}

void extend(X509 *certificate, int kind, const std::string &value)
{
    const Owned<X509_EXTENSION> extension(X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str()));
    if (!extension || X509_add_ext(certificate, extension.get(), -1) != 1) {
        throw store::Error(store::Fault::Other,
                           "The server's certificate could not be made. Name one with --tls-cert and --tls-key.");
    }
}

std::string alternativeNames(const std::string &host)
{
    std::string names = "DNS:localhost,IP:127.0.0.1,IP:::1";
    std::array<unsigned char, 16> address {};
    const bool isAddress =
        inet_pton(AF_INET, host.c_str(), address.data()) == 1 || inet_pton(AF_INET6, host.c_str(), address.data()) == 1;
    const bool plain = !host.empty() && host.find_first_of(",:/ \n") == std::string::npos;
    if (isAddress && host != "127.0.0.1" && host != "::1" && host != "0.0.0.0" && host != "::") {
        names += ",IP:" + host;
    } else if (!isAddress && plain && host != "localhost") {
        names += ",DNS:" + host;
    }
    std::array<char, 256> machine {};
    if (gethostname(machine.data(), machine.size() - 1) == 0 && machine[0] != '\0'
        && std::string_view(machine.data()).find_first_of(",:/ ") == std::string_view::npos
        && names.find(machine.data()) == std::string::npos) {
        names += std::string(",DNS:") + machine.data();
    }
    return names;
}

Owned<X509> selfSigned(EVP_PKEY *key, const std::string &host)
{
    Owned<X509> certificate(X509_new());
    X509_set_version(certificate.get(), 2);
    std::array<unsigned char, 8> serial {};
    record::systemEntropy()(serial.data(), serial.size());
    serial[0] &= 0x7F;
    std::uint64_t number = 0;
    for (const unsigned char byte : serial) {
        number = number << 8 | byte;
    }
    ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate.get()), number);
    // Clients whose clocks are behind accept it too.
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -365L * 24 * 60 * 60);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), validSeconds);
    X509_NAME *name = X509_get_subject_name(certificate.get());
    X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, reinterpret_cast<const unsigned char *>("cadred"), -1, -1, 0);
    X509_set_issuer_name(certificate.get(), name);
    X509_set_pubkey(certificate.get(), key);
    extend(certificate.get(), NID_basic_constraints, "critical,CA:FALSE");
    extend(certificate.get(), NID_key_usage, "critical,digitalSignature");
    extend(certificate.get(), NID_ext_key_usage, "serverAuth");
    extend(certificate.get(), NID_subject_alt_name, alternativeNames(host));
    if (X509_sign(certificate.get(), key, EVP_sha256()) == 0) {
        throw store::Error(store::Fault::Other,
                           "The server's certificate could not be signed. Name one with --tls-cert and --tls-key.");
    }
    return certificate;
}

template <class Write>
void writeFile(const std::string &path, const Write &write)
{
    const std::string temporary = path + ".new";
    const int descriptor = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    Owned<std::FILE> file(descriptor < 0 ? nullptr : ::fdopen(descriptor, "w"));
    if (!file || !write(file.get()) || std::fflush(file.get()) != 0 || ::fsync(descriptor) != 0) {
        failed(path);
    }
    file.reset();
    std::error_code error;
    std::filesystem::rename(temporary, path, error);
    if (error) {
        failed(path);
    }
}

} // namespace

std::string pinOf(std::string_view subjectPublicKey)
{
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char *>(subjectPublicKey.data()), subjectPublicKey.size(),
           reinterpret_cast<unsigned char *>(digest.data()));
    return "sha256/" + base64(digest);
}

TlsIdentity givenIdentity(const std::string &certificateFile, const std::string &keyFile)
{
    const Owned<std::FILE> file(std::fopen(certificateFile.c_str(), "r"));
    const Owned<X509> certificate(file ? PEM_read_X509(file.get(), nullptr, nullptr, nullptr) : nullptr);
    if (!certificate) {
        failed(certificateFile);
    }
    unsigned char *bytes = nullptr;
    const int length = i2d_X509_PUBKEY(X509_get_X509_PUBKEY(certificate.get()), &bytes);
    if (length <= 0) {
        failed(certificateFile);
    }
    const std::string key(reinterpret_cast<const char *>(bytes), static_cast<std::size_t>(length));
    OPENSSL_free(bytes);
    return { certificateFile, keyFile, pinOf(key) };
}

TlsIdentity keptIdentity(const std::string &directory, const std::string &host)
{
    const std::string certificateFile = directory + "/tls.crt";
    const std::string keyFile = directory + "/tls.key";
    std::error_code error;
    if (!std::filesystem::exists(certificateFile, error) || !std::filesystem::exists(keyFile, error)) {
        const Owned<EVP_PKEY> key(EVP_EC_gen("P-256"));
        if (!key) {
            throw store::Error(store::Fault::Other,
                               "The server's key could not be made. Name one with --tls-cert and --tls-key.");
        }
        const Owned<X509> certificate = selfSigned(key.get(), host);
        writeFile(keyFile, [&](std::FILE *file) {
            return PEM_write_PrivateKey(file, key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1;
        });
        writeFile(certificateFile, [&](std::FILE *file) { return PEM_write_X509(file, certificate.get()) == 1; });
    }
    return givenIdentity(certificateFile, keyFile);
}

} // namespace server
