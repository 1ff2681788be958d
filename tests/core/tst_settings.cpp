// settings.json, its defaults and its published schema say the same.
#include "core/config/settings.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtTest/QTest>

using namespace hookboard;
using namespace Qt::Literals::StringLiterals;

class TestSettings : public QObject
{
    Q_OBJECT

private slots:
    void everyKeyOfTheSchemaIsReadAndHasItsDefault();
    void unknownKeysAreKept();
    void rangesOfTheSchemaAreEnforced();

private:
    static QJsonObject schemaProperties();
};

QJsonObject TestSettings::schemaProperties()
{
    QFile file(QStringLiteral(HOOKBOARD_SOURCE_DIR "/resources/schemas/settings.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QJsonObject properties = QJsonDocument::fromJson(file.readAll()).object().value("properties"_L1).toObject();
    properties.remove("format"_L1);
    return properties;
}

void TestSettings::everyKeyOfTheSchemaIsReadAndHasItsDefault()
{
    const QJsonObject properties = schemaProperties();
    QVERIFY(properties.size() > 15);
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonObject property = it->toObject();
        if (!property.contains("default"_L1))
            continue;
        const QJsonValue standard = property.value("default"_L1);
        const Result<Settings> settings = settingsFromJson({{it.key(), standard}});
        QVERIFY2(settings.ok(), qPrintable(it.key()));
        QVERIFY2(settings->unknown.isEmpty(), qPrintable(it.key() + u" is not read"_s));
        // A default is not written: setting it changes nothing against the empty file.
        QCOMPARE(settingsToJson(*settings), settingsToJson(*settingsFromJson({})));
    }
}

void TestSettings::unknownKeysAreKept()
{
    const Result<Settings> settings = settingsFromJson({{"format"_L1, 1}, {"future"_L1, QJsonObject{{"a"_L1, 1}}}});
    QVERIFY(settings.ok());
    QVERIFY(settingsToJson(*settings).contains("future"_L1));
}

void TestSettings::rangesOfTheSchemaAreEnforced()
{
    const QJsonObject properties = schemaProperties();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const QJsonValue minimum = it->toObject().value("minimum"_L1);
        if (minimum.isUndefined())
            continue;
        const Result<Settings> below = settingsFromJson({{it.key(), minimum.toInteger() - 1}});
        QVERIFY2(!below.ok(), qPrintable(it.key()));
        QVERIFY(below.error().message.contains(it.key()));
    }
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
