// SPDX-License-Identifier: Apache-2.0
#include "sync/server/form_text.h"
#include "sync/server/open_sign_ins.h"
#include "sync/server/outgoing_https.h"
#include "sync/server/secrets.h"

#include <QTest>

using namespace server;

class SignIns : public QObject {
    Q_OBJECT

    std::int64_t m_now = 1'000'000;
    OpenSignIns m_open { [this] { return m_now; }, record::systemEntropy() };
    const WaitingDevice m_device { challengeOf("the verifier"), 40000, "state" };

private slots:
    void aBrowserComesBackOnceWithItsCookie()
    {
        const auto begun = m_open.begin(m_device, "192.0.2.1");
        QVERIFY(begun);
        const auto &state = begun->authorization.state;
        QVERIFY(!m_open.finish(state));
        QVERIFY(!m_open.comeBack(state, "another cookie"));
        QVERIFY(!m_open.comeBack(state, ""));
        const auto returned = m_open.comeBack(state, begun->cookie);
        QVERIFY(returned);
        QCOMPARE(returned->authorization.nonce, begun->authorization.nonce);
        QVERIFY(!m_open.comeBack(state, begun->cookie));
        QVERIFY(m_open.finish(state));
        QVERIFY(!m_open.finish(state));
    }

    void aSignInEndsAfterTenMinutes()
    {
        const auto begun = m_open.begin(m_device, "192.0.2.1");
        m_now += 10LL * 60 * 1000;
        QVERIFY(!m_open.comeBack(begun->authorization.state, begun->cookie));
    }

    void aCodeIsGoodOnceForTwoMinutesAndForItsVerifier()
    {
        QCOMPARE(m_open.redeem(m_open.grant("maya", m_device.challenge), "the verifier").value_or(""),
                 std::string("maya"));
        const auto late = m_open.grant("maya", m_device.challenge);
        m_now += 2LL * 60 * 1000;
        QVERIFY(!m_open.redeem(late, "the verifier"));
        const auto wrong = m_open.grant("maya", m_device.challenge);
        QVERIFY(!m_open.redeem(wrong, "another verifier"));
        QVERIFY(!m_open.redeem(wrong, "the verifier"));
    }

    void oneAddressDoesNotTakeAllThePlaces()
    {
        int begun = 0;
        while (begun < 5000 && m_open.begin(m_device, "192.0.2.66"))
            ++begun;
        QVERIFY(begun < 5000);
        QVERIFY(m_open.begin(m_device, "192.0.2.67"));
        m_now += 10LL * 60 * 1000;
        QVERIFY(m_open.begin(m_device, "192.0.2.66"));
    }

    void aQueryIsReadAsItWasWritten()
    {
        const FormFields fields { { "a b", "1&2=3+%" }, { "name", "" } };
        QVERIFY(parseForm(formText(fields)) == fields);
        QCOMPARE(parseForm("a=%41")->at("a"), std::string("A"));
        QVERIFY(!parseForm("a=1&a=2"));
        QVERIFY(!parseForm("a=%4"));
        QVERIFY(!parseForm("a=%zz"));
    }

    void aCookieIsFoundByItsWholeName()
    {
        QCOMPARE(cookieNamed("x=1; name=two; y=3", "name"), std::string("two"));
        QCOMPARE(cookieNamed("xname=two", "name"), std::string());
        QCOMPARE(cookieNamed("name=1; name=2", "name"), std::string());
    }

    void onlyPlainHttpsAddressesAreCalled()
    {
        QCOMPARE(parseHttpsUrl("https://id.example.org/a?b=c")->path, std::string("/a?b=c"));
        QCOMPARE(parseHttpsUrl("https://[::1]:8443")->host, std::string("::1"));
        for (const char *wrong : { "http://a", "https://", "https://a@b", "https://a:x", "https://a b", "https://a#b",
                                   "https://a\r\nX: y" })
            QVERIFY2(!parseHttpsUrl(wrong), wrong);
    }
};

QTEST_GUILESS_MAIN(SignIns)
#include "tst_sign_ins.moc"
