// SPDX-License-Identifier: Apache-2.0
#include "sync/server/id_token.h"
#include "sync/server/json_web_keys.h"
#include "sync/server/secrets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rsa.h>

#include <memory>

using namespace server;
using namespace Qt::StringLiterals;

namespace {

struct Release {
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};
using Key = std::unique_ptr<EVP_PKEY, Release>;

constexpr qint64 nowSeconds = 1'795'000'000;
const ExpectedToken expected { "https://id.example.org", "cadre", "a-nonce", nowSeconds * 1000 };

QString encoded(const QByteArray &bytes)
{
    return QString::fromStdString(base64Url(bytes.toStdString()));
}

QString numberText(EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(BN_num_bytes(number), '\0');
    BN_bn2bin(number, reinterpret_cast<unsigned char *>(bytes.data()));
    BN_free(number);
    return encoded(bytes);
}

/// A coordinate has 32 bytes, zeros in front included.
QString coordinateText(EVP_PKEY *key, const char *name)
{
    BIGNUM *number = nullptr;
    EVP_PKEY_get_bn_param(key, name, &number);
    QByteArray bytes(32, '\0');
    BN_bn2binpad(number, reinterpret_cast<unsigned char *>(bytes.data()), 32);
    BN_free(number);
    return encoded(bytes);
}

QByteArray signedBy(EVP_PKEY *key, const QByteArray &content, bool isCurve)
{
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
    std::size_t size = 1024;
    QByteArray made(static_cast<qsizetype>(size), '\0');
    EVP_DigestSign(context, reinterpret_cast<unsigned char *>(made.data()), &size,
                   reinterpret_cast<const unsigned char *>(content.data()), static_cast<std::size_t>(content.size()));
    EVP_MD_CTX_free(context);
    made.resize(static_cast<qsizetype>(size));
    if (!isCurve)
        return made;
    const auto *bytes = reinterpret_cast<const unsigned char *>(made.constData());
    ECDSA_SIG *pair = d2i_ECDSA_SIG(nullptr, &bytes, made.size());
    QByteArray raw(64, '\0');
    BN_bn2binpad(ECDSA_SIG_get0_r(pair), reinterpret_cast<unsigned char *>(raw.data()), 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(pair), reinterpret_cast<unsigned char *>(raw.data()) + 32, 32);
    ECDSA_SIG_free(pair);
    return raw;
}

} // namespace

class IdToken : public QObject {
    Q_OBJECT

    Key m_rsa { EVP_RSA_gen(2048) };
    Key m_small { EVP_RSA_gen(1024) };
    Key m_curve { EVP_EC_gen("P-256") };
    Key m_other { EVP_RSA_gen(2048) };

    static QJsonObject rsa(EVP_PKEY *key, const QString &id)
    {
        return { { u"kty"_s, u"RSA"_s },
                 { u"kid"_s, id },
                 { u"use"_s, u"sig"_s },
                 { u"n"_s, numberText(key, OSSL_PKEY_PARAM_RSA_N) },
                 { u"e"_s, numberText(key, OSSL_PKEY_PARAM_RSA_E) } };
    }
    [[nodiscard]] google::protobuf::Struct keys() const
    {
        const QJsonObject curve { { u"kty"_s, u"EC"_s },
                                  { u"kid"_s, u"curve"_s },
                                  { u"crv"_s, u"P-256"_s },
                                  { u"x"_s, coordinateText(m_curve.get(), OSSL_PKEY_PARAM_EC_PUB_X) },
                                  { u"y"_s, coordinateText(m_curve.get(), OSSL_PKEY_PARAM_EC_PUB_Y) } };
        auto encrypting = rsa(m_other.get(), u"encrypting"_s);
        encrypting[u"use"_s] = u"enc"_s;
        const QJsonObject all {
            { u"keys"_s, QJsonArray { rsa(m_rsa.get(), u"rsa"_s), rsa(m_small.get(), u"small"_s), curve, encrypting } }
        };
        return *parseObject(QJsonDocument(all).toJson().toStdString());
    }
    static QJsonObject claims()
    {
        return { { u"iss"_s, u"https://id.example.org"_s },
                 { u"aud"_s, u"cadre"_s },
                 { u"sub"_s, u"maya"_s },
                 { u"nonce"_s, u"a-nonce"_s },
                 { u"iat"_s, nowSeconds },
                 { u"exp"_s, nowSeconds + 300 } };
    }
    static std::string token(const QJsonObject &header, const QJsonObject &said, EVP_PKEY *key, bool isCurve = false)
    {
        const auto part = [](const QJsonObject &object) {
            return encoded(QJsonDocument(object).toJson(QJsonDocument::Compact));
        };
        const auto content = (part(header) + u'.' + part(said)).toLatin1();
        return (QString::fromLatin1(content) + u'.' + encoded(signedBy(key, content, isCurve))).toStdString();
    }
    [[nodiscard]] std::string good(const QJsonObject &said) const
    {
        return token({ { u"alg"_s, u"RS256"_s }, { u"kid"_s, u"rsa"_s } }, said, m_rsa.get());
    }
    [[nodiscard]] QString reason(const std::string &text) const
    {
        try {
            (void)subjectOf(text, keys(), expected);
        } catch (const TokenRefused &refused) {
            return QString::fromUtf8(refused.what());
        }
        return {};
    }

private slots:
    void aRightTokenNamesItsSubject()
    {
        QCOMPARE(subjectOf(good(claims()), keys(), expected), std::string("maya"));
        QCOMPARE(subjectOf(token({ { u"alg"_s, u"ES256"_s } }, claims(), m_curve.get(), true), keys(), expected),
                 std::string("maya"));
        auto several = claims();
        several[u"aud"_s] = QJsonArray { u"other"_s, u"cadre"_s };
        several[u"azp"_s] = u"cadre"_s;
        QCOMPARE(subjectOf(good(several), keys(), expected), std::string("maya"));
    }

    void eachWrongClaimIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *tag, const QString &name, const QJsonValue &value) {
            QTest::newRow(tag) << name << value << name;
        };
        row("another issuer", u"iss"_s, u"https://id.example.org/"_s);
        row("no issuer", u"iss"_s, QJsonValue::Undefined);
        row("another audience", u"aud"_s, u"other"_s);
        row("no audience", u"aud"_s, QJsonValue::Undefined);
        QTest::newRow("several audiences and no party")
            << u"aud"_s << QJsonValue(QJsonArray { u"cadre"_s, u"other"_s }) << u"azp"_s;
        row("another party", u"azp"_s, u"other"_s);
        row("expired", u"exp"_s, nowSeconds - 61);
        row("no expiry", u"exp"_s, QJsonValue::Undefined);
        row("expiry as text", u"exp"_s, QString::number(nowSeconds + 300));
        row("issued later", u"iat"_s, nowSeconds + 61);
        row("issued long ago", u"iat"_s, nowSeconds - 601);
        row("not issued", u"iat"_s, QJsonValue::Undefined);
        row("not yet", u"nbf"_s, nowSeconds + 61);
        row("another nonce", u"nonce"_s, u"b-nonce"_s);
        row("no nonce", u"nonce"_s, QJsonValue::Undefined);
        row("no subject", u"sub"_s, QJsonValue::Undefined);
        row("a long subject", u"sub"_s, QString(256, u'x'));
    }
    void eachWrongClaimIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        auto said = claims();
        said.insert(name, value);
        QTEST(reason(good(said)), "why");
    }

    void onlyAKeyForThatSignsForIt()
    {
        const auto header = [](const QString &algorithm, const QString &key) {
            return QJsonObject { { u"alg"_s, algorithm }, { u"kid"_s, key } };
        };
        QCOMPARE(reason(token(header(u"RS256"_s, u"rsa"_s), claims(), m_other.get())), u"signature"_s);
        QCOMPARE(reason(token(header(u"RS256"_s, u"small"_s), claims(), m_small.get())), u"signature"_s);
        QCOMPARE(reason(token(header(u"RS256"_s, u"encrypting"_s), claims(), m_other.get())), u"signature"_s);
        QCOMPARE(reason(token(header(u"RS256"_s, u"curve"_s), claims(), m_rsa.get())), u"signature"_s);
        QCOMPARE(reason(token(header(u"ES256"_s, u"rsa"_s), claims(), m_rsa.get())), u"signature"_s);
        for (const auto &algorithm : { u"none"_s, u"HS256"_s, u"PS256"_s, u"rs256"_s, QString() })
            QCOMPARE(reason(token(header(algorithm, u"rsa"_s), claims(), m_rsa.get())), u"alg"_s);
        auto critical = header(u"RS256"_s, u"rsa"_s);
        critical[u"crit"_s] = QJsonArray { u"b64"_s };
        QCOMPARE(reason(token(critical, claims(), m_rsa.get())), u"crit"_s);
    }

    void whatIsNoTokenIsRefused()
    {
        const auto right = good(claims());
        for (const auto &text : { std::string(), std::string("."), std::string(".."), right.substr(0, right.rfind('.')),
                                  right + "=", "!" + right, right + "." + right })
            QVERIFY(!reason(text).isEmpty());
        auto changed = right;
        changed[right.find('.') + 5] ^= 1;
        QVERIFY(!reason(changed).isEmpty());
    }
};

QTEST_GUILESS_MAIN(IdToken)
#include "tst_id_token.moc"
