import { expect, test } from 'vitest'
import { neighbourhoodOf, networkOf } from './network.ts'

test.each([
  ['203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['::ffff:203.0.113.7', '203.0.113.7', '203.0.113.0/24'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['2001:DB8:1:2::', '2001:db8:1:2::/64', '2001:db8:1::/48'],
  ['fe80::1%eth0', 'fe80::/64', 'fe80::/48'],
  ['no address', 'no address', 'no address'],
  [null, 'unknown', 'unknown'],
])('SECURITY 53: %s counts as %s, and its neighbourhood as %s', (ip, network, neighbourhood) => {
  expect([networkOf(ip), neighbourhoodOf(ip)]).toEqual([network, neighbourhood])
})
