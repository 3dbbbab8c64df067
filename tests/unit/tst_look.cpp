// SPDX-License-Identifier: Apache-2.0
#include "src/models/look.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class LookTest : public QObject {
    Q_OBJECT

private slots:
    void keepsWhatWasChosenOverAnEnd();
    void takesAFileThatDoesNotReadAsNoChoice();
    void refusesWhatIsNoScheme();
    void followsTheSystemOnlyWhereAsked();
    void isStillWhereEitherAsksForIt();

private:
    QTemporaryDir m_directory;
    QString m_file = m_directory.filePath("look.ini");
};

void LookTest::keepsWhatWasChosenOverAnEnd()
{
    {
        Look look(m_file);
        look.setScheme("contrast");
        look.setTextScale(1.5);
        look.setMotion(false);
    }
    const Look again(m_file);
    QCOMPARE(again.shownScheme(), QString("contrast"));
    QCOMPARE(again.textScale(), 1.5);
    QVERIFY(!again.moves());
}

void LookTest::takesAFileThatDoesNotReadAsNoChoice()
{
    const auto path = m_directory.filePath("broken.ini");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("scheme=purple\ntextScale=nan\n\xff\xfe[[");
    file.close();
    const Look look(path);
    QCOMPARE(look.shownScheme(), QString("light"));
    QCOMPARE(look.textScale(), 1.0);
    QVERIFY(look.moves());
}

void LookTest::refusesWhatIsNoScheme()
{
    Look look(m_directory.filePath("none.ini"));
    QSignalSpy changed(&look, &Look::changed);
    look.setScheme("purple");
    QCOMPARE(changed.count(), 0);
    look.setTextScale(9);
    QCOMPARE(look.textScale(), 2.0);
}

void LookTest::followsTheSystemOnlyWhereAsked()
{
    Look look(m_directory.filePath("system.ini"));
    look.setPreference({ .dark = true });
    QCOMPARE(look.shownScheme(), QString("dark"));
    look.setPreference({ .dark = true, .contrast = true });
    QCOMPARE(look.shownScheme(), QString("contrast"));
    look.setScheme("light");
    QCOMPARE(look.shownScheme(), QString("light"));
}

void LookTest::isStillWhereEitherAsksForIt()
{
    Look look(m_directory.filePath("motion.ini"));
    QVERIFY(look.moves());
    look.setPreference({ .reducedMotion = true });
    QVERIFY(!look.moves());
    look.setPreference({});
    look.setMotion(false);
    QVERIFY(!look.moves());
}

QTEST_GUILESS_MAIN(LookTest)
#include "tst_look.moc"
