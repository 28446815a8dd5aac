// The look as antd's tokens: dense, calm, typographic; hairlines instead of shadows.
import { theme, type ThemeConfig } from 'antd'
import { coloursOf, type Scheme } from '@rmtools/look/colours'
import { fontFamily, monoFamily } from '@rmtools/look/scale'

/** antd's theme of a scheme in the brand of a company. */
export function themeOf(scheme: Scheme, brand: string | null): ThemeConfig {
  const c = coloursOf(scheme, brand)
  return {
    algorithm: scheme === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    cssVar: { key: 'rmtools' },
    hashed: false,
    token: {
      colorPrimary: c.brand,
      colorLink: c.brand,
      colorLinkHover: c.brand,
      colorError: c.danger,
      colorErrorText: c.danger,
      colorWarning: c.warning,
      colorSuccess: c.success,
      colorInfo: c.information,
      colorText: c.text,
      colorTextSecondary: c.textSecond,
      colorTextTertiary: c.textSecond,
      colorTextQuaternary: c.textFaint,
      colorTextPlaceholder: c.textFaint,
      colorTextDescription: c.textSecond,
      colorTextLightSolid: c.onBrand,
      colorBgBase: c.surface,
      colorBgLayout: c.background,
      colorBgContainer: c.surface,
      colorBgElevated: c.surface,
      colorBorder: c.outline,
      colorBorderSecondary: c.hairline,
      colorSplit: c.hairline,
      colorFillAlter: c.background,
      controlItemBgHover: c.raised,
      controlItemBgActive: c.brandSoft,
      controlItemBgActiveHover: c.brandSoft,
      fontFamily,
      fontFamilyCode: monoFamily,
      fontSize: 13,
      fontSizeSM: 12,
      lineHeight: 20 / 13,
      borderRadius: 6,
      controlHeight: 32,
      motion: false,
      boxShadowTertiary: 'none',
    },
    components: {
      Button: {
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        fontWeight: 500,
      },
      Table: {
        cellPaddingBlockMD: 8,
        cellPaddingBlockSM: 4,
        cellPaddingInlineMD: 12,
        cellPaddingInlineSM: 12,
        headerBg: c.surface,
        headerColor: c.textSecond,
        headerSplitColor: 'transparent',
        rowHoverBg: c.raised,
        rowSelectedBg: c.brandSoft,
        rowSelectedHoverBg: c.brandSoft,
        borderColor: c.hairline,
      },
      Form: { itemMarginBottom: 16 },
      Tabs: { horizontalMargin: '0 0 16px 0' },
      Modal: { titleFontSize: 15 },
      Tooltip: {
        colorBgSpotlight: scheme === 'dark' ? '#3A3E38' : '#2A2C29',
        colorTextLightSolid: '#FFFFFF',
      },
      Segmented: { itemSelectedBg: c.surface, trackBg: c.raised },
    },
  }
}
