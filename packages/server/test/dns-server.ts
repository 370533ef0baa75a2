import { createSocket } from 'node:dgram'
import { Resolver } from 'node:dns/promises'

/** One record: of MX or SRV, of PTR, of A, or of TXT. */
export type DnsRecord =
  | { readonly priority: number; readonly port?: number; readonly target: string }
  | { readonly target: string }
  | { readonly address: string }
  | { readonly strings: readonly string[] }

/** By `TYPE name`: what a domain says; `failing`: its servers fail (SERVFAIL). */
export type DnsRecords = Readonly<Record<string, readonly DnsRecord[] | 'failing'>>

const TYPES: Readonly<Record<number, string>> = { 1: 'A', 12: 'PTR', 15: 'MX', 16: 'TXT', 33: 'SRV' }

/**
 * A server of names on loopback that knows these records alone, as they stand when it is asked, and a resolver that asks it.
 * `at`: its port; any free one, unless one is named.
 */
export async function startDns(
  records: DnsRecords,
  at = 0,
): Promise<{ readonly resolver: Resolver; readonly port: number; close(): Promise<void> }> {
  const socket = createSocket('udp4')
  socket.on('message', (question, { port, address }) => socket.send(answerTo(question, records), port, address))
  await new Promise<void>((listening, failed) => socket.once('error', failed).bind(at, '127.0.0.1', listening))
  const resolver = new Resolver({ timeout: 5_000, tries: 2 })
  const { port } = socket.address()
  resolver.setServers([`127.0.0.1:${port}`])
  return { resolver, port, close: () => new Promise((closed) => socket.close(closed)) }
}

/** RFC 1035 §4: the question again, and what is known of it. */
function answerTo(question: Buffer, records: DnsRecords): Buffer {
  const labels: string[] = []
  let at = 12
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length))
    at += length + 1
  }
  const type = question.readUInt16BE(at + 1)
  const known = records[`${TYPES[type] ?? type} ${labels.join('.').toLowerCase()}`] ?? []
  const found = known === 'failing' ? [] : known
  const header = Buffer.from(question.subarray(0, 12))
  // An answer with authority; where nothing is known there is no such name.
  header.writeUInt16BE(known === 'failing' ? 0x8402 : found.length > 0 ? 0x8400 : 0x8403, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(found.length, 6)
  header.writeUInt32BE(0, 8)
  return Buffer.concat([
    header,
    question.subarray(12, at + 5),
    ...found.map((record) => {
      const data = dataOf(record)
      const fixed = Buffer.from([
        0xc0,
        12,
        0,
        type,
        0,
        1,
        0,
        0,
        0,
        60,
        Math.floor(data.length / 256),
        data.length % 256,
      ])
      return Buffer.concat([fixed, data])
    }),
  ])
}

/** RFC 1035 §3.3, RFC 2782. */
function dataOf(record: DnsRecord): Buffer {
  if ('strings' in record)
    return Buffer.concat(record.strings.map((text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)])))
  if ('address' in record) return Buffer.from(record.address.split('.').map(Number))
  const name = Buffer.concat([
    ...record.target
      .split('.')
      .flatMap((label) => (label === '' ? [] : [Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ])
  const numbers = !('priority' in record)
    ? []
    : record.port === undefined
      ? [record.priority]
      : [record.priority, 1, record.port]
  return Buffer.concat([...numbers.map((number) => Buffer.from([Math.floor(number / 256), number % 256])), name])
}
