/** Product names without the words that all funds begin with, for narrow places. */
export const shortName = (name: string) => name.replace(/^Reksa Dana /, '')
