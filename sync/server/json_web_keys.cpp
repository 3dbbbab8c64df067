// SPDX-License-Identifier: Apache-2.0
#include "sync/server/json_web_keys.h"

#include "sync/server/json_budget.h"
#include "sync/server/secrets.h"

#include <google/protobuf/util/json_util.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

namespace server {

namespace {

constexpr std::size_t mostValues = 4000;
constexpr std::size_t mostLevels = 16;
constexpr int leastRsaBits = 2048;
constexpr int mostRsaBits = 8192;
constexpr std::size_t coordinateBytes = 32;

template <auto release>
struct Release {
    template <class T>
    void operator()(T *held) const
    {
        release(held);
    }
};
template <class T, auto release>
using Held = std::unique_ptr<T, Release<release>>;
using Key = Held<EVP_PKEY, EVP_PKEY_free>;
using Number = Held<BIGNUM, BN_free>;

const unsigned char *bytesOf(const std::string &text)
{
    return reinterpret_cast<const unsigned char *>(text.data());
}

Key keyOf(const char *type, OSSL_PARAM_BLD *parts)
{
    const Held<OSSL_PARAM, OSSL_PARAM_free> parameters(OSSL_PARAM_BLD_to_param(parts));
    const Held<EVP_PKEY_CTX, EVP_PKEY_CTX_free> context(EVP_PKEY_CTX_new_from_name(nullptr, type, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) != 1
        || EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, parameters.get()) != 1) {
        return {};
    }
    return Key(key);
}

Key rsaKey(const google::protobuf::Struct &said)
{
    const auto modulus = bytesOfBase64Url(textOf(said, "n"));
    const auto exponent = bytesOfBase64Url(textOf(said, "e"));
    if (!modulus || !exponent || modulus->size() > mostRsaBits / 8 || exponent->size() > 8) {
        return {};
    }
    const Number n(BN_bin2bn(bytesOf(*modulus), static_cast<int>(modulus->size()), nullptr));
    const Number e(BN_bin2bn(bytesOf(*exponent), static_cast<int>(exponent->size()), nullptr));
    const Held<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts(OSSL_PARAM_BLD_new());
    if (!n || !e || !parts || BN_num_bits(n.get()) < leastRsaBits
        || OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1
        || OSSL_PARAM_BLD_push_BN(parts.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1) {
        return {};
    }
    return keyOf("RSA", parts.get());
}

Key curveKey(const google::protobuf::Struct &said)
{
    const auto x = bytesOfBase64Url(textOf(said, "x"));
    const auto y = bytesOfBase64Url(textOf(said, "y"));
    if (textOf(said, "crv") != "P-256" || !x || !y || x->size() != coordinateBytes || y->size() != coordinateBytes) {
        return {};
    }
    const std::string point = "\x04" + *x + *y;
    const Held<OSSL_PARAM_BLD, OSSL_PARAM_BLD_free> parts(OSSL_PARAM_BLD_new());
    if (!parts || OSSL_PARAM_BLD_push_utf8_string(parts.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1
        || OSSL_PARAM_BLD_push_octet_string(parts.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(), point.size()) != 1) {
        return {};
    }
    return keyOf("EC", parts.get());
}

/// ES256 writes r and s side by side; OpenSSL reads them as DER. Empty when they are not of that length.
std::string derOf(const std::string &signature)
{
    if (signature.size() != 2 * coordinateBytes) {
        return {};
    }
    const Held<ECDSA_SIG, ECDSA_SIG_free> pair(ECDSA_SIG_new());
    BIGNUM *r = BN_bin2bn(bytesOf(signature), coordinateBytes, nullptr);
    BIGNUM *s = BN_bin2bn(bytesOf(signature) + coordinateBytes, coordinateBytes, nullptr);
    if (!pair || ECDSA_SIG_set0(pair.get(), r, s) != 1) {
        BN_free(r);
        BN_free(s);
        return {};
    }
    unsigned char *bytes = nullptr;
    const int length = i2d_ECDSA_SIG(pair.get(), &bytes);
    std::string der(reinterpret_cast<const char *>(bytes), length > 0 ? static_cast<std::size_t>(length) : 0);
    OPENSSL_free(bytes);
    return der;
}

bool isFor(const google::protobuf::Struct &key, const std::string &algorithm, const std::string &keyId)
{
    const auto saidUse = textOf(key, "use");
    const auto saidAlgorithm = textOf(key, "alg");
    return textOf(key, "kty") == (algorithm == "RS256" ? "RSA" : "EC") && (saidUse.empty() || saidUse == "sig")
        && (saidAlgorithm.empty() || saidAlgorithm == algorithm) && (keyId.empty() || textOf(key, "kid") == keyId);
}

} // namespace

std::optional<google::protobuf::Struct> parseObject(const std::string &json)
{
    google::protobuf::Struct object;
    if (!isJsonWithin(json, mostValues, mostLevels)
        || !google::protobuf::util::JsonStringToMessage(json, &object).ok()) {
        return {};
    }
    return object;
}

std::string textOf(const google::protobuf::Struct &object, const std::string &name)
{
    const auto found = object.fields().find(name);
    return found == object.fields().end() ? std::string() : found->second.string_value();
}

bool isSignedByOneOf(const google::protobuf::Struct &keys, const std::string &algorithm, const std::string &keyId,
                     const std::string &content, const std::string &signature)
{
    const bool isRsa = algorithm == "RS256";
    const auto found = keys.fields().find("keys");
    if ((!isRsa && algorithm != "ES256") || found == keys.fields().end()) {
        return false;
    }
    const std::string made = isRsa ? signature : derOf(signature);
    for (const auto &value : found->second.list_value().values()) {
        if (made.empty() || !isFor(value.struct_value(), algorithm, keyId)) {
            continue;
        }
        const Key key = isRsa ? rsaKey(value.struct_value()) : curveKey(value.struct_value());
        const Held<EVP_MD_CTX, EVP_MD_CTX_free> context(EVP_MD_CTX_new());
        if (key && context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get()) == 1
            && EVP_DigestVerify(context.get(), bytesOf(made), made.size(), bytesOf(content), content.size()) == 1) {
            return true;
        }
    }
    return false;
}

} // namespace server
