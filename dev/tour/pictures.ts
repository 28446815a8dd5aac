// Drawn stand-ins for photographs and signatures.
import sharp from 'sharp'

/** A picture of a document with a caption, as JPEG. */
export async function drawnDocument(caption: string): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="860" height="540"><rect width="860" height="540" rx="24" fill="#dfe9f3"/>
    <rect x="590" y="120" width="220" height="290" fill="#b9c7d6"/><text x="50" y="90" font-size="44" font-family="sans-serif" fill="#23384d">${caption}</text>
    <text x="50" y="200" font-size="26" font-family="sans-serif" fill="#23384d">CONTOH / SPECIMEN</text></svg>`
  return await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}

/** A drawn signature as base64 PNG, as a canvas gives it. */
export async function drawnSignature(): Promise<string> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="200"><rect width="480" height="200" fill="white"/>
    <path d="M40 130 C 90 20, 130 190, 180 90 S 260 60, 290 120 S 380 160, 440 60" fill="none" stroke="#14233a" stroke-width="5"/></svg>`
  return (await sharp(Buffer.from(svg)).png().toBuffer()).toString('base64')
}
