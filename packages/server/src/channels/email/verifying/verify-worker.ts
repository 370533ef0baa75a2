/** The process in which strangers' mail is verified; createMailVerifier starts it, answers its lookups and replaces it. */
import { dnsError, type Lookup } from './lookup.ts'
import { NO_PROOF } from './mail-proof.ts'
import { verifyMail } from './verify-mail.ts'
import type { FromVerifier, ToVerifier } from './verify-work.ts'

interface Waiting {
  readonly found: (records: string[] | string[][]) => void
  readonly failed: (code: string) => void
}

const waiting = new Map<number, Waiting>()
let lookups = 0

function lookupFor(id: number): Lookup {
  return (name, type) =>
    new Promise((resolve, reject) => {
      lookups += 1
      waiting.set(lookups, { found: resolve, failed: (code) => reject(dnsError(code, name)) })
      send({ kind: 'look-up', id, lookup: lookups, name, type })
    })
}

async function verify({ id, raw, origin }: Extract<ToVerifier, { readonly kind: 'verify' }>): Promise<void> {
  // What cannot be read by this reader is from nobody in particular.
  const proof = await verifyMail(raw, origin, lookupFor(id)).catch(() => NO_PROOF)
  send({ kind: 'proof', id, proof })
}

process.on('message', (work: ToVerifier) => {
  if (work.kind === 'verify') return void verify(work)
  const asked = waiting.get(work.lookup)
  waiting.delete(work.lookup)
  if (work.kind === 'found') asked?.found(work.records)
  else asked?.failed(work.code)
})

// A terminal and a supervisor tell a whole group to stop; whoever asked wants his answer first, and then ends us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

// Whoever asked is gone.
process.on('disconnect', () => process.exit())

function send(given: FromVerifier): void {
  process.send?.(given)
}

send({ kind: 'ready' })
