// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtQml/QQmlExtensionPlugin>

// The app's modules are static libraries: without these lines the linker leaves them out.
Q_IMPORT_QML_PLUGIN(Cadre_UiPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_EnrollPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_TodayPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_CheckInsPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_PlansPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_NeedsYouPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_SyncPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_DevicePlugin)
Q_IMPORT_QML_PLUGIN(Cadre_TeacherPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_SearchPlugin)
Q_IMPORT_QML_PLUGIN(Cadre_AppPlugin)
