import { expect, test } from 'vitest'
import { bankAccountUnfit } from '@rmtools/contracts/crm/instruction-problems'
import { bibReasonText, bibReasonWords, reasonText } from '@rmtools/look/bib-words'
import { problemText } from '@rmtools/look/problems'
import { reasonCodes } from './terms.ts'

test('each reason that Bib is known to give has words with a remedy in both languages, and no other', () => {
  expect(Object.keys(bibReasonWords).toSorted()).toEqual([...reasonCodes].toSorted())
  for (const code of reasonCodes)
    for (const language of ['id', 'en'] as const) {
      expect(bibReasonText(code, language)).not.toContain(code)
      expect(bibReasonText(code, language).split(/[.:] |\.$/).length).toBeGreaterThan(2)
    }
})

test.each([
  ['MANAGER_REFUSED', bibReasonText('MANAGER_REFUSED', 'id')],
  ['BELOW_MINIMUM: The minimum is 100000; at least', bibReasonText('BELOW_MINIMUM', 'id')],
  [
    'KYC_REFUSED /kyc The name differs; CODE_LIST_MISMATCH /kyc/education',
    `${bibReasonText('KYC_REFUSED', 'id')} ${bibReasonText('CODE_LIST_MISMATCH', 'id')}`,
  ],
  ['NEW_REASON_7: something', 'Bib: NEW_REASON_7. Tanyakan kode ini ke back office atau Bib.'],
  [bankAccountUnfit.code, problemText(bankAccountUnfit.code, 'id')],
  ['invalid-input: /kyc/occupation enum', `${problemText('invalid-input', 'id')} (Bib)`],
  ['nav-date-changed', bibReasonText('NAV_DATE_CHANGED', 'id')],
  [
    'Bib names the external id BIB77, here it is BIB50',
    'Bib menyebut nomor BIB77, yang tidak cocok dengan data di sini. Back office perlu memeriksanya bersama Bib.',
  ],
  ['Menunggu gaji; nanti saja', 'Menunggu gaji; nanti saja'],
  ['BATAL', 'BATAL'],
])('%s is said in words', (kept, said) => expect(reasonText(kept, 'id')).toBe(said))

test('a code is never the name of an inherited property', () => {
  expect(reasonText('constructor', 'en')).toBe('constructor')
  expect([reasonText(null, 'id'), reasonText('', 'id'), reasonText(undefined, 'id')]).toEqual([
    null,
    null,
    null,
  ])
})
