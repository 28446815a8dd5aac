import { describe, expect, test } from 'vitest'
import { wordingFaults } from './message-templates.ts'

const own = 'https://rm.example.co.id'
const codesOf = (text: string, subject = 'Pendaftaran') =>
  wordingFaults('registration-link', 'email', { subject, text }, own).map(
    ({ pointer, code }) => `${pointer} ${code}`,
  )

describe('SECURITY 57: messages to investors link to our own host only', () => {
  test.each([
    'Buka {link}',
    'Buka {link}. Terima kasih.',
    'Buka tautan ini ({link}), berlaku {days} hari.',
    'Buka https://rm.example.co.id/bantuan atau rm.example.co.id. {link}',
    'Yth. {investorName}, PT Samudra Tbk. a.n. {rmName}, S.H., biaya Rp 1.500.000,00 atau 1.500.000.000. {link}',
    '{companyName}: buka {link}',
    'Telepon (021) 555-1234, pukul 09.30 WIB. {link}',
  ])('%s may be sent', (text) => {
    expect(codesOf(text)).toEqual([])
  })

  test.each([
    ['a foreign address', 'Buka https://evil.example lalu {link}'],
    ['one without a scheme', 'Buka evil.example/masuk lalu {link}'],
    ['a bare domain', 'Kunjungi www.evil.com. {link}'],
    ['a shortener', 'Buka s.id/abc {link}'],
    ['our host as the name of a user', 'Buka https://rm.example.co.id@evil.example/ {link}'],
    ['our host as a part of another', 'Buka https://rm.example.co.id.evil.example/ {link}'],
    ['our host with another port', 'Buka https://rm.example.co.id:8443/ {link}'],
    ['our host without encryption', 'Buka http://rm.example.co.id/ {link}'],
    [
      'another address within ours',
      'Buka https://rm.example.co.id/?to=https://evil.example {link}',
    ],
    ['letters that look like ours', 'Buka https://rm.exаmple.co.id/ {link}'],
    ['the same in punycode', 'Buka rm.xn--exmple-4nf.co.id {link}'],
    ['full-width letters and dots', 'Buka ｅｖｉｌ．ｅｘａｍｐｌｅ {link}'],
    ['an ideographic full stop', 'Buka evil。example {link}'],
    ['an address broken by something invisible', 'Buka evil.\u200Bexample {link}'],
    ['an address of numbers', 'Buka 203.0.113.7 {link}'],
    ['a mailbox', 'Tulis ke bantuan@evil.example {link}'],
    ['another protocol', 'Buka intent:evil#x {link}'],
    ['a placeholder within an address', 'Buka {companyName}.evil.example {link}'],
    ['a placeholder as a domain', 'Buka {rmName}.com {link}'],
  ])('%s is refused', (_, text) => {
    expect(codesOf(text)).toEqual(['/text foreign-address'])
  })

  test.each([
    'https://evil.example/?u={link}',
    '{link}@evil.example',
    'x{link}',
    '{link}x',
    'kode={link}',
  ])('%s: the link stands alone', (text) => {
    expect(codesOf(text)).toContain('/text placeholder-not-alone')
  })

  test('a code stands alone too, and subjects are looked at', () => {
    const faults = wordingFaults(
      'approval-code',
      'sms',
      { subject: null, text: 'Buka https://evil.example/?c={code}' },
      own,
    )
    expect(faults.map(({ code }) => code)).toEqual(['foreign-address', 'placeholder-not-alone'])
    expect(codesOf('{link}', 'Buka evil.example')).toEqual(['/subject foreign-address'])
  })
})
