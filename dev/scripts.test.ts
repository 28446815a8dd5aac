// A checkout whose packages are missing or older than its lock file answers with a result, not with
// a command that is not found.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Installed images and servers run these: they must install nothing. */
const installNothing = ['audit:verify', 'build', 'migrate', 'operate']

test('every script of a developer installs what the lock file says before it runs', () => {
  const file = join(import.meta.dirname, '../package.json')
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: Record<string, string> }
  const names = Object.keys(scripts).filter(
    (name) => !(name.startsWith('pre') && name.slice(3) in scripts),
  )
  expect(names.length).toBeGreaterThan(20)
  expect(
    names.filter((name) => scripts[`pre${name}`] !== 'node dev/bootstrap.mjs').toSorted(),
  ).toEqual(installNothing)
})
