// Which names of headers and of query parameters stand for a secret: the one list, for what is stored and for what is
// shown or copied. Signatures are not among them: they prove, they do not open doors. Pure functions, any thread.
#pragma once

#include <QtCore/QByteArrayView>

namespace hookboard {

// Authorization, Cookie and their kin, and every name that ends like a token, secret, password or API key, however its
// words are joined: "X-Api-Key", "x_api_key", "apiKey", "APIKey".
bool isSecretName(QByteArrayView name);
// The same, and single words that name a secret in a query, though not in a head: "token", "key", "sig".
bool isSecretParameter(QByteArrayView name);

} // namespace hookboard
