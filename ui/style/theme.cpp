#include "ui/style/theme.h"

#include <QtGui/QFontDatabase>
#include <QtGui/QFontInfo>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace hookboard {

namespace {

constexpr int kDesignFontPx = 13;

QLatin1StringView roleName(TypeRole role)
{
    switch (role) {
    case TypeRole::Caption:
        return "caption"_L1;
    case TypeRole::Label:
    case TypeRole::LabelStrong:
        return "label"_L1;
    case TypeRole::Body:
        return "body"_L1;
    case TypeRole::BodyStrong:
        return "bodyStrong"_L1;
    case TypeRole::Subtitle:
        return "subtitle"_L1;
    case TypeRole::PageTitle:
        return "pageTitle"_L1;
    case TypeRole::Display:
        return "display"_L1;
    case TypeRole::Chip:
        return "chip"_L1;
    case TypeRole::Code:
        return "code"_L1;
    }
    return "body"_L1;
}

bool isGenericFamily(const QString &family)
{
    return family.isEmpty() || family.compare("Sans Serif"_L1, Qt::CaseInsensitive) == 0 ||
           family.compare("Sans"_L1, Qt::CaseInsensitive) == 0 ||
           family.compare("sans-serif"_L1, Qt::CaseInsensitive) == 0;
}

// Text never gets smaller than drawn, and small deviations (10 pt is 13.3 px) do not shift every size.
qreal scaleFor(const QFont &systemFont)
{
    const int px = systemFont.pixelSize() > 0 ? systemFont.pixelSize() : QFontInfo(systemFont).pixelSize();
    const qreal scale = qreal(px) / kDesignFontPx;
    return scale < 1.1 ? 1.0 : std::min(scale, 2.5);
}

int scaled(int size, qreal factor)
{
    return int(std::lround(size * factor));
}

} // namespace

QFont Theme::interfaceFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (!isGenericFamily(font.family()))
        return font;
    const QStringList preferred{u"Inter"_s, u"Noto Sans"_s, u"DejaVu Sans"_s};
    const auto found = std::find_if(preferred.begin(), preferred.end(),
                                    [](const QString &family) { return QFontDatabase::hasFamily(family); });
    if (found != preferred.end())
        font.setFamily(*found);
    return font;
}

Theme::Theme(Scheme scheme, const QFont &systemFont)
    : m_scheme(scheme)
    , m_systemFont(systemFont)
    , m_textScale(scaleFor(systemFont))
    , m_tokens(DesignTokens::embedded())
{
    m_metrics = m_tokens->metrics;
    for (int Metrics::*size :
         {&Metrics::control, &Metrics::menuBar, &Metrics::toolbar, &Metrics::statusLine, &Metrics::railWide,
          &Metrics::railItem, &Metrics::tileHeader, &Metrics::tileFooter, &Metrics::chip, &Metrics::tableRow,
          &Metrics::tableRowTall, &Metrics::tableHeader, &Metrics::treeRow, &Metrics::feedRow, &Metrics::panelHeader,
          &Metrics::gridRow, &Metrics::fitRowMin, &Metrics::fitRowMax})
        m_metrics.*size = scaled(m_metrics.*size, m_textScale);
    for (size_t role = 0; role < kTypeRoles; ++role) {
        m_fonts[role] = makeFont(TypeRole(role));
        m_lineHeights[role] = scaled(m_tokens->roles.value(roleName(TypeRole(role))).line, m_textScale);
    }
    for (const int step : m_tokens->numberSteps) {
        for (const int size : {step, step / 2})
            m_numberFonts.insert(size, makeNumberFont(size));
    }
}

QColor Theme::colour(Colour role) const
{
    const SchemeTokens &scheme = isDark() ? m_tokens->dark : m_tokens->light;
    return scheme.colours[size_t(role)];
}

QColor Theme::toneText(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return colour(Colour::Ok);
    case Tone::Warn:
        return colour(Colour::Warn);
    case Tone::Error:
        return colour(Colour::Error);
    case Tone::Info:
        return colour(Colour::Info);
    case Tone::Stale:
        return colour(Colour::Stale);
    case Tone::Offline:
        return colour(Colour::Offline);
    case Tone::Simulated:
        return colour(Colour::Simulated);
    case Tone::Unverified:
        return colour(Colour::Unverified);
    case Tone::Neutral:
        break;
    }
    return colour(Colour::TextSecondary);
}

QColor Theme::toneTint(Tone tone) const
{
    switch (tone) {
    case Tone::Ok:
        return colour(Colour::OkTint);
    case Tone::Warn:
        return colour(Colour::WarnTint);
    case Tone::Error:
        return colour(Colour::ErrorTint);
    case Tone::Info:
        return colour(Colour::InfoTint);
    case Tone::Stale:
        return colour(Colour::StaleTint);
    case Tone::Offline:
        return colour(Colour::OfflineTint);
    case Tone::Simulated:
        return colour(Colour::SimulatedTint);
    case Tone::Unverified:
        return colour(Colour::UnverifiedTint);
    case Tone::Neutral:
        break;
    }
    return colour(Colour::Pressed);
}

QColor Theme::series(int index) const
{
    const QList<QColor> &colours = isDark() ? m_tokens->dark.series : m_tokens->light.series;
    return colours.at(index % colours.size());
}

QColor Theme::other() const
{
    return isDark() ? m_tokens->dark.other : m_tokens->light.other;
}

QList<qreal> Theme::dash(int index) const
{
    return m_tokens->dashes.at(index % m_tokens->dashes.size());
}

QList<qreal> Theme::otherDash() const
{
    return m_tokens->otherDash;
}

Marker Theme::marker(int index) const
{
    return m_tokens->markers.at(index % m_tokens->markers.size());
}

QColor Theme::dimmed(const QColor &mark) const
{
    const QColor towards = colour(Colour::OfflineFill);
    const auto share = float(m_tokens->dimShare);
    const auto mix = [share](float a, float b) { return a * share + b * (1 - share); };
    return QColor::fromRgbF(mix(mark.redF(), towards.redF()), mix(mark.greenF(), towards.greenF()),
                            mix(mark.blueF(), towards.blueF()));
}

QFont Theme::makeFont(TypeRole role) const
{
    const RoleSize size = m_tokens->roles.value(roleName(role));
    QFont font = m_systemFont;
    if (role == TypeRole::Code)
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(scaled(size.px, m_textScale));
    font.setWeight(role == TypeRole::LabelStrong ? QFont::DemiBold : QFont::Weight(size.weight));
    return font;
}

const QList<int> &Theme::numberSteps() const
{
    return m_tokens->numberSteps;
}

QFont Theme::numberFont(int pixelSize) const
{
    const auto known = m_numberFonts.constFind(pixelSize);
    return known == m_numberFonts.cend() ? makeNumberFont(pixelSize) : *known;
}

QFont Theme::makeNumberFont(int pixelSize) const
{
    QFont font = m_systemFont;
    font.setPixelSize(pixelSize);
    font.setWeight(QFont::Weight(m_tokens->numberWeight));
    font.setLetterSpacing(QFont::AbsoluteSpacing, m_tokens->numberSpacingEm * pixelSize);
    return font;
}

QPalette Theme::palette() const
{
    QPalette palette;
    const auto set = [&](QPalette::ColorRole role, Colour normal, Colour disabled) {
        palette.setColor(QPalette::Active, role, colour(normal));
        palette.setColor(QPalette::Inactive, role, colour(normal));
        palette.setColor(QPalette::Disabled, role, colour(disabled));
    };
    set(QPalette::Window, Colour::Canvas, Colour::Canvas);
    set(QPalette::WindowText, Colour::Text, Colour::TextDisabled);
    set(QPalette::Base, Colour::Surface, Colour::Sunken);
    set(QPalette::AlternateBase, Colour::Sunken, Colour::Sunken);
    set(QPalette::Text, Colour::Text, Colour::TextDisabled);
    set(QPalette::PlaceholderText, Colour::TextDisabled, Colour::TextDisabled);
    set(QPalette::Button, Colour::Surface, Colour::Surface);
    set(QPalette::ButtonText, Colour::Text, Colour::TextDisabled);
    set(QPalette::BrightText, Colour::TextOnAccent, Colour::TextOnAccent);
    set(QPalette::Highlight, Colour::Selection, Colour::Selection);
    set(QPalette::HighlightedText, Colour::SelectionText, Colour::TextDisabled);
    set(QPalette::Link, Colour::Link, Colour::TextDisabled);
    set(QPalette::LinkVisited, Colour::Link, Colour::TextDisabled);
    set(QPalette::ToolTipBase, Colour::TooltipBg, Colour::TooltipBg);
    set(QPalette::ToolTipText, Colour::TooltipText, Colour::TooltipText);
    set(QPalette::Light, Colour::Raised, Colour::Raised);
    set(QPalette::Midlight, Colour::Hover, Colour::Hover);
    set(QPalette::Mid, Colour::Border, Colour::Border);
    set(QPalette::Dark, Colour::BorderStrong, Colour::Border);
    set(QPalette::Shadow, Colour::Rail, Colour::Rail);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set(QPalette::Accent, Colour::Accent, Colour::TextDisabled);
#endif
    return palette;
}

} // namespace hookboard
