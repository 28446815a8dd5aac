// Which callers are one. Whoever has an IPv6 address has a network of 2^64 of them, so that each counts as its network.
import ipaddr from 'ipaddr.js'

/** Where a caller is: an IPv4 address, or the /64 of an IPv6 address. What is no address is itself. */
export function networkOf(ip: string | null): string {
  return prefixOf(ip, { ipv4: 32, ipv6: 64 })
}

/** The neighbourhood of a caller: an IPv4 /24, or an IPv6 /48. */
export function neighbourhoodOf(ip: string | null): string {
  return prefixOf(ip, { ipv4: 24, ipv6: 48 })
}

function prefixOf(ip: string | null, bits: { ipv4: number; ipv6: number }): string {
  if (ip === null || !ipaddr.isValid(ip)) return ip ?? 'unknown'
  // An IPv4 address that comes as ::ffff:10.0.0.1 is that IPv4 address.
  const address = ipaddr.process(ip)
  const length = address.kind() === 'ipv4' ? bits.ipv4 : bits.ipv6
  if (address.kind() === 'ipv4' && length === 32) return address.toString()
  const bytes = address
    .toByteArray()
    .map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, length - 8 * index))) & 0xff)
  return `${ipaddr.fromByteArray(bytes).toString()}/${length}`
}
