// Type, spacing and touch sizes, in px (dp on phones), with line heights.

export const fontFamily =
  "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif"
export const monoFamily =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'JetBrains Mono', Menlo, Consolas, monospace"

/** [size, line height] for the console, which people read eight hours a day. */
export const consoleType = {
  body: [13, 20],
  caption: [12, 16],
  section: [15, 22],
  title: [20, 28],
  figure: [24, 30],
} as const
/** [size, line height] for apps and pages on handheld devices. */
export const appType = {
  body: [16, 24],
  caption: [13, 18],
  section: [18, 26],
  title: [22, 30],
  figure: [34, 42],
} as const

/** Steps of 4 px. */
export const space = (steps: number) => steps * 4
export const radius = { console: 6, app: 12 } as const
/** The minimum size of a touch target. */
export const touch = 48
