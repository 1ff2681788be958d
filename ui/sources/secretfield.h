// SecretField: where a secret is typed or pasted: hidden unless shown on purpose, kept exactly as entered, with a
// warning when blanks surround it. GUI thread.
#pragma once

#include "core/types/secret.h"

#include <QtWidgets/QWidget>

class QLabel;
class QLineEdit;

namespace hookboard {

class SecretField final : public QWidget
{
    Q_OBJECT
public:
    SecretField(const QString &accessibleName, QWidget *parent = nullptr);

    void setHint(const QString &hint);
    bool isEmpty() const;
    // White space before or after: usually a copying accident, and the signature would fail.
    bool hasSurroundingSpace() const;
    Secret secret() const;
    QLineEdit *edit() const { return m_edit; }

signals:
    void changed();

private:
    void update();
    QLineEdit *m_edit = nullptr;
    QLabel *m_warning = nullptr;
};

} // namespace hookboard
