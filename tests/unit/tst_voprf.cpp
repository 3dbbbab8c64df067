// SPDX-License-Identifier: Apache-2.0
#include "sync/blind/voprf.h"

#include <QTest>

namespace {

std::string bytes(const char *hex)
{
    return QByteArray::fromHex(hex).toStdString();
}

/// Bytes that differ from call to call, and are the same in every run.
record::Entropy counting(std::uint8_t first)
{
    return [next = first](std::uint8_t *to, std::size_t count) mutable {
        for (std::size_t i = 0; i < count; ++i) {
            to[i] = next = static_cast<std::uint8_t>(next * 5 + 17);
        }
    };
}

/// RFC 9497, A.1.2: Seed and KeyInfo of the mode.
blind::KeyPair rfcKeys()
{
    return blind::deriveKeyPair(std::string(32, '\xa3'), "test key");
}

/// The bytes with one bit turned.
std::string spoilt(std::string text)
{
    text.back() = static_cast<char>(text.back() ^ 1);
    return text;
}

} // namespace

class TestVoprf : public QObject {
    Q_OBJECT

private slots:
    void keysAreThoseOfTheRfc();
    void tokensAreThoseOfTheRfc_data();
    void tokensAreThoseOfTheRfc();
    void twoAskersOfOneInputCannotBeTold();
    void aTokenOfAnotherKeyIsNotTaken();
    void whatWasChangedOnTheWayIsNotTaken();
    void whatIsNoElementIsNotEvaluated();
};

void TestVoprf::keysAreThoseOfTheRfc()
{
    const auto keys = rfcKeys();
    QCOMPARE(keys.secretKey, bytes("e6f73f344b79b379f1a0dd37e07ff62e38d9f71345ce62ae3a9bc60b04ccd909"));
    QCOMPARE(keys.publicKey, bytes("c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e"));
}

void TestVoprf::tokensAreThoseOfTheRfc_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("blinded");
    QTest::addColumn<QByteArray>("evaluated");
    QTest::addColumn<QByteArray>("proof");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("A.1.2.1") << QByteArray("00")
                             << QByteArray("863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945")
                             << QByteArray("aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e")
                             << QByteArray("ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd06"
                                           "6d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d")
                             << QByteArray("b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7d"
                                           "a4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c");
    QTest::newRow("A.1.2.2") << QByteArray("5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a")
                             << QByteArray("cc0b2a350101881d8a4cba4c80241d74fb7dcbfde4a61fde2f91443c2bf9ef0c")
                             << QByteArray("60a59a57208d48aca71e9e850d22674b611f752bed48b36f7a91b372bd7ad468")
                             << QByteArray("401a0da6264f8cf45bb2f5264bc31e109155600babb3cd4e5af7d181a2c9dc0a"
                                           "67154fabf031fd936051dec80b0b6ae29c9503493dde7393b722eafdf5a50b02")
                             << QByteArray("8a9a2f3c7f085b65933594309041fc1898d42d0858e59f90814ae90571a6df60"
                                           "356f4610bf816f27afdd84f47719e480906d27ecd994985890e5f539e7ea74b6");
}

void TestVoprf::tokensAreThoseOfTheRfc()
{
    QFETCH(QByteArray, input);
    QFETCH(QByteArray, blinded);
    QFETCH(QByteArray, evaluated);
    QFETCH(QByteArray, proof);
    QFETCH(QByteArray, output);
    const auto text = bytes(input);
    const auto keys = rfcKeys();
    const auto asked =
        blind::blindedWith(text, bytes("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706"));
    QVERIFY(asked.has_value());
    QCOMPARE(asked->element, bytes(blinded));
    const auto answer = blind::evaluatedWith(keys, asked->element,
                                             bytes("222a5e897cf59db8145db8d16e597e8facb80ae7d4e26d9881aa6f61d645fc0e"));
    QVERIFY(answer.has_value());
    QCOMPARE(answer->element, bytes(evaluated));
    QCOMPARE(answer->proof, bytes(proof));
    const auto token = blind::finalized(text, *asked, *answer, keys.publicKey);
    QVERIFY(token.has_value());
    QCOMPARE(*token, bytes(output));
    QCOMPARE(blind::tokenOver(text, keys.secretKey), token);
}

void TestVoprf::twoAskersOfOneInputCannotBeTold()
{
    const auto keys = rfcKeys();
    const auto one = blind::blinded("the same", counting(1));
    const auto other = blind::blinded("the same", counting(2));
    QVERIFY(one->element != other->element);
    const auto first = blind::evaluated(keys, one->element, counting(3));
    const auto second = blind::evaluated(keys, other->element, counting(4));
    QVERIFY(first->element != second->element);
    QCOMPARE(blind::finalized("the same", *one, *first, keys.publicKey),
             blind::finalized("the same", *other, *second, keys.publicKey));
}

void TestVoprf::aTokenOfAnotherKeyIsNotTaken()
{
    const auto keys = rfcKeys();
    const auto others = blind::deriveKeyPair(std::string(32, 'x'), "test key");
    const auto asked = blind::blinded("input", counting(1));
    const auto answer = blind::evaluated(others, asked->element, counting(2));
    QVERIFY(blind::finalized("input", *asked, *answer, others.publicKey).has_value());
    QVERIFY(!blind::finalized("input", *asked, *answer, keys.publicKey).has_value());
    QVERIFY(blind::tokenOver("input", keys.secretKey) != blind::tokenOver("input", others.secretKey));
}

void TestVoprf::whatWasChangedOnTheWayIsNotTaken()
{
    const auto keys = rfcKeys();
    const auto asked = blind::blinded("input", counting(1));
    const auto answer = blind::evaluated(keys, asked->element, counting(2));
    auto changed = *answer;
    changed.proof = spoilt(changed.proof);
    QVERIFY(!blind::finalized("input", *asked, changed, keys.publicKey).has_value());
    changed = *answer;
    changed.element = blind::evaluated(keys, answer->element, counting(2))->element;
    QVERIFY(!blind::finalized("input", *asked, changed, keys.publicKey).has_value());
    changed = *answer;
    changed.proof.pop_back();
    QVERIFY(!blind::finalized("input", *asked, changed, keys.publicKey).has_value());
}

void TestVoprf::whatIsNoElementIsNotEvaluated()
{
    const auto keys = rfcKeys();
    // The neutral element, one that is not canonical, and what is too short or too long.
    for (const auto &bad : { std::string(32, '\0'), std::string(32, '\xff'), std::string(31, '\0'), std::string(),
                             std::string(33, '\1') }) {
        QVERIFY(!blind::evaluated(keys, bad, counting(1)).has_value());
    }
}

QTEST_GUILESS_MAIN(TestVoprf)
#include "tst_voprf.moc"
