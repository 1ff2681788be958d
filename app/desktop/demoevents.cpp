#include "app/desktop/demoevents.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QTimeZone>

#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace hookboard {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Place
{
    QStringView city;
    QLatin1StringView country;
    int weight; // of 100
};
constexpr std::array kPlaces{
    Place{u"Berlin", "DE"_L1, 24}, Place{u"Hamburg", "DE"_L1, 16}, Place{u"Lyon", "FR"_L1, 14},
    Place{u"Paris", "FR"_L1, 12},  Place{u"Wien", "AT"_L1, 11},    Place{u"Graz", "AT"_L1, 5},
    Place{u"Utrecht", "NL"_L1, 9}, Place{u"Zürich", "CH"_L1, 5},   Place{u"Milano", "IT"_L1, 4}};

struct Choice
{
    QLatin1StringView text;
    int weight; // of 100
};
constexpr std::array kMethods{Choice{"card"_L1, 61}, Choice{"paypal"_L1, 19}, Choice{"invoice"_L1, 10},
                              Choice{"sepa_debit"_L1, 6}, Choice{"gift_card"_L1, 4}};
constexpr std::array kDeclines{Choice{"insufficient_funds"_L1, 36},    Choice{"do_not_honor"_L1, 23},
                               Choice{"expired_card"_L1, 16},          Choice{"incorrect_cvc"_L1, 11},
                               Choice{"card_velocity_exceeded"_L1, 8}, Choice{"lost_card"_L1, 6}};
constexpr std::array kDeployed{"storefront"_L1, "checkout"_L1, "search"_L1, "mail"_L1};

// A part of the shop, and the minutes of each hour in which it is in trouble.
struct Service
{
    QStringView name;
    QLatin1StringView trouble;
    int fromMinute;
    int toMinute; // exclusive
};
constexpr std::array kServices{Service{u"Storefront", {}, 0, 0},        Service{u"Checkout", "slow"_L1, 38, 40},
                               Service{u"Payments", "down"_L1, 12, 14}, Service{u"Search", "slow"_L1, 21, 29},
                               Service{u"Mail", "down"_L1, 54, 59},     Service{u"Catalogue sync", {}, 0, 0},
                               Service{u"Search", "slow"_L1, 48, 52}};

template <typename Table> const auto &pick(const Table &table, int percent)
{
    for (const auto &row : table) {
        percent -= row.weight;
        if (percent < 0)
            return row;
    }
    return table.front();
}

QString isoTime(qint64 us)
{
    return QDateTime::fromMSecsSinceEpoch(us / 1000, QTimeZone::utc()).toString(Qt::ISODateWithMs);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

DemoEvent DemoEvents::next(qint64 occurredUs)
{
    const int dice = between(0, 999);
    if (dice < 790)
        return order(occurredUs);
    if (dice < 890)
        return serviceState(occurredUs);
    return dice < 993 ? failedPayment(occurredUs) : deployment(occurredUs);
}

DemoEvent DemoEvents::order(qint64 occurredUs)
{
    const Place &place = pick(kPlaces, between(0, 99));
    const int number = ++m_order;
    // A slow wave over the hour keeps the lines from looking like noise.
    const double wave = 1 + 0.4 * std::sin(double(occurredUs) / 1e6 / 3600 * 2 * std::numbers::pi);
    const int amount = int((900 + std::pow(m_random.generateDouble(), 3) * 24'000) * wave);
    // Near a lognormal distribution, as waiting times are.
    const double normal = 2 * (m_random.generateDouble() + m_random.generateDouble() + m_random.generateDouble()) - 3;
    const int duration = int(120 + 170 * std::pow(wave, 0.4) * std::exp(0.5 * normal));
    const QByteArray id = "msg_demo" + QByteArray::number(number);
    const QJsonObject data{{"order"_L1, u"#%1"_s.arg(number)},
                           {"amount"_L1, amount},
                           {"currency"_L1, "EUR"_L1},
                           {"city"_L1, place.city.toString()},
                           {"country"_L1, QString(place.country)},
                           {"method"_L1, QString(pick(kMethods, between(0, 99)).text)},
                           {"checkout_ms"_L1, duration},
                           {"items"_L1, between(1, 6)},
                           {"customer"_L1, u"cus_%1"_s.arg(between(1, 900))}};
    return {u"shop"_s, u"order.paid"_s, id,
            compact({{"type"_L1, "order.paid"_L1}, {"timestamp"_L1, isoTime(occurredUs)}, {"data"_L1, data}})};
}

DemoEvent DemoEvents::failedPayment(qint64 occurredUs)
{
    const QLatin1StringView code = pick(kDeclines, between(0, 99)).text;
    const QString id = u"evt_demo%1"_s.arg(quint32(m_random.generate()), 16, 16, QLatin1Char('0'));
    const QJsonObject failure{{"code"_L1, "card_declined"_L1},
                              {"decline_code"_L1, QString(code)},
                              {"message"_L1, u"Card declined: "_s + QString(code).replace(u'_', u' ')}};
    const QJsonObject object{{"id"_L1, u"pi_demo%1"_s.arg(between(10'000, 99'999))},
                             {"amount"_L1, between(900, 25'000)},
                             {"currency"_L1, "eur"_L1},
                             {"last_payment_error"_L1, failure}};
    return {u"payments"_s, u"payment_intent.payment_failed"_s, id.toLatin1(),
            compact({{"id"_L1, id},
                     {"type"_L1, "payment_intent.payment_failed"_L1},
                     {"created"_L1, occurredUs / 1'000'000},
                     {"data"_L1, QJsonObject{{"object"_L1, object}}}})};
}

DemoEvent DemoEvents::deployment(qint64 occurredUs)
{
    const QString service = kDeployed[std::size_t(between(0, int(kDeployed.size()) - 1))];
    const QString release = u"v%1"_s.arg(++m_release);
    const QByteArray id = "demo-" + QByteArray::number(m_random.generate64(), 16);
    return {u"deploys"_s, u"deployment_status"_s, id,
            compact({{"message"_L1, u"%1 %2 is live"_s.arg(service, release)},
                     {"service"_L1, service},
                     {"release"_L1, release},
                     {"created_at"_L1, isoTime(occurredUs)}})};
}

DemoEvent DemoEvents::serviceState(qint64 occurredUs)
{
    const QStringView name = kServices[std::size_t(between(0, int(kServices.size()) - 1))].name;
    const int minute = int(occurredUs / 60'000'000 % 60);
    QLatin1StringView state = "up"_L1;
    for (const Service &service : kServices) {
        if (service.name == name && minute >= service.fromMinute && minute < service.toMinute)
            state = service.trouble;
    }
    const QString before = std::exchange(m_states[name.toString()], state);
    const QByteArray id = "msg_state" + QByteArray::number(++m_report);
    const QJsonObject data{{"service"_L1, name.toString()},
                           {"state"_L1, QString(state)},
                           {"changed"_L1, !before.isEmpty() && before != state}};
    return {u"monitor"_s, u"service.state"_s, id,
            compact({{"type"_L1, "service.state"_L1},
                     {"timestamp"_L1, isoTime(occurredUs)},
                     {"message"_L1, u"%1 is %2"_s.arg(name, state)},
                     {"data"_L1, data}})};
}

} // namespace hookboard
