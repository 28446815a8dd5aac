import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { company, createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'
import { loadReference } from './load.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
  await loadReference(world.ownerUrl)
})
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )
const { as } = { as: (...name: Parameters<CrmWorld['as']>) => world.as(...name).reference }
const holidays = async (year: number) => (await as().holidays({ year })).items
const changes = async (table: string, where: string) =>
  await world.rows(`select * from crm_bib.${table} where ${where} order by changed_at, id`)

test('a holiday that is decreed mid-year is set, changed and taken back, each time with who, when and what it was', async () => {
  const date = '2027-08-18'
  const cuti = { date, name: 'Cuti bersama', isProvisional: true }
  expect(await as('putri').putHoliday({ ...cuti, reason: 'SKB 3 Menteri 2/2027' })).toEqual(cuti)
  expect(await holidays(2027)).toContainEqual(cuti)
  await as('putri').putHoliday({ ...cuti, isProvisional: false })
  await as('putri').removeHoliday({ date, reason: 'Dicabut' })
  expect((await holidays(2027)).map((holiday) => holiday.date)).not.toContain(date)
  expect(await refused(as('putri').removeHoliday({ date }))).toEqual([404, 'not-found'])
  const by = people.putri.id
  expect(await changes('market_holiday_change', `date = '${date}'`)).toMatchObject([
    {
      action: 'put',
      before: null,
      after: { name: 'Cuti bersama', is_provisional: true },
      reason: 'SKB 3 Menteri 2/2027',
      changed_by: by,
    },
    {
      action: 'put',
      before: { is_provisional: true },
      after: { is_provisional: false },
      changed_by: by,
    },
    {
      action: 'remove',
      before: { name: 'Cuti bersama' },
      after: null,
      reason: 'Dicabut',
      changed_by: by,
    },
  ])
})

test('SECURITY 32: a change is one audit row; setting the same values again changes nothing', async () => {
  const holiday = { date: '2027-09-01', name: 'Libur', isProvisional: false }
  await as('putri').putHoliday(holiday)
  await as('putri').putHoliday(holiday)
  await as('putri').changeBank({ code: '014', name: 'BCA' })
  await as('putri').changeBank({ code: '014', name: 'BCA' })
  const trail = await world.rows(
    `select entity, actor_id, ip from auth_bib.auth_user_action_log where after ->> 'date' = '2027-09-01' or after ->> 'code' = '014' order by id`,
  )
  const who = { actor_id: people.putri.id, ip: '10.1.2.3' }
  expect(trail).toEqual([
    { entity: 'market_holiday_change', ...who },
    { entity: 'bank_change', ...who },
  ])
})

test('of many who set the same day at once one is the first, and every other knows what it replaced', async () => {
  for (let day = 1; day <= 9; day++) {
    const date = `2027-10-0${day}`
    const names = ['Satu', 'Dua', 'Tiga', 'Empat', 'Lima', 'Enam']
    await Promise.all(
      names.map(async (name) => await as('putri').putHoliday({ date, name, isProvisional: false })),
    )
    const versions = await changes('market_holiday_change', `date = '${date}'`)
    expect([versions.length, versions.filter(({ before }) => before === null).length]).toEqual([
      names.length,
      1,
    ])
  }
})

test('a bank is renamed or retired; what is not named stays', async () => {
  const bank = (await as().banks({ includeInactive: true })).items.find(
    ({ code }) => code === '008',
  )
  expect(await as('putri').changeBank({ code: '008', isActive: false })).toEqual({
    ...bank,
    isActive: false,
  })
  expect((await as().banks({})).items.map(({ code }) => code)).not.toContain('008')
  expect(
    await as('putri').changeBank({ code: '008', name: 'Mandiri Baru', bic: null }),
  ).toMatchObject({
    name: 'Mandiri Baru',
    bic: null,
    isActive: false,
  })
  expect(await refused(as('putri').changeBank({ code: '999', name: 'X' }))).toEqual([
    404,
    'not-found',
  ])
  expect(await refused(as('putri').changeBank({ code: '008', bic: 'nonsense' }))).toEqual([
    400,
    'invalid-input',
  ])
})

test('loading the master data again at the next start changes nothing that people changed', async () => {
  const [known] = await holidays(2026)
  if (!known) throw new Error('there are no holidays to take out')
  await as('putri').removeHoliday({ date: known.date })
  await as('putri').putHoliday({ date: '2026-12-31', name: 'Nama lain', isProvisional: true })
  await as('putri').changeBank({ code: '009', name: 'BNI 46' })
  await world.rows(`update crm_bib.bank set name = 'by accident' where code = '011'`)
  await loadReference(world.ownerUrl)
  const days = await holidays(2026)
  expect(days.map(({ date }) => date)).not.toContain(known.date)
  expect(days).toContainEqual({ date: '2026-12-31', name: 'Nama lain', isProvisional: true })
  const banks = new Map(
    (await as().banks({ includeInactive: true })).items.map(({ code, name }) => [code, name]),
  )
  expect([banks.get('009'), banks.get('011') === 'by accident']).toEqual(['BNI 46', false])
})

test('SECURITY 24: the platform alone changes them, and the service not beside its functions', async () => {
  for (const name of ['rina', 'ani', 'agus'] as const) {
    expect(
      await refused(as(name).putHoliday({ date: '2027-01-05', name: 'x', isProvisional: false })),
    ).toEqual([403, 'forbidden'])
    expect(await refused(as(name).removeHoliday({ date: '2027-01-01' }))).toEqual([
      403,
      'forbidden',
    ])
    expect(await refused(as(name).changeBank({ code: '014', name: 'x' }))).toEqual([
      403,
      'forbidden',
    ])
  }
  for (const text of [
    'delete from crm_bib.market_holiday',
    `update crm_bib.bank set name = 'x'`,
    'delete from crm_bib.bank_change',
  ])
    await expect(world.asService(text, company)).rejects.toMatchObject({ code: '42501' })
  expect(
    await refused(as('putri').putHoliday({ date: '2027-02-30', name: 'x', isProvisional: false })),
  ).toEqual([400, 'invalid-input'])
})

test('corrected master data reach an installation of before, and leave alone what people changed', async () => {
  const migration = await readFile(
    join(import.meta.dirname, '../../migrations/0126_master_data.sql'),
    'utf8',
  )
  // As loaded before the corrections.
  const before = `
    update crm_bib.bank set name = 'Bank Ina Perdania' where code = '513';
    update crm_bib.bank set bic = 'ATOSIDJ1' where code = '542';
    update crm_bib.bank set bic = 'KSEBIDJ1' where code = '535';
    delete from crm_bib.bank where code = '253';
    delete from crm_bib.market_holiday where date = '2027-03-08';
    insert into crm_bib.market_holiday values ('2027-03-09', 'Hari Suci Nyepi', true);`
  await world.rows(before)
  await as('putri').changeBank({ code: '542', name: 'Bank Jago milik kami' })
  const banks = async () =>
    await world.rows(
      `select code, name, bic from crm_bib.bank where code in ('253', '513', '535', '542') order by code`,
    )
  const nyepi = async () =>
    await world.rows(
      `select date::text as date from crm_bib.market_holiday where name = 'Hari Suci Nyepi' and date > '2027-01-01'`,
    )
  const corrected = [
    { code: '253', name: 'Bank Nano Syariah', bic: null },
    { code: '513', name: 'Bank Ina Perdana', bic: 'INPBIDJ1' },
    { code: '535', name: 'SeaBank Indonesia', bic: 'SSPIIDJA' },
    { code: '542', name: 'Bank Jago milik kami', bic: 'ATOSIDJ1' },
  ]
  await world.rows(migration)
  expect(await banks()).toEqual(corrected)
  expect(await nyepi()).toEqual([{ date: '2027-03-08' }])
  await loadReference(world.ownerUrl)
  expect(await banks()).toEqual(corrected)
  expect(await nyepi()).toEqual([{ date: '2027-03-08' }])

  // A person has confirmed the earlier day, so it is theirs to change.
  await as('putri').putHoliday({
    date: '2027-03-09',
    name: 'Hari Suci Nyepi',
    isProvisional: false,
  })
  await world.rows(migration)
  expect(await nyepi()).toContainEqual({ date: '2027-03-09' })
})

test('a bank is known by the other names that people give it', async () => {
  const { items } = await as('rina').banks({})
  const named = (name: string) =>
    items.filter(({ also = [] }) => also.includes(name)).map(({ code }) => code)
  expect([named('Bank Jateng'), named('Bank DKI'), named('Bank Nagari')]).toEqual([
    ['113'],
    ['111'],
    ['118'],
  ])
  // A bank renamed by hand keeps them as well.
  await as('putri').changeBank({ code: '113', name: 'Bank Jateng Syariah' })
  await loadReference(world.ownerUrl)
  expect((await as('rina').banks({})).items.find(({ code }) => code === '113')).toMatchObject({
    name: 'Bank Jateng Syariah',
    also: ['Bank Jateng'],
  })
})
