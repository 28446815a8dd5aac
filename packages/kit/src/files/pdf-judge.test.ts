// Every way of hiding content in a PDF, every harmless form, and what the rewritten file keeps.
import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { readPdf } from './pdf-intake.ts'
import { makeDocument } from '../documents/pdf.ts'
import { judgePdf, type PdfVerdict } from './pdf-judge.ts'
import { pdfText } from '../testing/pdf.ts'
import {
  packedPdf,
  pageObjects,
  plainPdf,
  stream,
  updatedPdf,
  type PdfObjects,
} from '../testing/pdf-files.ts'

const fixture = async (name: string) => await readFile(join(import.meta.dirname, 'pdf-cases', name))
const reasonOf = (verdict: PdfVerdict) => ('refused' in verdict ? verdict.refused : 'taken')
const textOf = (verdict: PdfVerdict) =>
  'bytes' in verdict ? Buffer.from(verdict.bytes).toString('latin1') : ''

const SCRIPT = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>'
/** Content that acts without a click: an action, or a part of a page or of the catalogue. */
const actions: Record<string, string> = {
  JavaScript: SCRIPT,
  'JavaScript in an escaped name': '<< /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>',
  'JavaScript as a hexadecimal string': '<< /S /JavaScript /JS <6170702e616c657274283129> >>',
  'JavaScript after a page is turned': `<< /S /GoTo /D [3 0 R /Fit] /Next ${SCRIPT} >>`,
  Launch: '<< /S /Launch /F (cmd.exe) >>',
  SubmitForm: '<< /S /SubmitForm /F << /FS /URL /F (https://example.com) >> >>',
  ImportData: '<< /S /ImportData /F (data.fdf) >>',
  'a file within the file': '<< /S /GoToE /T << /R /C /N (other.pdf) >> >>',
  Rendition: '<< /S /Rendition /OP 0 >>',
  RichMedia: '<< /S /RichMediaExecute >>',
}
const places: Record<string, (action: string) => PdfObjects> = {
  'at opening': (action) => pageObjects({ catalog: `/OpenAction ${action}` }),
  'as an additional action of a page': (action) => pageObjects({ page: `/AA << /O ${action} >>` }),
  'in the tree of names': (action) =>
    pageObjects({ catalog: `/Names << /JavaScript << /Names [(a) ${action}] >> >>` }),
  'behind a link': (action) =>
    pageObjects({
      page: `/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A ${action} >>]`,
    }),
  'in another object': (action) => ({
    ...pageObjects({ catalog: '/OpenAction 9 0 R' }),
    9: action,
  }),
  'in an outline': (action) => ({
    ...pageObjects({ catalog: '/Outlines 8 0 R' }),
    8: '<< /First 9 0 R >>',
    9: `<< /Title (x) /A ${action} >>`,
  }),
}
const forms: Record<string, (objects: PdfObjects) => Buffer> = {
  plain: plainPdf,
  'in an object stream': (objects) => packedPdf(objects),
  'in an update': (objects) => updatedPdf(plainPdf(pageObjects()), objects),
  'before an update that another reader does not see': (objects) =>
    Buffer.concat([
      plainPdf(objects),
      Buffer.from('1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n'),
    ]),
}
const active = Object.entries(actions).flatMap(([what, action]) =>
  Object.entries(places).flatMap(([where, put]) =>
    Object.entries(forms).map(
      ([form, write]) => [`${what} ${where}, ${form}`, write(put(action))] as const,
    ),
  ),
)
const embedded = stream(Buffer.from('MZ'), '/Type /EmbeddedFile')
const parts: [string, PdfObjects][] = [
  [
    'an attachment',
    {
      ...pageObjects({ catalog: '/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >>' }),
      9: '<< /Type /Filespec /F (a.exe) /EF << /F 10 0 R >> >>',
      10: embedded,
    },
  ],
  [
    'an attachment on a page',
    pageObjects({ page: '/Annots [<< /Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] >>]' }),
  ],
  [
    'an XFA form',
    {
      ...pageObjects({ catalog: '/AcroForm << /XFA 9 0 R /Fields [] >>' }),
      9: stream(Buffer.from('<xdp/>')),
    },
  ],
  [
    'rich media',
    pageObjects({ page: '/Annots [<< /Type /Annot /Subtype /RichMedia /Rect [0 0 9 9] >>]' }),
  ],
  [
    'a script whose object only another reader finds',
    pageObjects({ catalog: '/OpenAction 77 0 R' }),
  ],
]

const scan = (bytes: number) => ({
  ...pageObjects({ page: '/Resources << /XObject << /I 9 0 R >> >>' }),
  9: stream(
    randomBytes(bytes),
    '/Type /XObject /Subtype /Image /Width 10 /Height 10 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /DCTDecode',
  ),
})

describe('SECURITY 50: PDFs are judged by their structure', () => {
  test(`none of ${active.length} with something active is taken, whatever it is, wherever it stands and however it is written`, async () => {
    const taken: string[] = []
    for (const [name, file] of active)
      if (reasonOf(await judgePdf(file)) !== 'active') taken.push(name)
    expect(taken).toEqual([])
  })

  test.each(parts)('%s is refused', async (_, objects) => {
    expect(reasonOf(await judgePdf(plainPdf(objects)))).not.toBe('taken')
    expect(reasonOf(await judgePdf(packedPdf(objects)))).not.toBe('taken')
  })

  test('the small inputs that failed: a page is opened, a script is hidden, a password is asked for', async () => {
    expect(reasonOf(await readPdf(await fixture('openaction-goto-page.pdf')))).toBe('taken')
    expect(reasonOf(await readPdf(await fixture('js-in-object-stream.pdf')))).toBe('active')
    expect(reasonOf(await readPdf(await fixture('password.pdf')))).toBe('encrypted')
  })

  test('scans of random bytes are taken, whatever names their pixels happen to spell', async () => {
    const words = Buffer.from(
      '/JavaScript /JS /AA /OpenAction /Launch endobj 9 0 obj << /S /JavaScript /JS (x) >>',
    )
    for (const size of [100_000, 1_000_000, 9_000_000])
      expect(reasonOf(await judgePdf(plainPdf(scan(size))))).toBe('taken')
    const spelled = {
      ...scan(10),
      9: stream(
        Buffer.concat([randomBytes(1000), words, randomBytes(1000)]),
        '/Subtype /Image /Filter /DCTDecode',
      ),
    }
    expect(reasonOf(await judgePdf(plainPdf(spelled)))).toBe('taken')
  })

  test('actions that turn to a page are kept; links elsewhere are removed', async () => {
    const links =
      '/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://tracker.example) >> >> << /Subtype /Link /Rect [0 0 9 9] /A << /S /GoToR /F (other.pdf) /D [0 /Fit] >> >>]'
    const objects = pageObjects({
      catalog: '/OpenAction [3 0 R /Fit] /Names << /EmbeddedFiles << /Names [] >> >>',
      page: links,
    })
    for (const write of [plainPdf, (one: PdfObjects) => packedPdf(one)]) {
      const verdict = await judgePdf(write(objects))
      expect(reasonOf(verdict)).toBe('taken')
      expect(textOf(verdict)).toContain('/OpenAction')
      expect(textOf(verdict)).not.toMatch(/tracker|other\.pdf|EmbeddedFiles/)
    }
  })

  test('our own documents are accepted, and another reader finds the same text in the rewritten file', async () => {
    const info = {
      company: { name: 'PT Contoh' },
      title: 'Contoh',
      number: 'X-1',
      at: new Date(0),
      language: 'id',
      hash: 'ab12',
    } as const
    const own = await makeDocument(info, [{ kind: 'text', text: 'Łukasz Đặng' }])
    const verdict = await judgePdf(own)
    expect(reasonOf(verdict)).toBe('taken')
    expect(await pdfText(Buffer.from(textOf(verdict), 'latin1'))).toBe(await pdfText(own))
  })

  test('bytes after the end, earlier revisions and unreferenced objects are dropped', async () => {
    const former = updatedPdf(
      plainPdf({ ...pageObjects(), 4: stream(Buffer.from('former revision')) }),
      {
        4: stream(Buffer.from('0 0 1 1 re f')),
      },
    )
    const file = Buffer.concat([former, Buffer.from('<html><script>alert(1)</script></html>')])
    const text = textOf(await judgePdf(file))
    expect(text).toMatch(/^%PDF-1\.7/)
    expect(text).not.toMatch(/former revision|script|html/)
    // The rewritten file must also be a whole document for the next reader.
    expect(reasonOf(await judgePdf(Buffer.from(text, 'latin1')))).toBe('taken')
  })
})

describe('SECURITY 50: damaged and hostile PDFs', () => {
  test.each<[string, Buffer]>([
    ['a head and nothing else', Buffer.from('%PDF-1.4\n1 0 obj')],
    [
      'no page',
      plainPdf({ 1: '<< /Type /Catalog /Pages 2 0 R >>', 2: '<< /Type /Pages /Kids [] >>' }),
    ],
    [
      'the page tree has a cycle',
      plainPdf({ ...pageObjects(), 2: '<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 >>' }),
    ],
    ['an object stream that cannot be unpacked', packedPdf(pageObjects(), '/JBIG2Decode')],
  ])('%s is damaged', async (_, file) => {
    expect(reasonOf(await judgePdf(file))).toBe('damaged')
  })

  test('an object stream that unpacks to a gigabyte is refused in bounded memory', async () => {
    const bomb = stream(
      deflateSync(Buffer.alloc(200_000_000, 0x20)),
      '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
    )
    expect(reasonOf(await readPdf(plainPdf({ ...pageObjects(), 9: bomb })))).toBe('too-complex')
  })

  test('deep nesting and countless objects get a verdict without blocking the event loop', async () => {
    const deep = {
      ...pageObjects({ page: '/Deep 9 0 R' }),
      9: `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    }
    let longest = 0
    let last = performance.now()
    const pulse = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    const many = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.from('1 0 obj<</A[<<>>]>>endobj\n'.repeat(300_000)),
    ])
    expect(
      await Promise.all(
        [readPdf(plainPdf(deep)), readPdf(many)].map(async (verdict) => reasonOf(await verdict)),
      ),
    ).toEqual([expect.stringMatching(/damaged|taken/), 'too-complex'])
    clearInterval(pulse)
    // None of the work happens in this thread; the bound leaves room for a machine that is
    // otherwise busy.
    expect(longest).toBeLessThan(1000)
  })
})
