// The look package knows no contract, and the contracts have the codes: this test compares the two.
import { globSync, readFileSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  isAboutPerson,
  isPushWanted,
  notificationKinds,
  notificationLink,
  targetOfLink,
  type NotificationKind,
} from '@rmtools/contracts/auth/notification-kinds'
import { userStatuses } from '@rmtools/contracts/auth/users'
import {
  Bond,
  Product,
  productStatuses,
  productTypes,
  transactionTypes,
} from '@rmtools/contracts/bff/market'
import { consentPurposes } from '@rmtools/contracts/crm/consents'
import { documentTypes } from '@rmtools/contracts/crm/documents'
import { instructionStatuses } from '@rmtools/contracts/crm/instructions'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { kycFieldNames } from '@rmtools/contracts/crm/kyc'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { jobStates } from '@rmtools/contracts/crm/outbox'
import { systemRoles } from '@rmtools/contracts/endpoint'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { brokenOff, offline } from '@rmtools/contracts/fetch'
import { commonProblems } from '@rmtools/contracts/problem'
import {
  auditActs,
  auditTables,
  type AuditAction,
  type AuditEntity,
} from '@rmtools/contracts/auth/audit-acts'
import { actionWords, entityWords } from '@rmtools/look/audit-words'
import * as kyc from '@rmtools/look/kyc-words'
import type { Words } from '@rmtools/look/notification-sentence'
import { orderLabels } from '@rmtools/look/order-fields'
import { notificationWords } from '@rmtools/look/notification-words'
import { clientProblemWords } from '@rmtools/look/client-problems'
import { problemWords } from '@rmtools/look/problems'
import { bondFields, productFees, productFields } from '@rmtools/look/product-fields'
import * as states from '@rmtools/look/states'
import * as words from '@rmtools/look/words'

const root = resolve(import.meta.dirname, '..')

/** The properties of a schema, without those that are shown otherwise. */
const propertiesOf = ({ properties }: { properties: object }, ...others: string[]) =>
  Object.keys(properties).filter((name) => !others.includes(name))
const bondFacts = propertiesOf(Bond, 'couponType', 'offeringFrom', 'offeringUntil')

const known: [string, readonly string[], object][] = [
  ['lead states', leadStatuses, states.leadStates],
  ['investor states', investorStatuses, states.investorStates],
  ['instruction states', instructionStatuses, states.instructionStates],
  ['user states', userStatuses, states.userStates],
  ['job states', jobStates, states.jobStates],
  ['product states', productStatuses, states.productStates],
  ['product types', productTypes, words.productTypes],
  ['transaction types', transactionTypes, words.transactionTypes],
  ['facts of a product', propertiesOf(Product, 'fees', 'bond', 'factsheetUrl'), productFields],
  ['fees of a product', propertiesOf(Product.properties.fees), productFees],
  ['facts of a bond', [...bondFacts, 'offering'], bondFields],
  ['roles', systemRoles, words.roles],
  ['labels of individuals', kycFieldNames.individual, kyc.individualLabels],
  ['labels of institutions', kycFieldNames.institutional, kyc.institutionalLabels],
  ['consents', consentPurposes, kyc.consentLabels],
  ['documents', documentTypes, kyc.documentLabels],
  [
    'entities of the audit trail',
    [...new Set([...auditTables, ...Object.keys(auditActs)])],
    entityWords,
  ],
  [
    'actions of the audit trail',
    [...new Set(['create', 'update', 'delete', ...Object.values(auditActs).flat()])],
    actionWords,
  ],
]

// An entity or action of the audit trail without a label does not compile.
entityWords satisfies Readonly<Record<AuditEntity, object>>
actionWords satisfies Readonly<Record<AuditAction, object>>

test.each(known)('%s are all named, and no others', (_, codes, named) => {
  expect(Object.keys(named).toSorted()).toEqual([...codes].toSorted())
})

test('no screen or document has own labels for the facts of a product', async () => {
  // Words for facts of other things too.
  const { type, code, status, currency } = productFields
  const common: readonly object[] = [
    ...Object.values(words.nouns),
    ...[type, code, status, currency].map(({ label }) => label),
  ]
  const labels = Object.values({ ...productFields, ...productFees, ...bondFields })
    .filter(({ label }) => !common.includes(label))
    .flatMap(({ label }) => [`'${label.id}'`, `'${label.en}'`])
  expect(labels.length).toBeGreaterThan(30)
  const own: string[] = []
  for await (const path of glob('{apps,services,packages}/*/src/**/*.{ts,tsx}', { cwd: root })) {
    if (/\.(test|stories)\.tsx?$|\/product-fields\.ts$/.test(path)) continue
    const text = await readFile(join(root, path), 'utf8')
    own.push(...labels.filter((label) => text.includes(label)).map((label) => `${path} ${label}`))
  }
  expect(own).toEqual([])
})

test('no screen on which the RM sends a link promises an SMS: the RM chooses, the log tells', async () => {
  const promising: string[] = []
  let count = 0
  for await (const path of glob('apps/mobile/src/{instructions,plans,links}/*.tsx', {
    cwd: root,
  })) {
    if (path.includes('.test.')) continue
    count++
    if (/\bSMS\b/.test(await readFile(join(root, path), 'utf8'))) promising.push(path)
  }
  expect(count).toBeGreaterThan(20)
  expect(promising).toEqual([])
})

describe('problems', () => {
  const kinds = [...commonProblems, ...everyEndpoint.flatMap(({ spec }) => spec.problems ?? [])]

  test('are all put into words', () => {
    expect(kinds.length).toBeGreaterThan(100)
    expect(
      [...new Set(kinds.map(({ code }) => code))].filter((code) => !(code in problemWords)),
    ).toEqual([])
  })

  test("those behind a link are put into words that clients' pages load", () => {
    const behindLinks = everyEndpoint.filter(({ spec }) => spec.access === 'link')
    const own = [offline, brokenOff]
    const met = [
      ...commonProblems,
      ...own,
      ...behindLinks.flatMap(({ spec }) => spec.problems ?? []),
    ]
    expect(behindLinks.length).toBeGreaterThan(30)
    expect(met.map(({ code }) => code).filter((code) => !(code in clientProblemWords))).toEqual([])
  })

  test('say what happened and what to do in both languages, calmly', () => {
    for (const [code, { id, en }] of Object.entries(problemWords)) {
      expect([code, id.endsWith('.'), en.endsWith('.'), /!/.test(id + en)]).toEqual([
        code,
        true,
        true,
        false,
      ])
    }
  })
})

describe('notifications', () => {
  // A notification kind without a text does not compile.
  const worded: Readonly<Record<NotificationKind, Words>> = notificationWords

  test('words name nothing but what their kind tells', () => {
    // For an instruction, the label of its status.
    const told = (kind: NotificationKind) => [
      ...Object.keys(notificationKinds[kind].params.properties),
      'stateWord',
    ]
    const kinds = Object.keys(notificationKinds) as NotificationKind[]
    expect(kinds.length).toBeGreaterThan(40)
    const wrong = kinds.flatMap((kind) => {
      const { title, text } = worded[kind]
      const named = [title.id, title.en, text.id, text.en].flatMap((said) =>
        [...said.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name),
      )
      return named.filter((name) => !told(kind).includes(name)).map((name) => `${kind} ${name}`)
    })
    expect(wrong).toEqual([])
  })

  test('links lead back to the screen and the record', () => {
    const id = '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11'
    expect(notificationLink('instruction.settled', id)).toBe(`/instructions/${id}`)
    expect(targetOfLink(`/instructions/${id}`)).toEqual({ target: 'instruction', id })
    expect(targetOfLink(notificationLink('change.waiting'))).toEqual({
      target: 'secondPerson',
      id: '',
    })
    expect(targetOfLink(`/leads/${id}`)).toEqual({ target: 'lead', id })
    expect(targetOfLink('/leads')).toEqual({ target: 'leads', id: '' })
    for (const link of [
      null,
      '',
      '/elsewhere',
      `/elsewhere/${id}`,
      `https://x.example/leads/${id}`,
      '/instructions',
    ])
      expect(targetOfLink(link)).toBeNull()
  })

  test('preferences govern kinds by what they are about', () => {
    const none = { leads: false, investors: false, instructions: false, security: false }
    const pushed = (kind: string) => isPushWanted(kind, none)
    expect(
      ['lead.follow-up', 'investor.submitted', 'instruction.settled', 'security.new-device'].filter(
        pushed,
      ),
    ).toEqual([])
    expect(
      [
        'book.given',
        'licence.expiring',
        'change.waiting',
        'user.approved',
        'of-another.release',
      ].filter((kind) => !pushed(kind)),
    ).toEqual([])
    expect(
      ['security.new-device', 'user.approved', 'instruction.settled', 'change.waiting'].map(
        isAboutPerson,
      ),
    ).toEqual([true, true, false, false])
  })
})

test('what a fact of an order is called is said in one place', () => {
  const files = globSync('{apps/*,services/*,packages/look}/src/**/*.{ts,tsx}', {
    cwd: join(import.meta.dirname, '..'),
  }).filter((file) => !/\.(test|stories)\.|order-fields\.ts$/.test(file))
  expect(files.length).toBeGreaterThan(500)
  const said = files.flatMap((file) => {
    const text = readFileSync(join(import.meta.dirname, '..', file), 'utf8').replaceAll('"', "'")
    return Object.entries(orderLabels).flatMap(([fact, { id, en }]) =>
      text.includes(`'${id}', '${en.replaceAll('"', "'")}'`) ? [`${file}: ${fact}`] : [],
    )
  })
  // The nouns among them are said with the others.
  expect(said.filter((one) => !one.startsWith('packages/look/src/words.ts'))).toEqual([])
})
