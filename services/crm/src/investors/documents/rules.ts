// Which pictures can be a document at all.
import type { DocumentType } from '@rmtools/contracts/crm/documents'

type Size = { width: number; height: number }

/** Below this nobody reads anything, whatever camera a browser has; a specimen of a signature is a strip and has no letters. */
const LEAST = {
  document: { shorter: 100, longer: 150, ratio: 5 },
  signature: { shorter: 48, longer: 120, ratio: 10 },
}

/** Whether a picture has the size and shape in which somebody could read the document. */
export function isLegible(document: DocumentType, { width, height }: Size): boolean {
  const least =
    document === 'signature' || document === 'specimen-signatures'
      ? LEAST.signature
      : LEAST.document
  const [shorter, longer] = [Math.min(width, height), Math.max(width, height)]
  return shorter >= least.shorter && longer >= least.longer && longer / shorter <= least.ratio
}
