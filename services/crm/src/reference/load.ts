// Loads the master data of the installation: banks, countries, areas, exchange holidays. The owner
// of the database does so at start. Repeating it updates what differs and nothing else, and never
// what people changed.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type CountryNames from 'i18n-iso-countries'
import { parse } from 'csv-parse/sync'
import pg from 'pg'

const require = createRequire(import.meta.url)
const data = join(import.meta.dirname, '../../data')

type Area = { code: string; name: string; province_code?: string; regency_code?: string }
type Bank = { code: string; name: string; bic: string | null; active: boolean; also?: string[] }
type Holiday = { date: string; name: string; provisional: boolean }

/** Updates the reference tables. `ownerUrl` is the database owner's. */
export async function loadReference(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, options: '-c search_path=crm_bib' })
  await client.connect()
  try {
    await client.query('begin')
    await loadBanks(client)
    await loadCountries(client)
    await loadAreas(client)
    await loadHolidays(client)
    await client.query('commit')
  } finally {
    await client.end()
  }
}

/**
 * `changes`: the table of users' changes; entries that they changed stay theirs, even removed ones.
 */
async function upsert(
  client: pg.Client,
  table: string,
  rows: readonly object[],
  changes?: string,
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const [key = '', ...others] = columns
  const untouched =
    changes === undefined ? '' : `where ${key} not in (select ${key} from ${changes})`
  await client.query(
    `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${untouched}
     on conflict (${key}) do update set ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    [JSON.stringify(rows)],
  )
}

/** A list that ships with the sources; tests compare it with its description. */
async function kept<Item>(name: string): Promise<Item[]> {
  return JSON.parse(await readFile(join(data, name), 'utf8')) as Item[]
}

async function loadBanks(client: pg.Client): Promise<void> {
  const banks = await kept<Bank>('banks-id.json')
  await upsert(
    client,
    'bank',
    banks.map(({ code, name, bic, active, also = [] }) => ({
      code,
      name,
      bic,
      is_active: active,
      also,
    })),
    'bank_change',
  )
}

async function loadCountries(client: pg.Client): Promise<void> {
  // The package's main file loads every language, which stays in memory.
  const countries = require('i18n-iso-countries/index.js') as typeof CountryNames
  for (const language of ['id', 'en'])
    countries.registerLocale(
      require(`i18n-iso-countries/langs/${language}.json`) as CountryNames.LocaleData,
    )
  const codes = Object.entries(countries.getAlpha2Codes())
  const rows = codes.map(([code, alpha3]) => ({
    code,
    alpha3,
    name_id: countries.getName(code, 'id') ?? code,
    name_en: countries.getName(code, 'en') ?? code,
  }))
  await upsert(client, 'country', rows)
}

/**
 * Areas come from idn-area-data (ODbL, see NOTICE), read from the dependency at load time, not
 * copied into this repository.
 */
async function loadAreas(client: pg.Client): Promise<void> {
  const folder = join(dirname(require.resolve('idn-area-data/package.json')), 'data')
  const read = async (name: string) =>
    parse(await readFile(join(folder, `${name}.csv`), 'utf8'), { columns: true }) as Area[]
  const [provinces, cities, districts] = await Promise.all([
    read('provinces'),
    read('regencies'),
    read('districts'),
  ])
  await upsert(
    client,
    'province',
    provinces.map(({ code, name }) => ({ code, name })),
  )
  await upsert(
    client,
    'city',
    cities.map(({ code, name, province_code }) => ({ code, province_code, name })),
  )
  await upsert(
    client,
    'district',
    districts.map(({ code, name, regency_code }) => ({ code, city_code: regency_code, name })),
  )
}

async function loadHolidays(client: pg.Client): Promise<void> {
  const decreed = await kept<Holiday>('market-holidays.json')
  const years = new Set(decreed.map(({ date }) => date.slice(0, 4)))
  // The exchange is also closed on the last day of the year, which the ministers' decree does not
  // mention.
  const lastDays = [...years].map((year) => ({
    date: `${year}-12-31`,
    name: 'Libur Bursa Akhir Tahun',
    provisional: false,
  }))
  await upsert(
    client,
    'market_holiday',
    [...decreed, ...lastDays].map(({ date, name, provisional }) => ({
      date,
      name,
      is_provisional: provisional,
    })),
    'market_holiday_change',
  )
}
