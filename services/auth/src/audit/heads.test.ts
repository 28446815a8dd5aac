import { randomUUID } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createAuthWorld, newSigningKey } from '../testing/auth-world.ts'
import { vouchFor } from './heads.ts'
import { verifyAudit } from './verify.ts'

test('SECURITY 34, 47: heads of retired keys verify with the newest alone, as each key vouches for those before it', async () => {
  const [keyFile, heads] = [
    join(tmpdir(), `keys-${randomUUID()}.json`),
    join(tmpdir(), `heads-${randomUUID()}.jsonl`),
  ]
  const [first, second, third] = [
    newSigningKey('first'),
    newSigningKey('second'),
    newSigningKey('third'),
  ]
  await writeFile(keyFile, JSON.stringify([first]))
  await using other = await createAuthWorld({ AUDIT_HEAD_FILE: heads, SIGNING_KEYS: keyFile })
  const sign = async () => {
    await other.addCompany()
    await other.sealAll()
    return await other.auth.sealer.sign()
  }
  await sign()
  for (const keys of [
    [second, first],
    [third, second],
  ]) {
    await writeFile(keyFile, JSON.stringify(keys))
    await vi.waitFor(async () => expect((await sign())?.kid).toBe(keys[0]?.kid), {
      timeout: 10_000,
    })
  }
  expect(await verifyAudit(other.urls.authUrl, heads, [third])).toMatchObject({
    isIntact: true,
    faults: [],
  })
  // A key without a voucher from a known key proves nothing, whatever it claims of itself or
  // others.
  const stranger = newSigningKey('stranger')
  await vouchFor(heads, [newSigningKey('friend')], stranger)
  await vouchFor(heads, [stranger], stranger)
  const { faults } = await verifyAudit(other.urls.authUrl, heads, [third])
  expect(faults).toMatchObject([
    { kind: 'unknown-key', kid: 'stranger' },
    { kind: 'unknown-key', kid: 'stranger' },
  ])
})
