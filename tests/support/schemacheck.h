// A checker for the part of JSON Schema (draft 7) that resources/schemas uses. Anything else in a schema is an error of
// its own, so that no rule is passed over.
#pragma once

#include <QtCore/QFile>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>
#include <QtCore/QSet>
#include <QtCore/QStringList>

#include <cmath>

namespace hookboard {

class SchemaCheck
{
public:
    explicit SchemaCheck(const QString &fileName)
    {
        QFile file(fileName);
        if (file.open(QIODevice::ReadOnly)) {
            m_root = QJsonDocument::fromJson(file.readAll()).object();
        }
    }

    bool isLoaded() const { return !m_root.isEmpty(); }
    // One line per violation, with its place.
    QStringList problems(const QJsonValue &value) const
    {
        QStringList found;
        check(value, m_root, QStringLiteral("$"), found);
        return found;
    }

private:
    using Place = const QString &;

    static bool hasType(const QJsonValue &value, const QString &type)
    {
        if (type == QLatin1String("integer")) {
            return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
        }
        return (type == QLatin1String("object") && value.isObject()) ||
               (type == QLatin1String("array") && value.isArray()) ||
               (type == QLatin1String("string") && value.isString()) ||
               (type == QLatin1String("number") && value.isDouble()) ||
               (type == QLatin1String("boolean") && value.isBool()) ||
               (type == QLatin1String("null") && value.isNull());
    }

    QJsonObject resolved(const QString &reference) const
    {
        QJsonObject object = m_root;
        const QStringList steps = reference.mid(2).split(QLatin1Char('/'));
        for (const QString &step : steps) {
            object = object.value(step).toObject();
        }
        return object;
    }

    void check(const QJsonValue &value, const QJsonObject &schema, Place place, QStringList &found) const
    {
        static const QSet<QString> known{QStringLiteral("$schema"),
                                         QStringLiteral("$id"),
                                         QStringLiteral("title"),
                                         QStringLiteral("description"),
                                         QStringLiteral("definitions"),
                                         QStringLiteral("type"),
                                         QStringLiteral("enum"),
                                         QStringLiteral("const"),
                                         QStringLiteral("required"),
                                         QStringLiteral("properties"),
                                         QStringLiteral("items"),
                                         QStringLiteral("$ref"),
                                         QStringLiteral("anyOf"),
                                         QStringLiteral("oneOf"),
                                         QStringLiteral("allOf"),
                                         QStringLiteral("minimum"),
                                         QStringLiteral("maximum"),
                                         QStringLiteral("exclusiveMinimum"),
                                         QStringLiteral("pattern"),
                                         QStringLiteral("minLength"),
                                         QStringLiteral("maxLength"),
                                         QStringLiteral("minItems"),
                                         QStringLiteral("maxItems"),
                                         QStringLiteral("uniqueItems"),
                                         QStringLiteral("additionalProperties"),
                                         QStringLiteral("default")};
        const QStringList keys = schema.keys();
        for (const QString &key : keys) {
            if (!known.contains(key)) {
                found << place + QStringLiteral(": the schema says \"%1\", which is not checked").arg(key);
            }
        }
        if (schema.contains(QLatin1String("$ref"))) {
            check(value, resolved(schema.value(QLatin1String("$ref")).toString()), place, found);
            return;
        }
        checkChoices(value, schema, place, found);
        checkScalar(value, schema, place, found);
        checkArray(value, schema, place, found);
        checkObject(value, schema, place, found);
    }

    void checkChoices(const QJsonValue &value, const QJsonObject &schema, Place place, QStringList &found) const
    {
        const QJsonValue type = schema.value(QLatin1String("type"));
        if (type.isString() && !hasType(value, type.toString())) {
            found << place + QStringLiteral(": is no ") + type.toString();
        }
        if (schema.contains(QLatin1String("const")) && schema.value(QLatin1String("const")) != value) {
            found << place + QStringLiteral(": is another constant");
        }
        if (schema.contains(QLatin1String("enum")) && !schema.value(QLatin1String("enum")).toArray().contains(value)) {
            found << place + QStringLiteral(": \"%1\" is not among the values").arg(value.toVariant().toString());
        }
        for (const auto &key : {QLatin1String("anyOf"), QLatin1String("oneOf"), QLatin1String("allOf")}) {
            const QJsonArray choices = schema.value(key).toArray();
            qsizetype fits = 0;
            QStringList why;
            for (const QJsonValue &choice : choices) {
                const qsizetype before = why.size();
                check(value, choice.toObject(), place, why);
                fits += why.size() == before ? 1 : 0;
            }
            const bool good = key == QLatin1String("anyOf")   ? fits > 0
                              : key == QLatin1String("oneOf") ? fits == 1
                                                              : fits == choices.size();
            if (!choices.isEmpty() && !good) {
                found += why;
            }
        }
    }

    static void checkScalar(const QJsonValue &value, const QJsonObject &schema, Place place, QStringList &found)
    {
        const auto number = [&](QLatin1String key) { return schema.value(key).toDouble(); };
        if (value.isDouble()) {
            const double v = value.toDouble();
            if ((schema.contains(QLatin1String("minimum")) && v < number(QLatin1String("minimum"))) ||
                (schema.contains(QLatin1String("maximum")) && v > number(QLatin1String("maximum"))) ||
                (schema.contains(QLatin1String("exclusiveMinimum")) &&
                 v <= number(QLatin1String("exclusiveMinimum")))) {
                found << place + QStringLiteral(": %1 is out of range").arg(v);
            }
        }
        if (value.isString()) {
            const QString text = value.toString();
            const QString pattern = schema.value(QLatin1String("pattern")).toString();
            if (!pattern.isEmpty() && !QRegularExpression(pattern).match(text).hasMatch()) {
                found << place + QStringLiteral(": \"%1\" does not match %2").arg(text, pattern);
            }
            if (text.size() < schema.value(QLatin1String("minLength")).toInt() ||
                text.size() > schema.value(QLatin1String("maxLength")).toInt(1 << 30)) {
                found << place + QStringLiteral(": has the wrong length");
            }
        }
    }

    void checkArray(const QJsonValue &value, const QJsonObject &schema, Place place, QStringList &found) const
    {
        if (!value.isArray()) {
            return;
        }
        const QJsonArray array = value.toArray();
        if (array.size() < schema.value(QLatin1String("minItems")).toInt() ||
            array.size() > schema.value(QLatin1String("maxItems")).toInt(1 << 30)) {
            found << place + QStringLiteral(": has the wrong number of entries");
        }
        if (schema.contains(QLatin1String("items"))) {
            for (qsizetype i = 0; i < array.size(); ++i) {
                check(array[i], schema.value(QLatin1String("items")).toObject(), place + QStringLiteral("[%1]").arg(i),
                      found);
            }
        }
    }

    void checkObject(const QJsonValue &value, const QJsonObject &schema, Place place, QStringList &found) const
    {
        if (!value.isObject()) {
            return;
        }
        const QJsonObject object = value.toObject();
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        for (const QJsonValue &key : required) {
            if (!object.contains(key.toString())) {
                found << place + QStringLiteral(": lacks ") + key.toString();
            }
        }
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        for (auto it = object.begin(); it != object.end(); ++it) {
            if (properties.contains(it.key())) {
                check(it.value(), properties.value(it.key()).toObject(), place + QLatin1Char('.') + it.key(), found);
            } else if (schema.value(QLatin1String("additionalProperties")) == QJsonValue(false)) {
                found << place + QStringLiteral(": may not have ") + it.key();
            }
        }
    }

    QJsonObject m_root;
};

} // namespace hookboard
