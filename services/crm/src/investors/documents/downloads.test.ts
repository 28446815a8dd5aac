import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documents } from '@rmtools/contracts/crm/documents'
import { createInvestorWorld, people, picture, type World } from '../testing/world.ts'
import { addDocument } from '../testing/cases.ts'

let world: World
let id: string
beforeAll(async () => {
  world = await createInvestorWorld()
  id = (await world.as('rm').investors.create({ kind: 'individual', fullName: 'Siti Rahmawati' }))
    .id
})
afterAll(async () => await world[Symbol.asyncDispose]())

const tokenOf = (path: string | null | undefined) => path?.split('/').at(-1) ?? ''

describe('SECURITY 29: downloads', () => {
  test('come as an attachment with nosniff, by an address that lives five minutes', async () => {
    await addDocument(world, 'rm', id, 'selfie')
    const { items } = await world.as('rm').documents.list({ id })
    const fileToken = tokenOf(items.at(-1)?.path)
    expect(fileToken.length).toBeLessThanOrEqual(300)
    const reply = await world.call('documents.download', documents.download, { fileToken }, {})
    expect(reply).toMatchObject({
      status: 200,
      headers: {
        'content-type': 'image/jpeg',
        'content-disposition': 'attachment; filename="selfie.jpg"',
        'x-content-type-options': 'nosniff',
      },
    })
    // The recipient of the URL counts as the reader.
    const opened = await world.rows(
      `select actor_kind, actor_id from auth_bib.auth_user_action_log where action = 'download' and entity_id = $1`,
      [items.at(-1)?.id],
    )
    expect(opened).toEqual([{ actor_kind: 'user', actor_id: people.rm.id }])
    const [payload = '', signature = ''] = fileToken.split('.')
    const forged = Buffer.from(
      Buffer.from(payload, 'base64url')
        .toString()
        .replace(people.rm.companyId, people.foreignRm.companyId),
    ).toString('base64url')
    await expect(
      world.anybody.documents.download({ fileToken: `${forged}.${signature}` }),
    ).rejects.toMatchObject({ status: 404 })
    world.pass(301)
    await expect(world.anybody.documents.download({ fileToken })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('the company in the address is the document’s: a good signature for another company opens nothing', async () => {
    const [row] = await world.rows<{ storage_key: string }>(
      'select storage_key from crm_bib.investor_document where storage_key is not null limit 1',
    )
    const fileToken = world.ports.files.signRead(
      row?.storage_key ?? '',
      { companyId: people.foreignRm.companyId, userId: null },
      300,
    )
    await expect(world.anybody.documents.download({ fileToken })).rejects.toMatchObject({
      status: 404,
    })
    const own = world.ports.files.signRead(
      row?.storage_key ?? '',
      { companyId: people.rm.companyId, userId: null },
      300,
    )
    expect((await world.anybody.documents.download({ fileToken: own })).length).toBeGreaterThan(0)
    // A URL without a user, such as Bib's, was opened by a system and not by an investor.
    const [last] = await world.rows(
      `select actor_kind from auth_bib.auth_user_action_log where action = 'download' order by id desc limit 1`,
    )
    expect(last).toEqual({ actor_kind: 'system' })
  })

  test('removing a document and uploading anew erase the old files, by a job', async () => {
    const documentId = await addDocument(world, 'rm', id, 'npwp')
    const [before] = await world.rows<{ storage_key: string }>(
      'select storage_key from crm_bib.investor_document where id = $1',
      [documentId],
    )
    await world.as('rm').documents.upload({ id, documentId, bytes: await picture(400, 300) })
    const job = (await world.jobs<{ keys: string[] }>('document.erase')).find(({ keys }) =>
      keys.includes(before?.storage_key ?? ''),
    )
    const path = join(world.files, before?.storage_key ?? '')
    expect((await readFile(path)).length).toBeGreaterThan(0)
    await world.handlers.documentErase(job ?? { keys: [] }, {
      attempt: 1,
      maxAttempts: 1,
      jobId: '1',
      log: world.ports.log,
    })
    await expect(readFile(path)).rejects.toThrow('ENOENT')
  })
})
