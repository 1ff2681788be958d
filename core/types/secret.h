// Secret: bytes that never print. Copying is deliberate and cheap; the bytes are wiped when the last copy goes.
#pragma once

#include <QtCore/QByteArray>

#include <memory>

namespace hookboard {

class Secret
{
public:
    Secret() = default;
    // Takes the text as the provider shows it. Surrounding white space is kept: what was configured is what is used.
    explicit Secret(QByteArray text);

    bool isEmpty() const;
    // A copy of that one. Equal bytes that were read twice are not.
    bool isCopyOf(const Secret &other) const { return m_bytes == other.m_bytes; }
    // The only way to the bytes; the name makes each use easy to find.
    QByteArrayView reveal() const;

private:
    struct Bytes;
    std::shared_ptr<const Bytes> m_bytes;
};

} // namespace hookboard
