import { lookup } from 'node:dns/promises'
import { isPublicAddress } from './public-address.ts'

/** How this server reaches addresses that a stranger named. */
export interface Outward {
  /** The IP addresses of a host name; rejects, or is empty, where it has none. */
  readonly resolve: (host: string) => Promise<readonly string[]>
  /** May the server connect there? Asked of every resolved address, at every step. */
  readonly mayReach: (address: string, port: number) => boolean
}

/** The public internet, at the ports of the web. */
export const PUBLIC_WEB: Outward = {
  resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
  mayReach: (address, port) => (port === 80 || port === 443) && isPublicAddress(address),
}
