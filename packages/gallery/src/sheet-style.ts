// The style of the sheet around the components, not of the components. The prefix keeps their
// classes apart.
const face = "'Inter Variable', Inter, system-ui, sans-serif"

/** The rules of the sheet; `storyWidth` is the minimum width of a state. */
export const sheetStyle = (storyWidth: number): string => `
.gallery { box-sizing: border-box; padding: 24px; background: var(--background); color: var(--text) }
.gallery-title { margin: 0; font: 600 20px/28px ${face} }
.gallery-component { padding: 24px 0 8px }
.gallery-component-name { margin: 0 0 8px; padding-bottom: 4px; border-bottom: 1px solid var(--hairline); font: 600 15px/22px ${face} }
.gallery-states { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(${storyWidth}px, 100%), 1fr)); gap: 16px 24px; align-items: start }
.gallery-state { margin: 0; min-width: 0 }
.gallery-state.is-wide { grid-column: 1 / -1; max-width: 1000px }
.gallery-state-name { padding-bottom: 4px; font: 12px/16px ${face}; color: var(--text-second) }
.gallery-stage { position: relative; min-width: 0 }
.gallery-stage iframe { display: block; box-sizing: border-box; width: 100%; border: 1px solid var(--hairline) }
/* Monospaced faces are the device's own; pictures must look the same on each. */
.mono, .is-mono { font-family: ${face} !important; font-variant-numeric: tabular-nums }
`
