import { BlockList, isIP } from 'node:net'

/**
 * IPv4 that is nobody's on the public internet (IANA special-purpose registry): this machine, private networks, carriers'
 * own, link-local with the metadata of clouds, documentation, multicast, and what is reserved.
 */
const INSIDE_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
  // Looks public, and is answered by the host of one cloud's machines.
  '168.63.129.16/32',
]

/**
 * Of IPv6 only what is given out for the public counts: so `::`, `::1`, mapped and compatible IPv4, NAT64, unique local,
 * link-local and multicast addresses stay out without being named.
 */
const OUTSIDE_6 = ['2000::/3']

/** Within that: Teredo and others that carry another address in them, 6to4, documentation. */
const INSIDE_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20']

const inside4 = listOf(INSIDE_4, 'ipv4')
const outside6 = listOf(OUTSIDE_6, 'ipv6')
const inside6 = listOf(INSIDE_6, 'ipv6')

/** Does an IP address, as a resolver or a URL gives it, belong to the public internet? Anything that is no address does not. */
export function isPublicAddress(address: string): boolean {
  if (address.includes('%')) return false
  switch (isIP(address)) {
    case 4:
      return !inside4.check(address, 'ipv4')
    case 6:
      return outside6.check(address, 'ipv6') && !inside6.check(address, 'ipv6')
    default:
      return false
  }
}

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', bits] = network.split('/')
    list.addSubnet(address, Number(bits), family)
  }
  return list
}
