import { pathOf } from './targets.ts'

const id = '0198a000-d000-7000-8000-000000000001'

test.each([
  [`/leads/${id}`, `/leads/${id}`],
  ['/leads', '/leads'],
  [`/investors/${id}`, `/investors/${id}`],
  [`/instructions/${id}`, `/instructions/${id}`],
  ['/account', '/more'],
  ['/devices', '/devices'],
  [`/users/${id}`, null],
  ['/people', null],
  ['/second-person', null],
  ['/of-a-later-release', null],
  ['//elsewhere.example', null],
  [null, null],
])('%s leads to %s', (link, path) => {
  expect(pathOf(link)).toBe(path)
})
