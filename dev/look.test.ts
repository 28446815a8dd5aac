// The look knows no contract and every contract's codes: here the two are held side by side.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { userStatuses } from '@rmtools/contracts/auth/users'
import { productStatuses, productTypes, transactionTypes } from '@rmtools/contracts/bff/market'
import { consentPurposes } from '@rmtools/contracts/crm/consents'
import { documentTypes } from '@rmtools/contracts/crm/documents'
import { instructionStatuses } from '@rmtools/contracts/crm/instructions'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { kycFieldNames } from '@rmtools/contracts/crm/kyc'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { jobStates } from '@rmtools/contracts/crm/outbox'
import { systemRoles } from '@rmtools/contracts/endpoint'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { commonProblems } from '@rmtools/contracts/problem'
import * as kyc from '@rmtools/look/kyc-words'
import { notificationKinds } from '@rmtools/look/notification-words'
import { problemWords } from '@rmtools/look/problems'
import * as states from '@rmtools/look/states'
import * as words from '@rmtools/look/words'

const known: [string, readonly string[], object][] = [
  ['lead states', leadStatuses, states.leadStates],
  ['investor states', investorStatuses, states.investorStates],
  ['instruction states', instructionStatuses, states.instructionStates],
  ['user states', userStatuses, states.userStates],
  ['job states', jobStates, states.jobStates],
  ['product states', productStatuses, states.productStates],
  ['product types', productTypes, words.productTypes],
  ['transaction types', transactionTypes, words.transactionTypes],
  ['roles', systemRoles, words.roles],
  ['labels of individuals', kycFieldNames.individual, kyc.individualLabels],
  ['labels of institutions', kycFieldNames.institutional, kyc.institutionalLabels],
  ['consents', consentPurposes, kyc.consentLabels],
  ['documents', documentTypes, kyc.documentLabels],
]

test.each(known)('%s are all named, and no others', (_, codes, named) => {
  expect(Object.keys(named).toSorted()).toEqual([...codes].toSorted())
})

describe('problems', () => {
  const kinds = [...commonProblems, ...everyEndpoint.flatMap(({ spec }) => spec.problems ?? [])]

  test('are all put into words', () => {
    expect(kinds.length).toBeGreaterThan(100)
    expect([...new Set(kinds.map(({ code }) => code))].filter((code) => !(code in problemWords))).toEqual([])
  })

  test('say what happened and what to do in both languages, calmly', () => {
    for (const [code, { id, en }] of Object.entries(problemWords)) {
      expect([code, id.endsWith('.'), en.endsWith('.'), /!/.test(id + en)]).toEqual([code, true, true, false])
    }
  })
})

test('every kind of notification that the services send has words', () => {
  const services = join(import.meta.dirname, '../services')
  const files = readdirSync(services, { recursive: true, encoding: 'utf8' }).filter(
    (path) => /src\/.*\.ts$/.test(path) && !/test|node_modules/.test(path),
  )
  const sent = files.flatMap((path) =>
    [...readFileSync(join(services, path), 'utf8').matchAll(/'((?:lead|book|investor|instruction|licence|user|security)\.[a-z-]+)'/g)].map(
      ([, kind = '']) => kind,
    ),
  )
  // The same form as jobs and events of Bib have.
  const others =
    /^(book\.all|instruction\.(expire|status)|investor\.status|lead\.remind|.*\.(read|write|manage|export|review|create|update|approve|activate|delete))$/
  const kinds = [...new Set(sent)].filter((kind) => !others.test(kind))
  expect(kinds.length).toBeGreaterThan(15)
  expect(kinds.filter((kind) => !notificationKinds.includes(kind))).toEqual([])
})
