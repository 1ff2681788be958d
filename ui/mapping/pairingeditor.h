// PairingEditor: the two measurements that look at more than one field of one event: the share of events that match a
// further filter, and the time between two event types with the same key. GUI thread; part of the popover of the value.
#pragma once

#include "core/types/tileproblem.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace hookboard {

class PathEdit;
class StudioDraft;

class PairingEditor final : public QWidget
{
    Q_OBJECT
public:
    PairingEditor(StudioDraft &draft, QWidget *parent);
    void refresh();

private:
    void pair(bool on);
    void writePair();

    StudioDraft &m_draft;
    QWidget *m_shareBox = nullptr;
    PathEdit *m_part = nullptr;
    QCheckBox *m_pairs = nullptr;
    QWidget *m_pairBox = nullptr;
    QComboBox *m_start = nullptr;
    QComboBox *m_end = nullptr;
    PathEdit *m_key = nullptr;
    QSpinBox *m_hours = nullptr;
};

} // namespace hookboard
