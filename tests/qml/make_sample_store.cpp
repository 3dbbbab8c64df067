// SPDX-License-Identifier: Apache-2.0
#include "tests/qml/sample_store.h"

#include <QCoreApplication>

#include <cstdio>

// cadre-sample DIRECTORY: a store to look at with cadre --data DIRECTORY --now 2026-11-20T10:15:00Z.
int main(int argc, char *argv[])
{
    if (argc != 2) {
        std::fprintf(stderr, "Give the directory to write the sample into: cadre-sample DIRECTORY\n");
        return 2;
    }
    QCoreApplication application(argc, argv);
    writeSampleStore(QString::fromLocal8Bit(argv[1]));
    return 0;
}
