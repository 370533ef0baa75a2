import type { ZoneTable } from '../../src/calendar/index.ts'
import { type CompiledCharter, compileDraft, readCharter } from '../../src/charter/index.ts'

/** The day of asking in tests that date anything: a Sunday in Warsaw. */
export const AS_OF = Date.parse('2026-11-22T10:00:00Z')

/** Read once: asking `Intl` takes longer than all else. */
const zones = new Map<string, ZoneTable>()

/** A charter whose head is given unless the text has its own; throws where reading finds anything. */
export function charterOf(body: string, { languages = '[en]' } = {}): CompiledCharter {
  const { document, data, findings } = readCharter(
    `avow: 1\ncharter: test\nlanguages: ${languages}\nzone: Europe/Warsaw\n${body}`,
  )
  if (document === undefined) throw new Error(findings.map(({ line, message }) => `${line}: ${message}`).join('\n'))
  const charter = compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test', zones: [...zones.values()] })
  for (const zone of charter.zones) zones.set(zone.name, zone)
  return charter
}

/** Facts and a calendar that most tests need. */
export const FACTS = `facts:
  channel: { one of: [email, chat, phone, form] }
  tier: { in order: [free, standard, gold] }
  price: money EUR
  bought: { age: true }
calendars:
  office: { open: { mon-fri: 09:00-17:00 } }
`

/** A charter of one promise with these rows. */
export function promiseOf(rows: readonly string[], { hit = 'first', when = '', more = '' } = {}): CompiledCharter {
  const scope = when === '' ? '' : `    when: { ${when} }\n`
  const table = rows.map((row) => `      - { ${row} }\n`).join('')
  return charterOf(
    `${FACTS}promises:\n  - id: P1\n    audience: staff\n    clock: first-response\n    measured: [each]\n    hit: ${hit}\n${scope}${more}    table:\n${table}`,
  )
}

/** A promise so entangled that its table is not walked: 40 facts, and rows each of which asks two that stand far apart. */
export function entangledPromise(): CompiledCharter {
  const names = Array.from({ length: 40 }, (_, index) => `f${index}`)
  const facts = names.map((name) => `  ${name}: { one of: [a, b, c, d, e, f, g, h] }\n`).join('')
  const rows = names.slice(0, 20).map((name, index) => `{ ${name}: c, f${index + 20}: c, target: ${index + 1} days }`)
  return charterOf(
    `facts:\n${facts}promises:\n  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [\n      ${rows.join(',\n      ')},\n      { target: 30 days } ] }\n`,
  )
}
