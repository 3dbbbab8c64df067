// SPDX-License-Identifier: Apache-2.0
#include "own_record.h"

#include "place_words.h"
#include "words.h"

#include "src/domain/policy.h"
#include "sync/record/booklet.h"
#include "cadre/v1/options.pb.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <stdexcept>

using namespace Qt::StringLiterals;

namespace {

namespace v1 = cadre::v1;

bool isConfidential(const store::StoredRecord &stored)
{
    const auto kind = stored.key.scope.kind;
    return kind == v1::SCOPE_KIND_PERSON || domain::Policy::builtIn().isAboutSomebody(kind);
}

/// True where it is about this person, not about a teacher of hers.
bool isOwn(const engine::Device &device, const store::StoredRecord &stored)
{
    const auto self = device.identity().person;
    const auto kind = stored.key.scope.kind;
    if (kind != v1::SCOPE_KIND_PAIR && kind != v1::SCOPE_KIND_PAIR_LOG)
        return stored.key.scope.key == self || stored.changedBy == self;
    const auto match = models::one<v1::MentorMatch>(device, stored.key.scope.key.text());
    return match && (match->message.teacher() == self.text() || stored.changedBy == self);
}

std::vector<std::pair<const record::RecordType *, store::StoredRecord>> ownRecords(const engine::Device &device)
{
    std::vector<std::pair<const record::RecordType *, store::StoredRecord>> records;
    for (const auto &type : device.catalogue().all()) {
        for (auto &stored : device.list({ .type = type->name() })) {
            if (stored.alive && isConfidential(stored) && isOwn(device, stored))
                records.emplace_back(type.get(), std::move(stored));
        }
    }
    return records;
}

/// One value as this person reads it: names for people, days and times in words; nothing for other records' ids.
QString valueOf(const record::LabelledValue &value, const models::Names &names)
{
    const auto &options = value.field->options().GetExtension(cadre::v1::field);
    const auto text = QString::fromStdString(value.text);
    if (value.field->cpp_type() == record::FieldDescriptor::CPPTYPE_INT64)
        return models::momentText(value.text.empty() ? 0 : std::stoll(value.text));
    if (options.references() == "Person" && !value.field->is_repeated())
        return names.orYou(value.text);
    if (!options.references().empty() || record::Uuid::parse(value.text))
        return {};
    return options.format() == cadre::v1::TEXT_FORMAT_DAY ? models::weekdayText(value.text) : text;
}

QString linesOf(const record::Message &message, const models::Names &names)
{
    QStringList lines;
    for (const auto &value : record::labelledValues(message)) {
        const auto text = valueOf(value, names);
        if (!text.isEmpty())
            lines.append(OwnRecord::tr("%1: %2", "a field's label and its value")
                             .arg(QString::fromStdString(value.label), text));
    }
    return lines.join(u'\n');
}

std::vector<record::BookletFile> bookletOf(const engine::Device &device)
{
    std::vector<record::BookletEntry> entries;
    for (const auto &[type, stored] : ownRecords(device))
        entries.push_back({ type, stored.key.id, stored.key.scope.text(), stored.message,
                            stored.changedBy == device.identity().person });
    return record::booklet(OwnRecord::tr("Your record").toStdString(),
                           OwnRecord::tr("All that this device holds about you. What lies in places that have left "
                                         "this device is on the server.")
                               .toStdString(),
                           entries);
}

/// The folder it went to.
QString write(const std::vector<record::BookletFile> &files, const QString &parent, const QString &day)
{
    const auto refused = OwnRecord::tr("The folder could not be written. Nothing was lost; look at the room left, or "
                                       "choose another folder.");
    QDir directory(parent);
    auto name = OwnRecord::tr("Cadre record %1", "a folder's name with a date").arg(day);
    for (int number = 2; directory.exists(name); ++number)
        name = OwnRecord::tr("Cadre record %1").arg(day) + u" (%1)"_s.arg(number);
    if (!directory.mkpath(name) || !directory.cd(name))
        throw std::runtime_error(refused.toStdString());
    QFile::setPermissions(directory.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const auto &file : files) {
        QFile written(directory.filePath(QString::fromStdString(file.name)));
        const auto content = QByteArray::fromStdString(file.content);
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size() || !written.flush())
            throw std::runtime_error(refused.toStdString());
    }
    return directory.path();
}

} // namespace

OwnRecord::OwnRecord(QObject *parent)
    : AcademyListModel({ "recordId", "section", "body", "place", "writtenBy" }, parent)
{
}

void OwnRecord::reload()
{
    academy()->run(
        this,
        [](engine::Device &device) {
            QList<Row> rows;
            const models::Names names(device);
            for (const auto &[type, stored] : ownRecords(device)) {
                const auto id = QString::fromStdString(stored.key.id.text() + "@" + stored.key.scope.text());
                rows.append(
                    { id,
                      { id, models::typeLabel(*type), linesOf(*stored.message, names),
                        models::placeWords(device, stored.key.scope, names),
                        tr("%1, %2", "Lena Brandt, Fri 14:02")
                            .arg(names.orYou(stored.changedBy.text()), models::momentText(stored.changedAt)) } });
            }
            return rows;
        },
        [this](const QList<Row> &rows) { setRows(rows); });
}

void OwnRecord::saveTo(const QUrl &parent)
{
    if (m_saving)
        return;
    setSaving(true);
    const auto path =
        parent.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : parent.toLocalFile();
    academy()->run(
        this,
        [path](engine::Device &device) {
            const auto day = QString::fromStdString(domain::dayText(models::today(device)));
            return write(bookletOf(device), path, day);
        },
        [this](const QString &folder) {
            setSaving(false);
            emit saved(tr("Saved in %1. It is not sealed there: whoever opens the folder can read it.").arg(folder));
        },
        [this](const QString &sentence) {
            setSaving(false);
            emit failed(sentence);
        });
}

void OwnRecord::setSaving(bool saving)
{
    m_saving = saving;
    emit savingChanged();
}
