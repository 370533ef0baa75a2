/** Small charters and histories on the disk, for tests of the command. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

export const CHARTER = `avow: 1
charter: small
languages: [en]
zone: Europe/Warsaw
title: How we answer
facts:
  channel: { one of: [email, phone] }
  tier: { in order: [standard, gold] }
calendars:
  office: { open: { mon-fri: 09:00-17:00 }, closed: [2026-01-06], holidays until: 2040-12-31 }
promises:
  - id: P1
    audience: public
    clock: first-response
    says: We answer within {target}.
    table:
      - { channel: email, tier: gold, target: 1 h of office }
      - { channel: email, target: 4 h of office }
      - { target: 8 h of office }
examples:
  - { given: { channel: email, tier: gold, at: 2026-01-05T16:30 }, expect: { P1: { due: 2026-01-07T09:30 } } }
`

/** One answered in time, one answered late, one still waiting. */
export const HISTORY = [
  '{"ticket":"T1","at":"2026-01-05T15:30:00Z","type":"ticket.created","facts":{"channel":"email","tier":"gold"}}',
  '{"ticket":"T1","at":"2026-01-05T15:45:00Z","type":"message.sent","by":"agent:anna"}',
  '{"ticket":"T2","at":"2026-01-05T15:30:00Z","type":"ticket.created","facts":{"channel":"email","tier":"gold"}}',
  '{"ticket":"T2","at":"2026-01-07T09:10:00Z","type":"message.sent","by":"agent:ben"}',
  '{"ticket":"T3","at":"2026-01-07T09:00:00Z","type":"ticket.created","facts":{"channel":"phone"}}',
  '',
].join('\n')

export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'avow cli '))

  /** Writes a file and answers its path; a name that ends in .gz is packed. */
  write(name: string, text: string | Uint8Array): string {
    const path = join(this.path, name)
    writeFileSync(path, name.endsWith('.gz') ? gzipSync(text) : text)
    return path
  }

  at(name: string): string {
    return join(this.path, name)
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}
