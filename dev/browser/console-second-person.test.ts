import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../caller.ts'
import { DEMO_PASSWORD } from '../seed/people.ts'
import { demoPerson } from '../tour/stage.ts'
import {
  createConsoleWorld,
  openConsole,
  submittedCase,
  type ConsoleWorld,
} from './console-world.ts'

let world: ConsoleWorld
beforeAll(async () => void (world = await createConsoleWorld()), 240_000)
afterAll(async () => await world[Symbol.asyncDispose]())

/** Makes the user's last sign-in look old. */
async function forgetFactor(name: string): Promise<void> {
  const owner = new pg.Client({ connectionString: world.system.ownerUrl })
  await owner.connect()
  await owner.query(
    `update auth_bib.auth_session set factor_at = now() - interval '1 hour' where user_id = $1`,
    [demoPerson(name).id],
  )
  await owner.end()
}

test(
  'a higher risk band waits on the list of the second person, says what it was, and counts once approved with a fresh password',
  { timeout: 120_000 },
  async () => {
    const rina = await world.as('rina')
    const { id, fullName } = await submittedCase(world.stage, rina)
    const maya = await world.as('maya')
    const submitted = await rina.api.investors.get({ id })
    await maya.api.investors.review({
      items: [{ id, version: submitted.version }],
      decision: 'approve',
    })
    await eventually(
      'the registration',
      async () => (await rina.api.investors.get({ id })).status === 'registered',
    )
    const { questions, version } = await rina.api.riskProfiles.questionnaire()
    expect(version).toBe(defaultQuestionnaire.version)
    const bold = questions.map(({ id, options }) => ({
      questionId: id,
      optionId: options.at(-1)?.id ?? '',
    }))
    const assessed = await rina.api.riskProfiles.create({
      id,
      questionnaireVersion: version,
      answers: bold,
    })
    expect(assessed).toMatchObject({ band: 5, waits: true })
    const { page, complaints, context } = await openConsole(world, 'maya', '/second-person', {
      scheme: 'dark',
    })
    await forgetFactor('maya')
    await page.reload()
    const row = page.getByRole('row', { name: new RegExp(fullName) })
    await row.waitFor()
    await row.getByRole('button', { name: 'Setujui' }).click()
    const dialog = page.getByRole('dialog', { name: 'Setujui: Kenaikan profil risiko?' })
    await dialog.getByText('Baru', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: 'Setujui' }).click()
    const question = page.getByRole('dialog', { name: 'Masukkan kata sandi sekali lagi' })
    await question.getByLabel('Kata sandi sekarang').fill(DEMO_PASSWORD)
    await question.getByRole('button', { name: 'Lanjutkan' }).click()
    await page.getByText('Tidak ada yang menunggu.').waitFor()
    expect((await rina.api.investors.get({ id })).riskBand).toBe(5)
    expect(complaints).toEqual([])
    await context.close()
  },
)
