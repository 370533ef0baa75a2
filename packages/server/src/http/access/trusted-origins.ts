import type { AddressInfo } from 'node:net'
import { isLoopback } from '@avow/contract'
import type { FastifyInstance } from 'fastify'

/**
 * The origins whose pages are ours: the public address, and where the server listens on loopback alone, that port under
 * each of loopback's names.
 */
export function trustedOrigins(app: FastifyInstance, publicUrl: string): () => readonly string[] {
  const { origin } = new URL(publicUrl)
  return () => {
    const here = app.server.address()
    return isAddress(here) && isLoopback(here.address)
      ? [origin, ...['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${here.port}`)]
      : [origin]
  }
}

function isAddress(here: AddressInfo | string | null): here is AddressInfo {
  return typeof here === 'object' && here !== null
}
