import { Buffer } from 'node:buffer'
import { expect, test } from 'vitest'
import { drawnLogo } from './logo.ts'

const picture = async (format: 'png' | 'jpeg' | 'webp' | 'avif', side = 300) => {
  const { default: sharp } = await import('sharp')
  const noise = Buffer.from(
    Array.from({ length: side * side * 3 }, (_, index) => (index * 7919) % 251),
  )
  return await sharp(noise, { raw: { width: side, height: side, channels: 3 } })
    .toFormat(format)
    .toBuffer()
}

test.each(['png', 'jpeg', 'webp', 'avif'] as const)(
  'a large %s becomes a logo that the settings take',
  async (format) => {
    const logo = await drawnLogo(await picture(format))
    expect(logo).toMatch(/^data:image\/jpeg;base64,[A-Za-z0-9+/=]+$/)
    expect(logo.length).toBeLessThanOrEqual(40_000)
  },
)

test('a file that is not a picture, or a broken one, is refused with its reason', async () => {
  await expect(
    drawnLogo(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
  ).rejects.toMatchObject({
    code: 'unsupported-media-type',
  })
  const broken = (await picture('png')).subarray(0, 400)
  await expect(drawnLogo(broken)).rejects.toMatchObject({ code: 'logo-unreadable' })
  // Its first bytes mark it as HEIC, so the HEIC decoder gets it.
  await expect(
    drawnLogo(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1')),
  ).rejects.toMatchObject({ code: 'logo-unreadable' })
})
