#include "app/ctl/terminationsignal.h"

#include <QtCore/QtGlobal>

#ifdef Q_OS_WIN

#include <QtCore/QMetaObject>

#include <windows.h>

namespace hookboard {

namespace {

TerminationSignal *receiver = nullptr;
bool alreadyRequested = false;

// Called by Windows in a thread of its own.
BOOL WINAPI onControl(DWORD)
{
    if (alreadyRequested || !receiver)
        return FALSE; // the default handler ends the process
    alreadyRequested = true;
    return QMetaObject::invokeMethod(receiver, &TerminationSignal::requested, Qt::QueuedConnection) ? TRUE : FALSE;
}

} // namespace

TerminationSignal::TerminationSignal(QObject *parent)
    : QObject(parent)
{
    receiver = this;
    SetConsoleCtrlHandler(onControl, TRUE);
}

TerminationSignal::~TerminationSignal()
{
    SetConsoleCtrlHandler(onControl, FALSE);
    receiver = nullptr;
}

} // namespace hookboard

#endif
