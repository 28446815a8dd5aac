// The pages that people open on cheap phones stay small.
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { buildPages } from '@rmtools/operate/pages'
import { pageSizes } from './page-sizes.ts'

test("the investor's pages are within their budgets", async () => {
  await buildPages('investor')
  const sizes = await pageSizes('investor')
  expect(sizes.map(({ page }) => page)).toEqual([
    'index.html',
    'src/approval/PaymentPart.tsx',
    'src/evidence/EvidencePage.tsx',
    'src/mine/Mine.tsx',
    'src/plan/MyPlan.tsx',
    'src/plan/PlanSigning.tsx',
    'src/registration/Registration.tsx',
    'src/ui/QrCode.tsx',
  ])
  expect(sizes.filter(({ over }) => over !== null)).toEqual([])
}, 60_000)

test('a page counts with what it imports, and over its budget is found', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rmtools-sizes-'))
  await mkdir(join(folder, '.vite'))
  const manifest = {
    'index.html': { file: 'entry.js', isEntry: true },
    shared: { file: 'shared.js', imports: ['index.html'] },
    'src/registration/Registration.tsx': {
      file: 'form.js',
      isDynamicEntry: true,
      imports: ['shared', 'index.html'],
    },
  }
  await writeFile(join(folder, '.vite/manifest.json'), JSON.stringify(manifest))
  for (const name of ['entry', 'shared', 'form'])
    await writeFile(join(folder, `${name}.js`), randomBytes(60_000))
  const [entry, form] = await pageSizes('investor', folder)
  expect([entry?.over, form?.over]).toEqual([null, 'over 155 kB'])
  expect([
    Math.round(entry?.whole ?? 0),
    Math.round(form?.whole ?? 0),
    Math.round(form?.own ?? 0),
  ]).toEqual([60, 180, 120])
  await rm(folder, { recursive: true })
})

test("the console's first screen and each of its routes are within their budgets", async () => {
  await buildPages('admin')
  const sizes = await pageSizes('admin')
  expect(sizes.length).toBeGreaterThan(20)
  expect(sizes.filter(({ over }) => over !== null)).toEqual([])
}, 120_000)
