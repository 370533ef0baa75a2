import { BlockList, isIPv6 } from 'node:net'

/** Who gave a mail to us over SMTP. */
export interface MailClient {
  /** As the connection has it. */
  readonly address: string
  /** What it called itself; empty where it did not. */
  readonly helo: string
}

const NEAR = new BlockList()
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const)
  NEAR.addSubnet(network, bits, 'ipv4')
for (const [network, bits] of [
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  NEAR.addSubnet(network, bits, 'ipv6')

/** The address of a connection without the form in which IPv6 writes those of IPv4. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/iu, '')
}

/** Is it of this machine or its network? Then it passes on what others sent, and says nothing of where that came from. */
export function isNear(address: string): boolean {
  const plain = plainAddress(address)
  return NEAR.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4')
}
