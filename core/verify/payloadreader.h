// PayloadReader: the payload of one delivery as JSON, parsed when first asked and at most once. One lives in each
// Verifier and is used for delivery after delivery; a payload above 1 MiB is read where it stands and takes no memory.
// Not thread-safe. An absent value is a null QByteArray.
#pragma once

#include <QtCore/QByteArray>

#include <memory>

namespace hookboard {

class PayloadReader
{
public:
    PayloadReader();
    ~PayloadReader();
    PayloadReader(const PayloadReader &) = delete;
    PayloadReader &operator=(const PayloadReader &) = delete;

    enum class Outcome : quint8 {
        Parsed,
        Unreadable, // nested deeper than 1024 levels, or text that is not UTF-8: kept, but nothing can be read from it
        Malformed,  // no JSON
    };
    // The same bytes again (shared, not just equal) cost nothing.
    Outcome read(const QByteArray &json);
    // The scalar at an RFC 6901 pointer of what was read last: text without quotes, numbers exactly as they were
    // written or, for integers, in full. Null for null, for objects and arrays, and when there is nothing.
    QByteArray text(const QByteArray &pointer);
    // Between deliveries.
    void forget();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace hookboard
