// StateWriter, StateReader: the bytes of a checkpoint. Little-endian, varints, doubles as bit patterns, so that equal
// state gives equal bytes on every platform. A reader never reads past its end: after the first wrong byte every
// further read gives zero and ok() stays false. Also hash64(), the one hash that state and sketches depend on.
#pragma once

#include "core/types/scalar.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

#include <string>
#include <string_view>

namespace hookboard {

// XXH64 (xxHash specification 0.1.1): the same value in every run and on every platform.
quint64 hash64(QByteArrayView bytes, quint64 seed = 0);
// Hash of a value for counting distinct ones: 1, 1u and 1.0 are the same value, 1 and "1" are not.
quint64 hashOf(const Scalar &value);

class StateWriter
{
public:
    StateWriter() = default;
    // Writes over `memory`: for small states that are written again and again.
    explicit StateWriter(std::string &memory)
        : m_bytes(memory)
    {
        m_bytes.clear();
    }
    Q_DISABLE_COPY_MOVE(StateWriter)

    void number(quint64 value);
    void integer(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    void fixed(quint64 value);
    void real(double value);
    void flag(bool value) { number(value ? 1 : 0); }
    void bytes(QByteArrayView value);
    void scalar(const Scalar &value);
    void text(QByteArrayView value); // as a scalar

    // As it was written by another StateWriter.
    void written(std::string_view bytes) { m_bytes.append(bytes); }

    // What was written, followed by its hash: damage in storage is noticed, whatever it hits.
    QByteArray sealed() const;

private:
    std::string m_own;
    std::string &m_bytes = m_own;
};

class StateReader
{
public:
    // Checks and removes the seal; ok() is false when it does not fit.
    explicit StateReader(QByteArrayView sealedBytes);
    // Of what was written into memory.
    static StateReader ofUnsealed(std::string_view bytes);

    quint64 number()
    {
        // Most numbers of a state are one byte long.
        if (m_ok && m_position < m_bytes.size() && quint8(m_bytes.data()[m_position]) < 0x80)
            return quint8(m_bytes.data()[m_position++]);
        return longNumber();
    }
    qint64 integer()
    {
        const quint64 value = number();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    quint64 fixed();
    double real();
    bool flag()
    {
        const quint64 value = number();
        if (value > 1)
            fail();
        return m_ok && value == 1;
    }
    QByteArray bytes(qsizetype limit);
    Scalar scalar(qsizetype textLimit);
    // A count of things that follow, each at least one byte: never more than `limit` nor than bytes are left.
    qsizetype count(qsizetype limit);

    void fail() { m_ok = false; }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_ok && m_position == m_bytes.size(); }

private:
    StateReader() = default;
    quint64 longNumber();

    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_ok = true;
};

} // namespace hookboard
