// The pictures that can show a document at all.
import type { DocumentType } from '@rmtools/contracts/crm/documents'

type Size = { width: number; height: number }

/**
 * A smaller picture is illegible, whatever the camera; a specimen signature is a strip without
 * letters.
 */
const LEAST = {
  document: { shorter: 100, longer: 150, ratio: 5 },
  signature: { shorter: 48, longer: 120, ratio: 10 },
}

/** Whether a picture's size and shape allow the document to be read. */
export function isLegible(document: DocumentType, { width, height }: Size): boolean {
  const least =
    document === 'signature' || document === 'specimen-signatures'
      ? LEAST.signature
      : LEAST.document
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)]
  return shorter >= least.shorter && longer >= least.longer && longer / shorter <= least.ratio
}
