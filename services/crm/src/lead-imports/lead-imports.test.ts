import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => void (world = await createCrmWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )
const run = async (
  csv: string,
  more: { dryRun?: boolean; mapping?: Record<string, string> } = {},
) => await world.as('rina').leadImports.create({ csv, dryRun: false, ...more })
const names = async () =>
  (await world.rows<{ full_name: string }>('select full_name from crm_bib.lead order by id')).map(
    (row) => row.full_name,
  )

test('a dry run says what would happen and changes nothing', async () => {
  const csv = 'fullName,phone\nAyu,081211110001\nBudi,12\n'
  const before = await names()
  const reply = await run(csv, { dryRun: true })
  expect(reply).toMatchObject({ dryRun: true, rows: 2, importable: 1, imported: 0, faultyRows: 1 })
  expect(reply.errors).toEqual([
    { row: 3, line: 3, field: 'phone', column: 'phone', value: '12', code: 'phone' },
  ])
  expect(await names()).toEqual(before)
  expect(
    await world.rows(`select 1 from auth_bib.auth_user_action_log where entity = 'lead'`),
  ).toEqual([])
})

test('rows become leads of the own book, by the rules of a lead that is entered by hand, each audited', async () => {
  const csv = [
    '\uFEFFNama Lengkap;No. HP;Email;Minat;Sumber;Tags;Tindak Lanjut;Cabang',
    'Citra Dewi;0812-1111-0002;citra@mail.example;Obligasi;Seminar;prioritas, syariah;2097-03-01 10:30;Bandung',
    '"Dian ""Didi"" Putra";\'+6281211110003;;;;;01/03/2097;Medan',
    '',
    'Eka;081211110004;bukan-email;;;;;',
    ';081211110005;;;;;;',
    'Fani;081211110006;;;;;besok;',
    'Citra Lagi;+62 812 1111 0002;;;;;;',
  ].join('\r\n')
  const reply = await run(csv)
  expect(reply).toMatchObject({
    rows: 6,
    importable: 2,
    imported: 2,
    faultyRows: 4,
    ignoredColumns: ['Cabang'],
  })
  expect(reply.errors).toMatchObject([
    { row: 5, field: 'email', code: 'format' },
    { row: 6, field: 'fullName', column: 'Nama Lengkap', value: '', code: 'required' },
    {
      row: 7,
      field: 'nextFollowUpAt',
      column: 'Tindak Lanjut',
      value: 'besok',
      code: 'date-unreadable',
    },
    { row: 8, field: 'phone', code: 'repeated-in-file' },
  ])
  const { items } = await world.as('rina').leads.list({ search: 'D' })
  expect(items.find(({ fullName }) => fullName === 'Citra Dewi')).toMatchObject({
    phone: '+6281211110002',
    email: 'citra@mail.example',
    interest: 'Obligasi',
    source: 'Seminar',
    tags: ['prioritas', 'syariah'],
    nextFollowUpAt: '2097-03-01T03:30:00.000Z',
    rmId: people.rina.id,
  })
  expect(items.find(({ fullName }) => fullName === 'Dian "Didi" Putra')).toMatchObject({
    phone: '+6281211110003',
    nextFollowUpAt: '2097-03-01T02:00:00.000Z',
  })
  expect(
    await world.rows(
      `select 1 from auth_bib.auth_user_action_log where entity = 'lead' and action = 'create'`,
    ),
  ).toHaveLength(2)
  // Reminders are scheduled by the database's clock, for its future: this date is in its future on
  // any day.
  expect(await world.jobs('lead.remind')).toHaveLength(2)
})

test('columns are named by a mapping where they are called otherwise', async () => {
  const csv = 'Client\tContact\nGita\t081211110007\n'
  expect(await run(csv, { mapping: { fullName: 'client', phone: 'Contact' } })).toMatchObject({
    imported: 1,
  })
  const error = await run(csv, { mapping: { fullName: 'Kunde', phone: 'Contact' } }).catch(
    (caught: Problem) => caught,
  )
  expect(error).toMatchObject({
    code: 'csv-columns-missing',
    errors: [{ pointer: '/mapping/fullName', code: 'no-such-column' }],
  })
})

test('numbers that the book has are left out, those in other books are warned of', async () => {
  await world.as('oscar').leads.create({ fullName: 'Punya Oscar', phone: '081211110020' })
  await world.as('fajar').leads.create({ fullName: 'Lain perusahaan', phone: '081211110021' })
  const csv = 'name,phone\nHadi,081211110020\nIra,081211110021\nGita,081211110007\n'
  const dry = await run(csv, { dryRun: true })
  const real = await run(csv)
  expect(real).toEqual({ ...dry, dryRun: false, imported: 2 })
  expect(real).toMatchObject({
    importable: 2,
    errors: [{ row: 4, field: 'phone', value: '081211110007', code: 'lead-phone-taken' }],
    duplicateRows: 1,
    duplicates: [{ row: 2, kind: 'lead', rmName: 'oscar', matches: 'phone' }],
  })
})

test('SECURITY 40: the same import 20 times in parallel is done once and answered alike', async () => {
  const csv = `name,phone\n${Array.from({ length: 50 }, (_, i) => `Jaya ${i},0813222${String(i).padStart(5, '0')}`).join('\n')}`
  const idempotencyKey = crypto.randomUUID()
  const answers = await Promise.all(
    Array.from(
      { length: 20 },
      async () =>
        await world.as('rina').leadImports.create({ csv, dryRun: false }, { idempotencyKey }),
    ),
  )
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ imported: 50, faultyRows: 0 })
  expect((await names()).filter((name) => name.startsWith('Jaya'))).toHaveLength(50)
  // Without the key the book itself prevents duplicates.
  expect(await run(csv)).toMatchObject({ imported: 0, faultyRows: 50 })
})

test('a row that the database refuses takes no other with it, and a dry run knows it', async () => {
  await world.rows(`create function crm_bib.fail() returns trigger language plpgsql as $$ begin if new.full_name like 'Gagal%' then raise exception 'no'; end if; return new; end $$;
    create trigger fail before insert on crm_bib.lead for each row execute function crm_bib.fail();
    alter table crm_bib.lead add constraint lead_source_check check (source <> 'terlarang')`)
  const good = Array.from({ length: 40 }, (_, i) => `Bersama ${i},08121111${String(3000 + i)},`)
  const rows = [
    ...good.slice(0, 20),
    'Gagal Satu,081211110031,',
    'Dilarang,081211110032,terlarang',
    ...good.slice(20),
  ]
  const csv = ['name,phone,source', ...rows].join('\n')
  const dry = await run(csv, { dryRun: true })
  expect((await names()).filter((name) => name.startsWith('Bersama'))).toEqual([])
  const real = await run(csv)
  expect(real).toEqual({ ...dry, dryRun: false, imported: 40 })
  expect(real).toMatchObject({ importable: 40, faultyRows: 2 })
  expect(real.errors).toEqual([
    { row: 22, line: 22, field: '', column: null, value: '', code: 'refused-by-database' },
    {
      row: 23,
      line: 23,
      field: 'source',
      column: 'source',
      value: 'terlarang',
      code: 'refused-by-database',
    },
  ])
  expect((await names()).filter((name) => name.startsWith('Bersama'))).toHaveLength(40)
  await world.rows(
    'drop trigger fail on crm_bib.lead; alter table crm_bib.lead drop constraint lead_source_check',
  )
})

describe('a file that is not a table of leads', () => {
  test.each([
    ['an open quote', 'name,phone\n"Ayu,081200000000', 'csv-malformed'],
    ['a heading without a phone', 'name,email\nAyu,a@b.example', 'csv-columns-missing'],
    ['a bare text', 'hello', 'csv-columns-missing'],
    ['one row too many', `name,phone\n${'Ayu,0812\n'.repeat(5001)}`, 'csv-too-large'],
  ])('%s is refused', async (_, csv, code) => {
    expect(await refused(run(csv))).toEqual([422, code])
  })

  test('SECURITY 28: hostile cells are kept as text or refused by field, and given back without a formula', async () => {
    const csv = `name,phone,interest\n"=cmd|' /C calc'!A0",081211110040,"'; drop table lead; --"\n<script>,081211110041,x\n`
    expect(await run(csv)).toMatchObject({ imported: 2 })
    expect(await names()).toEqual(expect.arrayContaining(["=cmd|' /C calc'!A0", '<script>']))
    expect(Buffer.from(await world.as('rina').leads.export()).toString()).toContain("'=cmd|")
    expect(await refused(run('name,phone\nA\u0000b,081211110042'))).toEqual([400, 'invalid-input'])
  })

  test('a whole file of 5,000 rows goes in, and what an export gives can be imported', async () => {
    const csv = `name,phone\n${Array.from({ length: 5000 }, (_, i) => `Ribuan ${i},0819${String(i).padStart(8, '0')}`).join('\n')}`
    expect(await world.as('oscar').leadImports.create({ csv, dryRun: false })).toMatchObject({
      imported: 5000,
    })
    const file = Buffer.from(await world.as('rina').leads.export()).toString()
    const { rows } = await run(file, { dryRun: true })
    const again = await world.as('fajar').leadImports.create({ csv: file, dryRun: false })
    expect(again).toMatchObject({ rows, imported: rows - 1 })
    expect(again.errors).toMatchObject([
      { row: expect.any(Number), field: 'phone', code: 'lead-phone-taken' },
    ])
  }, 60_000)
})

test('SECURITY 24: who may not write leads may not import them', async () => {
  for (const name of ['ratna', 'agus', 'putri'] as const)
    expect(
      await refused(
        world.as(name).leadImports.create({ csv: 'name,phone\nA,081200000001', dryRun: true }),
      ),
    ).toEqual([403, 'forbidden'])
})
