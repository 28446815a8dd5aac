import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deflateSync, crc32 } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pageObjects, plainPdf } from '@rmtools/kit/testing-pdf-files'
import { createInvestorWorld, picture, type World } from '../testing/world.ts'
import { submittedCase } from '../testing/cases.ts'

let world: World
let id: string
beforeAll(async () => {
  world = await createInvestorWorld()
  id = (await world.as('rm').investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' }))
    .id
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refusedWith = (code: string) =>
  expect.objectContaining({ kind: expect.objectContaining({ code }) })
async function upload(bytes: Uint8Array) {
  const { document } = await world.as('rm').documents.declare({ id, type: 'other' })
  try {
    return await world.as('rm').documents.upload({ id, documentId: document.id, bytes })
  } catch (error) {
    await world.as('rm').documents.remove({ id, documentId: document.id })
    throw error
  }
}
// 640 x 400, encoded by x265: the product has no HEIC encoder.
const HEIC =
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAVdtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAACJpbG9jAAAAAERAAAEAAQAAAAABewABAAAAAAAAAOcAAAAjaWluZgAAAAAAAQAAABVpbmZlAgAAAAABAABodmMxAAAAAA5waXRtAAAAAAABAAAA12lwcnAAAAC4aXBjbwAAAHlodmNDAQNwAAAAkAAAAAAAWvAA/P34+AAADwNgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAWroCQGEAAQAsQgEBA3AAAAMAkAAAAwAAAwBaoAUCAZFlupJKa5uAhoMCAAADADIAAAMAAhBiAAEAB0QBwXKwYkAAAAATY29scm5jbHgAAQANAAaAAAAAFGlzcGUAAAAAAAACgAAAAZAAAAAQcGl4aQAAAAADCAgIAAAAF2lwbWEAAAAAAAAAAQABBIECAwQAAADvbWRhdAAAAOMoAa9TmwrcaXXg+ITHNA44vkeROknbG1M87tGWt67eAqIlFxBrxirfA+vFv1rxSM09mM16+VTTIQqXw6Uj4DjgwW/j1wZJ5H4qK1M3ek7p07XgvJqRPO4w1PUxQt8Px5ScnkjGSbmAmcsCW+uG2y4Y+Pxe8eDVh44AAAMAAAMAAAMAnYCQAi4bazq4GQMCTjGKtoAAAAMAAAMAAAMA2YAeUdul5XEcTinIb9bAAAADAAADAAADAWEnFGWMaw96PERfUVIAAAMAAAMAAAMAVcCku8KeckToAAADAAADAAADAAAbMA=='
const kept = (name: string) =>
  join(import.meta.dirname, '../../../../../packages/kit/src/files/pdf-cases', name)
const latin = (text: string) => Buffer.from(text, 'latin1')
const tokenOf = (path: string | null | undefined) => path?.split('/').at(-1) ?? ''

/** A black picture with one bit per pixel: a small file that unpacks to a vast size. */
function bomb(side: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([latin(name), data])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    check.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc(side * (side / 8 + 1)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const pdf = (catalog = '') => plainPdf(pageObjects({ catalog }))

describe('SECURITY 29: uploads', () => {
  test('an image is drawn again: no place data, no larger than 2400 pixels, with a thumbnail', async () => {
    const shot = await sharp({
      create: { width: 3000, height: 1500, channels: 3, background: '#aa3300' },
    })
      .withExif({ IFD0: { Copyright: 'SECRET-PLACE' }, IFD3: { GPSLatitude: '6/1 12/1 0/1' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(shot).metadata()).exif).toBeDefined()
    const stored = await upload(shot)
    expect(stored).toMatchObject({
      status: 'stored',
      mediaType: 'image/jpeg',
      width: 2400,
      height: 1200,
    })
    const { items } = await world.as('rm').documents.list({ id })
    const item = items.find((one) => one.id === stored.id)
    const bytes = await world.anybody.documents.download({ fileToken: tokenOf(item?.path) })
    expect(bytes.length).toBe(stored.sizeBytes)
    expect((await sharp(bytes).metadata()).exif).toBeUndefined()
    const thumbnail = await sharp(
      await world.anybody.documents.download({ fileToken: tokenOf(item?.thumbnailPath) }),
    ).metadata()
    expect(thumbnail).toMatchObject({ width: 320, height: 160 })
  })

  test('PNG and WebP become JPEG; a quiet PDF stays', async () => {
    expect(
      await upload(
        await sharp(await picture())
          .png()
          .toBuffer(),
      ),
    ).toMatchObject({ mediaType: 'image/jpeg' })
    expect(
      await upload(
        await sharp(await picture())
          .webp()
          .toBuffer(),
      ),
    ).toMatchObject({ mediaType: 'image/jpeg' })
    expect(await upload(pdf())).toMatchObject({ mediaType: 'application/pdf', width: null })
  })

  const script = '<script>alert(1)</script>'
  test.each([
    ['SVG', latin(`<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`)],
    [
      'SVG with an XML declaration',
      latin(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${script}</svg>`),
    ],
    ['HTML', latin(`<!doctype html><html>${script}</html>`)],
    ['HTML with a PDF behind it', Buffer.concat([latin(`<html>${script}</html>`), pdf()])],
    ['GIF', latin('GIF89a\x01\x00\x01\x00\x00\x00\x00;')],
    ['a ZIP', Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0])],
    ['a program', latin('MZ\x90\x00\x03')],
    ['text', latin('hello')],
  ])('%s is refused by its content, whatever it is called', async (_, bytes) => {
    await expect(upload(bytes)).rejects.toMatchObject({ status: 415 })
  })

  const solid = async (width: number, height: number) =>
    await sharp({ create: { width, height, channels: 3, background: '#3366aa' } })
      .jpeg()
      .toBuffer()
  test.each<[string, string, () => Uint8Array | Promise<Uint8Array>]>([
    ['an image of 20,000 x 20,000 pixels', 'file-too-many-pixels', () => bomb(20_000)],
    ['a JPEG that is cut off', 'file-unreadable', async () => (await picture()).slice(0, 400)],
    [
      'a JPEG header and nothing else',
      'file-unreadable',
      () => Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
    ],
    [
      'a HEIC that is cut off',
      'file-unreadable',
      () => Buffer.from(HEIC, 'base64').subarray(0, 300),
    ],
    ['a picture of one pixel', 'picture-too-small', async () => await solid(1, 1)],
    ['a picture that is a line', 'picture-too-small', async () => await solid(4000, 210)],
    [
      'a PDF with JavaScript',
      'file-active',
      () => pdf('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    ],
    [
      'a PDF with JavaScript in an escaped name',
      'file-active',
      () => pdf('/OpenAction << /S /J#61vaScript /JS (1) >>'),
    ],
    [
      'a PDF that carries a file',
      'file-active',
      () => pdf('/Names << /EmbeddedFiles << /Names [(a) 2 0 R] >> >>'),
    ],
    ['a PDF with a password', 'file-encrypted', () => readFile(kept('password.pdf'))],
    [
      'a PDF with JavaScript in an object stream',
      'file-active',
      () => readFile(kept('js-in-object-stream.pdf')),
    ],
    ['a PDF without an end', 'file-unreadable', () => latin('%PDF-1.4\n1 0 obj')],
  ])('%s is refused as %s', async (_, code, make) => {
    await expect(upload(await make())).rejects.toEqual(refusedWith(code))
  })

  test('a PDF that only opens at a page is taken, and what telephones send becomes JPEG', async () => {
    expect(await upload(await readFile(kept('openaction-goto-page.pdf')))).toMatchObject({
      mediaType: 'application/pdf',
    })
    expect(await upload(Buffer.from(HEIC, 'base64'))).toMatchObject({
      mediaType: 'image/jpeg',
      width: 640,
      height: 400,
    })
    const avif = await sharp(await picture())
      .avif({ effort: 0 })
      .toBuffer()
    expect(await upload(avif)).toMatchObject({ mediaType: 'image/jpeg', width: 640, height: 400 })
  })

  test('a specimen of a signature may be a strip', async () => {
    const { document } = await world.as('rm').documents.declare({ id, type: 'signature' })
    expect(
      await world
        .as('rm')
        .documents.upload({ id, documentId: document.id, bytes: await solid(600, 90) }),
    ).toMatchObject({
      status: 'stored',
    })
    await world.as('rm').documents.remove({ id, documentId: document.id })
  })

  test('nothing that hides behind a picture survives', async () => {
    const polyglot = Buffer.concat([
      await picture(),
      latin(`<html>${script}</html>`),
      pdf('/OpenAction << /S /JavaScript /JS (x) >>'),
    ])
    const { id: documentId } = await upload(polyglot)
    const { items } = await world.as('rm').documents.list({ id })
    const kept = await world.anybody.documents.download({
      fileToken: tokenOf(items.find((one) => one.id === documentId)?.path),
    })
    expect(Buffer.from(kept).includes('script')).toBe(false)
    expect(Buffer.from(kept).includes('%PDF')).toBe(false)
  })

  test('a refused upload leaves no file', async () => {
    const count = async () => (await readdir(join(world.files, 'documents'))).length
    const before = await count()
    await expect(upload(latin('hello'))).rejects.toMatchObject({ status: 415 })
    expect(await count()).toBe(before)
    const names = await readdir(join(world.files, 'documents'))
    expect(names.every((name) => /^[0-9a-f-]{36}\.(jpg|pdf)$/.test(name))).toBe(true)
  })
})

describe('documents of a case', () => {
  test('the same announcement again is harmless; at most 20', async () => {
    const investor = await world
      .as('rm')
      .investors.create({ kind: 'individual', fullName: 'Banyak' })
    const documentId = crypto.randomUUID()
    for (let index = 0; index < 2; index++)
      await world.as('rm').documents.declare({ id: investor.id, documentId, type: 'other' })
    expect((await world.as('rm').documents.list({ id: investor.id })).items).toHaveLength(1)
    for (let index = 0; index < 19; index++)
      await world.as('rm').documents.declare({ id: investor.id, type: 'other' })
    await expect(
      world.as('rm').documents.declare({ id: investor.id, type: 'other' }),
    ).rejects.toEqual(refusedWith('too-many-documents'))
    await expect(
      world
        .as('foreignRm')
        .documents.upload({ id: investor.id, documentId, bytes: await picture() }),
    ).rejects.toMatchObject({
      status: 404,
    })
    await expect(
      world.as('rm').documents.upload({ id, documentId, bytes: await picture() }),
    ).rejects.toMatchObject({ status: 404 })
  })

  test('a submitted case takes no more of them', async () => {
    const submitted = await submittedCase(world)
    const { items } = await world.as('rm').documents.list({ id: submitted.id })
    await expect(
      world.as('rm').documents.upload({
        id: submitted.id,
        documentId: items[0]?.id ?? '',
        bytes: await picture(),
      }),
    ).rejects.toEqual(refusedWith('wrong-state'))
    await expect(
      world.as('rm').documents.remove({ id: submitted.id, documentId: items[0]?.id ?? '' }),
    ).rejects.toEqual(refusedWith('wrong-state'))
  })
})
