import { expect, test } from 'vitest'
import { wrapSecret } from '../security/wrapped-secrets.ts'
import { startTestKms } from '../testing/kms.ts'
import { testSeal } from '../testing/seals.ts'
import { withSealKey } from './document-seal.ts'
import { sealOf } from './seal.ts'

test('a key management service can hold the key of the seal', async () => {
  await using kms = await startTestKms()
  Object.assign(process.env, kms.environment)
  const { key, pem } = await testSeal()
  const name = 'projects/p/locations/l/keyRings/r/cryptoKeys/seal'
  const wrapped = await wrapSecret(name, key, { kmsUrl: kms.url })
  expect(wrapped).not.toContain(key.slice(40, 80))
  const config = { SEAL_CERTIFICATES: pem, TIME_STAMP_URL: null, KMS_URL: kms.url }
  const { SEAL_KEY } = await withSealKey({ ...config, SEAL_KEY: wrapped })
  expect(sealOf({ key: SEAL_KEY ?? '', certificates: pem }).issuers).toEqual([])
  kms.fault = 'denied'
  await expect(withSealKey({ ...config, SEAL_KEY: wrapped })).rejects.toThrow(
    'SEAL_KEY could not be unwrapped',
  )
  expect(await withSealKey({ ...config, SEAL_KEY: null })).toMatchObject({ SEAL_KEY: null })
})
