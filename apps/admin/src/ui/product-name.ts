/** Product names without the words that all fund names start with, for narrow places. */
export const shortName = (name: string) => name.replace(/^Reksa Dana /, '')
