/** A text that stays on one line, such as a date in a list of dates. */
export const unbroken = (text: string) => text.replaceAll(' ', '\u00A0')
