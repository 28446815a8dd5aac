// The parts of a PDF that act without a click or lead out of it (ISO 32000-2, 12.6): some are
// refused, the others are removed.
import {
  PDFArray,
  PDFDict,
  PDFName,
  PDFNull,
  PDFRawStream,
  PDFRef,
  PDFString,
  PDFHexString,
  type PDFObject,
} from '@cantoo/pdf-lib'

/**
 * Programs, other files, forms that submit themselves, media that play. No document of an investor
 * needs one.
 */
const ACTIVE_ACTIONS = new Set([
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'Rendition',
  'Sound',
  'Movie',
  'RichMediaExecute',
  'GoTo3DView',
])
const ACTIVE_KINDS = new Set([
  'RichMedia',
  'Screen',
  'Movie',
  'Sound',
  '3D',
  'FileAttachment',
  'EmbeddedFile',
  'PS',
])
/** Keys that only active parts have. */
const ACTIVE_KEYS = ['EF', 'XFA', 'RichMediaContent', 'RichMediaSettings', 'OnInstantiate']
/** Name trees that are often present but empty. */
const ACTIVE_TREES = ['JavaScript', 'EmbeddedFiles']

/** Keys that hold an action. */
const ACTION_KEYS = ['A', 'PA', 'OpenAction', 'Next']
const QUIET_NAMES = new Set(['NextPage', 'PrevPage', 'FirstPage', 'LastPage'])
/** What leads out of the file, identifies the author, or has no place in a document to be read. */
const DROPPED_KEYS = [
  'AA',
  'Collection',
  'PieceInfo',
  'Metadata',
  'Perms',
  'URI',
  'AF',
  ...ACTIVE_TREES,
]
/** A stream may refer to another file for its content or for what is drawn. */
const DROPPED_STREAM_KEYS = ['F', 'FFilter', 'FDecodeParms', 'Ref', 'OPI']

const nameOf = (dict: PDFDict, key: string) => {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFName ? value.decodeText() : undefined
}
const isStructure = (dict: PDFDict) =>
  nameOf(dict, 'Type') === 'StructElem' || (dict.has(PDFName.of('K')) && dict.has(PDFName.of('P')))

/** The name of the active part of a dictionary itself; undefined if there is none. */
export function activePart(dict: PDFDict): string | undefined {
  const action = nameOf(dict, 'S')
  if (action !== undefined && ACTIVE_ACTIONS.has(action) && !isStructure(dict)) return action
  const kind = nameOf(dict, 'Subtype') ?? ''
  if (ACTIVE_KINDS.has(kind)) return kind
  if (nameOf(dict, 'Type') === 'EmbeddedFile') return 'EmbeddedFile'
  const script = dict.lookup(PDFName.of('JS'))
  if (
    script instanceof PDFString ||
    script instanceof PDFHexString ||
    script instanceof PDFRawStream
  )
    return 'JS'
  for (const key of ACTIVE_KEYS) if (isThere(dict.lookup(PDFName.of(key)))) return key
  return ACTIVE_TREES.find((key) => isFilled(dict.lookup(PDFName.of(key))))
}

/** An action whose object was not found: another reader may find it. */
export function lostAction(dict: PDFDict): string | undefined {
  return [...ACTION_KEYS, 'AA', 'JS'].find((key) => {
    const value = dict.get(PDFName.of(key))
    return value instanceof PDFRef && dict.context.lookup(value) === undefined
  })
}

/**
 * Removes links out of the file and actions from a dictionary, except those that turn to a page.
 */
export function disarm(dict: PDFDict, isStream: boolean): void {
  for (const key of [...DROPPED_KEYS, ...(isStream ? DROPPED_STREAM_KEYS : [])])
    dict.delete(PDFName.of(key))
  for (const key of ACTION_KEYS) {
    const value = dict.lookup(PDFName.of(key))
    const actions =
      value instanceof PDFArray && key === 'Next'
        ? value.asArray().map((one) => dict.context.lookup(one))
        : [value]
    if (!actions.every((one) => isQuiet(one))) dict.delete(PDFName.of(key))
  }
}

function isQuiet(action: PDFObject | undefined): boolean {
  if (!(action instanceof PDFDict)) return true
  const kind = nameOf(action, 'S')
  // A dictionary of another kind under the same key, such as structure attributes.
  if (kind === undefined) return true
  if (kind === 'Named') return QUIET_NAMES.has(nameOf(action, 'N') ?? '')
  return kind === 'GoTo' || isStructure(action)
}

const isThere = (value: PDFObject | undefined) => value !== undefined && value !== PDFNull

/** Whether a name tree has entries. */
function isFilled(tree: PDFObject | undefined): boolean {
  if (!(tree instanceof PDFDict)) return isThere(tree)
  const names = tree.lookup(PDFName.of('Names'))
  const kids = tree.lookup(PDFName.of('Kids'))
  return (
    (names instanceof PDFArray && names.size() > 0) || (kids instanceof PDFArray && kids.size() > 0)
  )
}
