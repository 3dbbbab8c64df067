// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/unit/tst_server_world.h"

#include "sync/server/gateway.h"
#include "sync/server/http_server.h"
#include "sync/server/tls_identity.h"

/// The small academy's server behind real TLS on a loopback port, and an invite of its mentor.
/// What the server holds is its own threads' from then on.
class ServedWorld {
public:
    ServedWorld()
    {
        gateway = std::make_unique<server::Gateway>(world.academy, world.table, world.counters);
        server::HttpOptions options;
        options.certificateFile = identity.certificateFile;
        options.keyFile = identity.keyFile;
        http = std::make_unique<server::HttpServer>(
            options,
            [this](server::HttpRequest request, server::HttpServer::Respond respond) {
                gateway->handle(std::move(request), std::move(respond));
            },
            &server::Gateway::refuse, [](int) {});
        http->start(2);
        url = QStringLiteral("https://127.0.0.1:%1").arg(http->port());
        pin = QString::fromStdString(identity.pin);
    }

    ~ServedWorld()
    {
        gateway->release();
        http->stop();
    }

    ServerWorld world;
    server::TlsIdentity identity = server::keptIdentity(world.folder.path().toStdString(), "127.0.0.1");
    QString invite = QString::fromStdString(world.academy.accounts().invite("mentor"));
    std::unique_ptr<server::HttpServer> http;
    std::unique_ptr<server::Gateway> gateway;
    QString url;
    QString pin;
};
