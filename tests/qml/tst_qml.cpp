// SPDX-License-Identifier: Apache-2.0
#include "src/app/qmlplugins.h"
#include "tests/qml/fixture.h"
#include "tests/qml/hand.h"
#include "tests/qml/sample_store.h"

#include <QGuiApplication>
#include <QLocale>
#include <QQmlEngine>
#include <QQuickStyle>
#include <QTemporaryDir>
#include <QtQuickTest>

/// Prepares the engine of each tst_*.qml: our modules, and the store to test on as Fixture.
class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QQuickStyle::setStyle("Basic");
        writeSampleStore(m_sample.path());
        qmlRegisterSingletonType<Fixture>("Cadre.Test", 1, 0, "Fixture", [this](QQmlEngine *, QJSEngine *) {
            return new Fixture(m_sample.path(), m_walk);
        });
        qmlRegisterSingletonInstance("Cadre.Test", 1, 0, "Walk", &m_walk);
        qmlRegisterSingletonInstance("Cadre.Test", 1, 0, "Hand", &m_hand);
    }

    void qmlEngineAvailable(QQmlEngine *engine) { engine->addImportPath("qrc:/qt/qml"); }

private:
    QTemporaryDir m_sample;
    PageWalk m_walk { CADRE_TRANSLATIONS };
    Hand m_hand;
};

QUICK_TEST_MAIN_WITH_SETUP(cadre, Setup)

#include "tst_qml.moc"
