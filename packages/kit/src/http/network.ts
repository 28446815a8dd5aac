// Groups callers by network. Anybody with an IPv6 address has a network of 2^64 of them, so limits
// count the network.
import ipaddr from 'ipaddr.js'

/**
 * The network of a caller: an IPv4 address, or the /64 of an IPv6 address. Any other text is
 * returned unchanged.
 */
export function networkOf(ip: string | null): string {
  return prefixOf(ip, { ipv4: 32, ipv6: 64 })
}

/** The neighbourhood of a caller: an IPv4 /24, or an IPv6 /48. */
export function neighbourhoodOf(ip: string | null): string {
  return prefixOf(ip, { ipv4: 24, ipv6: 48 })
}

function prefixOf(ip: string | null, bits: { ipv4: number; ipv6: number }): string {
  if (ip === null || !ipaddr.isValid(ip)) return ip ?? 'unknown'
  // An IPv4-mapped address, such as ::ffff:10.0.0.1, counts as IPv4.
  const address = ipaddr.process(ip)
  const length = address.kind() === 'ipv4' ? bits.ipv4 : bits.ipv6
  if (address.kind() === 'ipv4' && length === 32) return address.toString()
  const bytes = address
    .toByteArray()
    .map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, length - 8 * index))) & 0xff)
  return `${ipaddr.fromByteArray(bytes).toString()}/${length}`
}
