/** What the names of all funds begin with tells nothing where there is little room. */
export const shortName = (name: string) => name.replace(/^Reksa Dana /, '')
