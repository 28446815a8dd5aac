export type SharedFile = { name: string; mediaType: string; bytes: Uint8Array }

export const PDF = 'application/pdf'
export const CSV = 'text/csv'
