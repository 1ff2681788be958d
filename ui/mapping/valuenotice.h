// ValueNotice: says that some of the newest events hold something else than numbers where numbers are wanted, shows
// one, and offers what can be done. Hidden while there is nothing to say. GUI thread.
#pragma once

#include "core/types/samplefields.h"
#include "core/types/tilespec.h"

#include <QtWidgets/QFrame>

class QLabel;
class QPushButton;

namespace hookboard {

class StudioDraft;

class ValueNotice final : public QFrame
{
    Q_OBJECT
public:
    ValueNotice(StudioDraft &draft, QWidget *parent);
    void refresh();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const FieldFacts *facts() const;
    static bool converts(const Binding &binding);

    StudioDraft &m_draft;
    QLabel *m_words = nullptr;
    QLabel *m_example = nullptr;
    QPushButton *m_skip = nullptr;
    QPushButton *m_convert = nullptr;
};

} // namespace hookboard
