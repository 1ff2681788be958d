#include "core/aggregate/statecodec.h"

#include <QtCore/QtEndian>

#include <bit>
#include <cmath>

namespace hookboard {

namespace {

constexpr quint64 kPrime1 = 0x9E3779B185EBCA87;
constexpr quint64 kPrime2 = 0xC2B2AE3D27D4EB4F;
constexpr quint64 kPrime3 = 0x165667B19E3779F9;
constexpr quint64 kPrime4 = 0x85EBCA77C2B2AE63;
constexpr quint64 kPrime5 = 0x27D4EB2F165667C5;
constexpr qsizetype kSealBytes = 8;

quint64 mixRound(quint64 accumulator, quint64 input)
{
    return std::rotl(accumulator + input * kPrime2, 31) * kPrime1;
}

quint64 mergeRound(quint64 hash, quint64 accumulator)
{
    return (hash ^ mixRound(0, accumulator)) * kPrime1 + kPrime4;
}

quint64 finish(quint64 hash, const char *p, const char *end)
{
    for (; end - p >= 8; p += 8)
        hash = std::rotl(hash ^ mixRound(0, qFromLittleEndian<quint64>(p)), 27) * kPrime1 + kPrime4;
    if (end - p >= 4) {
        hash = std::rotl(hash ^ (qFromLittleEndian<quint32>(p) * kPrime1), 23) * kPrime2 + kPrime3;
        p += 4;
    }
    for (; p < end; ++p)
        hash = std::rotl(hash ^ (quint8(*p) * kPrime5), 11) * kPrime1;
    hash = (hash ^ (hash >> 33)) * kPrime2;
    hash = (hash ^ (hash >> 29)) * kPrime3;
    return hash ^ (hash >> 32);
}

quint64 hashWord(quint64 word, quint64 seed)
{
    char bytes[8];
    qToLittleEndian(word, bytes);
    return hash64(QByteArrayView(bytes, 8), seed);
}

enum Tag : quint64 { TagAbsent, TagNull, TagFalse, TagTrue, TagSigned, TagUnsigned, TagReal, TagText };

struct HashVisitor
{
    quint64 operator()(std::monostate) const { return hashWord(0, TagAbsent); }
    quint64 operator()(JsonNull) const { return hashWord(0, TagNull); }
    quint64 operator()(bool b) const { return hashWord(b ? 1 : 0, TagTrue); }
    quint64 operator()(qint64 i) const { return i >= 0 ? (*this)(quint64(i)) : hashWord(quint64(i), TagSigned); }
    quint64 operator()(quint64 u) const { return hashWord(u, TagUnsigned); }
    quint64 operator()(double d) const
    {
        if (d == std::trunc(d) && d >= -9223372036854775808.0 && d < 9223372036854775808.0)
            return (*this)(qint64(d));
        return hashWord(std::bit_cast<quint64>(d), TagReal);
    }
    quint64 operator()(const QByteArray &text) const { return hash64(text, TagText); }
};

} // namespace

quint64 hash64(QByteArrayView bytes, quint64 seed)
{
    const char *p = bytes.data();
    const char *const end = p + bytes.size();
    quint64 hash = seed + kPrime5;
    if (bytes.size() >= 32) {
        quint64 lanes[4] = {seed + kPrime1 + kPrime2, seed + kPrime2, seed, seed - kPrime1};
        for (; end - p >= 32; p += 32) {
            for (int i = 0; i < 4; ++i)
                lanes[i] = mixRound(lanes[i], qFromLittleEndian<quint64>(p + 8 * i));
        }
        hash = std::rotl(lanes[0], 1) + std::rotl(lanes[1], 7) + std::rotl(lanes[2], 12) + std::rotl(lanes[3], 18);
        for (const quint64 lane : lanes)
            hash = mergeRound(hash, lane);
    }
    return finish(hash + quint64(bytes.size()), p, end);
}

quint64 hashOf(const Scalar &value)
{
    return std::visit(HashVisitor{}, value.value());
}

void StateWriter::number(quint64 value)
{
    if (value < 0x80) {
        m_bytes.push_back(char(value));
        return;
    }
    char bytes[10];
    size_t size = 0;
    for (; value >= 0x80; value >>= 7)
        bytes[size++] = char(value | 0x80);
    bytes[size++] = char(value);
    m_bytes.append(bytes, size);
}

void StateWriter::fixed(quint64 value)
{
    char bytes[8];
    qToLittleEndian(value, bytes);
    m_bytes.append(bytes, 8);
}

void StateWriter::real(double value)
{
    fixed(std::bit_cast<quint64>(value));
}

void StateWriter::bytes(QByteArrayView value)
{
    number(quint64(value.size()));
    m_bytes.append(value.data(), size_t(value.size()));
}

void StateWriter::scalar(const Scalar &value)
{
    const Scalar::Value &v = value.value();
    if (std::holds_alternative<std::monostate>(v)) {
        number(TagAbsent);
    } else if (std::holds_alternative<JsonNull>(v)) {
        number(TagNull);
    } else if (const auto *b = std::get_if<bool>(&v)) {
        number(*b ? TagTrue : TagFalse);
    } else if (const auto *i = std::get_if<qint64>(&v)) {
        number(TagSigned);
        integer(*i);
    } else if (const auto *u = std::get_if<quint64>(&v)) {
        number(TagUnsigned);
        number(*u);
    } else if (const auto *d = std::get_if<double>(&v)) {
        number(TagReal);
        real(*d);
    } else {
        text(std::get<QByteArray>(v));
    }
}

void StateWriter::text(QByteArrayView value)
{
    number(TagText);
    bytes(value);
}

QByteArray StateWriter::sealed() const
{
    const auto size = qsizetype(m_bytes.size());
    char seal[kSealBytes];
    qToLittleEndian(hash64(QByteArrayView(m_bytes.data(), size)), seal);
    QByteArray result;
    result.reserve(size + kSealBytes);
    return result.append(m_bytes.data(), size).append(seal, kSealBytes);
}

StateReader::StateReader(QByteArrayView sealedBytes)
{
    if (sealedBytes.size() < kSealBytes) {
        fail();
        return;
    }
    m_bytes = sealedBytes.chopped(kSealBytes);
    if (hash64(m_bytes) != qFromLittleEndian<quint64>(sealedBytes.last(kSealBytes).data()))
        fail();
}

StateReader StateReader::ofUnsealed(std::string_view bytes)
{
    StateReader reader;
    reader.m_bytes = QByteArrayView(bytes.data(), qsizetype(bytes.size()));
    return reader;
}

quint64 StateReader::longNumber()
{
    quint64 value = 0;
    for (int shift = 0; m_ok && shift < 64; shift += 7) {
        if (m_position >= m_bytes.size())
            break;
        const quint8 byte = quint8(m_bytes.at(m_position++));
        if (shift == 63 && byte > 1)
            break;
        value |= quint64(byte & 0x7f) << shift;
        if (!(byte & 0x80))
            return value;
    }
    fail();
    return 0;
}

quint64 StateReader::fixed()
{
    if (!m_ok || m_bytes.size() - m_position < 8) {
        fail();
        return 0;
    }
    const auto value = qFromLittleEndian<quint64>(m_bytes.data() + m_position);
    m_position += 8;
    return value;
}

double StateReader::real()
{
    return std::bit_cast<double>(fixed());
}

qsizetype StateReader::count(qsizetype limit)
{
    const quint64 value = number();
    if (value > quint64(limit) || value > quint64(m_bytes.size() - m_position))
        fail();
    return m_ok ? qsizetype(value) : 0;
}

QByteArray StateReader::bytes(qsizetype limit)
{
    const qsizetype size = count(limit);
    const QByteArray value(m_bytes.data() + m_position, size);
    m_position += size;
    return value;
}

Scalar StateReader::scalar(qsizetype textLimit)
{
    switch (number()) {
    case TagAbsent:
        return {};
    case TagNull:
        return Scalar(JsonNull{});
    case TagFalse:
        return Scalar(false);
    case TagTrue:
        return Scalar(true);
    case TagSigned:
        return Scalar(integer());
    case TagUnsigned:
        return Scalar(number());
    case TagReal:
        return Scalar(real());
    case TagText:
        return Scalar(bytes(textLimit));
    default:
        fail();
        return {};
    }
}

} // namespace hookboard
