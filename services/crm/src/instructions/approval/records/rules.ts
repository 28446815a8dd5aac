/** The address of the public page where anybody can check a record. */
export function checkUrl(publicUrl: string, hash: string): string {
  return `${publicUrl}/i/evidence/${hash}`
}
