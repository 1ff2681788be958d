// ProviderCard: who sends: the usual providers as buttons, all others in a menu. GUI thread.
#pragma once

#include "core/types/provider.h"
#include "ui/welcome/stepcard.h"

class QButtonGroup;
class QMenu;
class QPushButton;

namespace hookboard {

class ProviderCard final : public StepCard
{
    Q_OBJECT
public:
    ProviderCard(const QList<ProviderInfo> &providers, QWidget *parent);

    // Empty = none.
    void setChosen(const QString &key);

signals:
    void chosen(const QString &key);

private:
    void addMore(const QList<ProviderInfo> &providers);

    QButtonGroup *m_usual = nullptr;
    QPushButton *m_more = nullptr;
};

} // namespace hookboard
