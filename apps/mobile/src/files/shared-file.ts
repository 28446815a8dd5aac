export type SharedFile = { name: string; mediaType: string; bytes: Uint8Array }

export const PDF = 'application/pdf'
export const CSV = 'text/csv'
export const PNG = 'image/png'

export type FileKind = typeof PDF | typeof CSV
export const endings: Readonly<Record<FileKind, string>> = { [PDF]: 'pdf', [CSV]: 'csv' }
