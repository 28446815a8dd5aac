// Drawn stand-ins for photographs, scans and signatures. Each is marked as a specimen, with the
// name.
import sharp from 'sharp'
import type { DocumentType } from '@rmtools/contracts/crm/documents'

const [WIDTH, HEIGHT] = [860, 540]
const PAPER = '#fbfaf6'
const INK = '#23384d'

function contentOf(type: DocumentType, name: string) {
  if (type === 'ktp') return identityCard(name)
  if (type === 'selfie') return selfie(name)
  return type === 'signature' ? specimen(name) : sheet(type, name)
}

/** A picture of a person's document, as JPEG. */
export async function drawnDocument(type: DocumentType, name: string): Promise<Uint8Array> {
  const content = contentOf(type, name)
  const mark = `<text x="430" y="300" font-size="72" font-family="sans-serif" fill="#c0392b" fill-opacity="0.22" text-anchor="middle" transform="rotate(-24 430 300)">CONTOH · SPECIMEN</text>`
  return await sharp(Buffer.from(svg(WIDTH, HEIGHT, content + mark)))
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 78 })
    .toBuffer()
}

/** A drawn signature as base64 PNG, as from a canvas. */
export async function drawnSignature(name = 'Contoh'): Promise<string> {
  return (await signaturePng(name)).toString('base64')
}

/** The same as bytes. */
export async function signaturePng(name: string): Promise<Buffer> {
  return await sharp(
    Buffer.from(svg(480, 200, `<rect width="480" height="200" fill="white"/>${stroke(name)}`)),
  )
    .png()
    .toBuffer()
}

const svg = (width: number, height: number, content: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
const text = (x: number, y: number, size: number, words: string) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-family="sans-serif" fill="${INK}">${escaped(words)}</text>`
const person = (x: number, y: number, scale: number) =>
  `<g transform="translate(${x} ${y}) scale(${scale})" fill="#8c6b58"><circle cx="0" cy="-46" r="40"/><path d="M -78 100 Q -70 6 0 6 Q 70 6 78 100 Z" fill="#41566d"/><path d="M -40 -58 Q 0 -104 40 -58 Q 30 -74 0 -74 Q -30 -74 -40 -58 Z" fill="#2a2320"/></g>`

function identityCard(name: string): string {
  const lines = [
    'NIK                 : 00 00 00 000000 0000',
    `Nama              : ${name.toUpperCase()}`,
    'Tempat/Tgl lahir : CONTOH, 00-00-0000',
    'Alamat            : JL. CONTOH NO. 0',
    'Kewarganegaraan : WNI',
  ]
  return `<rect width="860" height="540" rx="26" fill="#cfe3f2"/><rect x="12" y="12" width="836" height="516" rx="20" fill="none" stroke="#9dbdd6" stroke-width="3"/>
    ${text(250, 62, 30, 'PROVINSI CONTOH')}${text(278, 98, 26, 'KOTA SPECIMEN')}
    ${lines.map((line, index) => text(46, 176 + index * 52, 24, line)).join('')}
    <rect x="618" y="140" width="196" height="250" fill="#b03a2e"/>${person(716, 300, 0.9)}${text(640, 430, 20, 'KOTA SPECIMEN')}<g transform="translate(610 420) scale(0.42)">${stroke(name)}</g>`
}

function selfie(name: string): string {
  return `<rect width="860" height="540" fill="#d8d3c8"/><rect y="380" width="860" height="160" fill="#bfb8a9"/>${person(360, 360, 2)}
    <g transform="translate(500 300) scale(0.34) rotate(-4)">${identityCard(name)}</g>${text(36, 516, 24, `Swafoto dengan KTP · ${name}`)}`
}

function specimen(name: string): string {
  return `<rect width="860" height="540" fill="${PAPER}"/>${text(60, 90, 30, 'Spesimen tanda tangan')}<g transform="translate(150 130) scale(1.15)">${stroke(name)}</g>
    <line x1="150" y1="400" x2="710" y2="400" stroke="${INK}" stroke-width="2"/>${text(150, 440, 28, name)}`
}

function sheet(type: DocumentType, name: string): string {
  const lines = Array.from(
    { length: 8 },
    (_, index) =>
      `<rect x="70" y="${210 + index * 34}" width="${index % 4 === 3 ? 380 : 700}" height="10" fill="#d5d2c8"/>`,
  )
  return `<rect width="860" height="540" fill="${PAPER}"/>${text(70, 96, 38, type.replaceAll('-', ' ').toUpperCase())}${text(70, 156, 28, name)}${lines.join('')}
    <circle cx="720" cy="440" r="62" fill="none" stroke="#2f5d8a" stroke-width="5"/>${text(672, 448, 22, 'CONTOH')}`
}

/** A line that resembles a signature and differs by name. */
function stroke(name: string): string {
  const codes = [...name.padEnd(12, 'x')].map((letter) => letter.codePointAt(0) ?? 0)
  const wave = codes
    .slice(0, 9)
    .map(
      (code, index) =>
        `S ${62 + index * 42} ${40 + ((code * 37) % 120)}, ${84 + index * 42} ${60 + ((code * 53) % 90)}`,
    )
  return `<path d="M 40 130 C 50 60, 62 40, 74 96 ${wave.join(' ')}" fill="none" stroke="#14233a" stroke-width="5" stroke-linecap="round"/>`
}
