// StateWriter, StateReader: the bytes of a checkpoint. Little-endian, varints, doubles as bit patterns, so that equal
// state gives equal bytes on every platform. A reader never reads past its end: after the first wrong byte every
// further read gives zero and ok() stays false. Also hash64(), the one hash that state and sketches depend on.
#pragma once

#include "core/types/scalar.h"

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>

namespace hookboard {

// XXH64 (xxHash specification 0.1.1): the same value in every run and on every platform.
quint64 hash64(QByteArrayView bytes, quint64 seed = 0);
// Hash of a value for counting distinct ones: 1, 1u and 1.0 are the same value, 1 and "1" are not.
quint64 hashOf(const Scalar &value);

class StateWriter
{
public:
    void number(quint64 value);
    void integer(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    void fixed(quint64 value);
    void real(double value);
    void flag(bool value) { number(value ? 1 : 0); }
    void bytes(QByteArrayView value);
    void scalar(const Scalar &value);

    // What was written, followed by its hash: damage in storage is noticed, whatever it hits.
    QByteArray sealed() const;

private:
    QByteArray m_bytes;
};

class StateReader
{
public:
    // Checks and removes the seal; ok() is false when it does not fit.
    explicit StateReader(QByteArrayView sealedBytes);

    quint64 number();
    qint64 integer();
    quint64 fixed();
    double real();
    bool flag();
    QByteArray bytes(qsizetype limit);
    Scalar scalar(qsizetype textLimit);
    // A count of things that follow, each at least one byte: never more than `limit` nor than bytes are left.
    qsizetype count(qsizetype limit);

    void fail() { m_ok = false; }
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_ok && m_position == m_bytes.size(); }

private:
    QByteArrayView m_bytes;
    qsizetype m_position = 0;
    bool m_ok = true;
};

} // namespace hookboard
