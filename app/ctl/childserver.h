// ChildServer: this program again as a listening child process, ended with this object. Main thread.
#pragma once

#include "core/types/result.h"

#include <QtCore/QProcess>
#include <QtCore/QStringList>
#include <QtCore/QUrl>

#include <memory>

namespace hookboard {

class ChildServer
{
public:
    // Returns once the child has said where it listens.
    static Result<std::unique_ptr<ChildServer>> start(const QStringList &arguments);
    ~ChildServer();

    const QUrl &url() const { return m_url; }

private:
    ChildServer() = default;

    QProcess m_process;
    QUrl m_url;
};

} // namespace hookboard
