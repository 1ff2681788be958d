#include "ui/welcome/providercard.h"

#include "ui/style/buttons.h"
#include "ui/style/controlpainting.h"
#include "ui/style/hookboardstyle.h"
#include "ui/style/plaintext.h"

#include <QtCore/QLocale>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kTall = 44;
constexpr int kInitial = 24;

struct Usual
{
    const char *key;
    QString name; // shorter than the template's, where the difference does not matter here
};

QList<Usual> usualProviders()
{
    return {{"stripe", u"Stripe"_s},
            {"github", u"GitHub"_s},
            {"shopify", u"Shopify"_s},
            {"slack", u"Slack"_s},
            {"gitlab-token", u"GitLab"_s},
            {"alertmanager-bearer", u"Alertmanager"_s},
            {"typeform", u"Typeform"_s},
            {"paddle", u"Paddle"_s},
            {"standard-webhooks", ProviderCard::tr("Own, signed")},
            {"basic", ProviderCard::tr("Own, password")}};
}

// Initial and name in a frame; the chosen one is tinted.
class ProviderButton final : public QAbstractButton
{
public:
    ProviderButton(const QString &name, QWidget *parent)
        : QAbstractButton(parent)
    {
        setText(name);
        setAccessibleName(name);
        setToolTip(name);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override
    {
        return {20 + kInitial + 10 + QFontMetrics(font()).horizontalAdvance(text()), kTall};
    }
    QSize minimumSizeHint() const override { return {20 + kInitial + 60, kTall}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = themeOf(this);
        QPainter painter(this);
        const bool chosen = isChecked();
        const QColor fill = theme.colour(chosen         ? Colour::Selection
                                         : isDown()     ? Colour::Pressed
                                         : underMouse() ? Colour::Hover
                                                        : Colour::Surface);
        controls::frame(painter, rect(), theme.metrics().radiusControl, fill,
                        theme.colour(chosen ? Colour::SelectionBorder : Colour::BorderStrong));
        const auto mirrored = [&](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
        // The name comes first: where both do not fit, the initial goes.
        const bool roomy =
            QFontMetrics(theme.font(TypeRole::Body)).horizontalAdvance(text()) <= width() - kInitial - 30;
        if (roomy) {
            const QRect initial = mirrored({10, (height() - kInitial) / 2, kInitial, kInitial});
            controls::frame(painter, initial, theme.metrics().radiusChip, theme.colour(Colour::Rail),
                            theme.colour(Colour::Rail));
            painter.setPen(theme.colour(Colour::TextSecondary));
            painter.setFont(theme.font(TypeRole::LabelStrong));
            painter.drawText(initial, Qt::AlignCenter, text().left(1));
        }
        painter.setPen(theme.colour(chosen ? Colour::SelectionText : Colour::Text));
        painter.setFont(theme.font(TypeRole::Body));
        const int from = roomy ? kInitial + 20 : 10;
        const QRect words = mirrored({from, 0, width() - from - 8, height()});
        painter.drawText(words, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter)),
                         elidedPlain(painter.fontMetrics(), text(), words.width()));
        if (hasFocus()) {
            controls::focusRing(painter, theme, rect(), theme.metrics().radiusControl);
        }
    }
};

} // namespace

ProviderCard::ProviderCard(const QList<ProviderInfo> &providers, QWidget *parent)
    : StepCard(1, tr("Who sends?"), parent)
    , m_usual(new QButtonGroup(this))
    , m_more(makeButton({}, {}, ButtonKind::Flat, this))
{
    setObjectName(u"providerCard"_s);
    setIntro(tr("The provider says how deliveries are verified."));
    auto *grid = new QGridLayout;
    grid->setSpacing(8);
    int place = 0;
    const QList<Usual> usual = usualProviders();
    for (const Usual &one : usual) {
        const QString key = QString::fromLatin1(one.key);
        const bool known =
            std::any_of(providers.begin(), providers.end(), [&](const ProviderInfo &info) { return info.key == key; });
        if (!known) {
            continue;
        }
        auto *button = new ProviderButton(one.name, this);
        button->setObjectName(u"provider-"_s + key);
        m_usual->addButton(button);
        grid->addWidget(button, place / 2, place % 2);
        connect(button, &QAbstractButton::clicked, this, [this, key] { emit chosen(key); });
        ++place;
    }
    content()->addLayout(grid);
    addMore(providers);
    content()->addWidget(m_more, 0, Qt::AlignLeading);
    content()->addStretch(1);
}

void ProviderCard::addMore(const QList<ProviderInfo> &providers)
{
    m_more->setObjectName(u"moreProviders"_s);
    m_more->setText(tr("All %1 providers").arg(locale().toString(providers.size())));
    auto *menu = new QMenu(m_more);
    QList<ProviderInfo> sorted = providers;
    std::sort(sorted.begin(), sorted.end(), [](const ProviderInfo &a, const ProviderInfo &b) {
        return a.displayName.localeAwareCompare(b.displayName) < 0;
    });
    for (const ProviderInfo &info : std::as_const(sorted)) {
        QAction *action = menu->addAction(info.displayName);
        connect(action, &QAction::triggered, this, [this, key = info.key] { emit chosen(key); });
    }
    m_more->setMenu(menu);
}

void ProviderCard::setChosen(const QString &key)
{
    m_usual->setExclusive(false);
    const QList<QAbstractButton *> buttons = m_usual->buttons();
    for (QAbstractButton *button : buttons) {
        button->setChecked(button->objectName() == u"provider-"_s + key);
    }
    m_usual->setExclusive(true);
}

} // namespace hookboard
