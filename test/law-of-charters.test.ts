import { checkCharter, compileDraft, type Finding, LAW_ROWS, readCharter } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { AS_OF, openCharter, textOf } from './charter-files.ts'

/** A number of a shipped charter, at a legal limit and past it. */
interface Push {
  readonly promise: string
  /** Of its table, from 1. */
  readonly row: number
  /** As far as the law lets it be. */
  readonly limit: string
  readonly past: string
  /** The row of the law packs that it then breaks. */
  readonly law: string
}

const PUSHES: Readonly<Record<string, readonly Push[]>> = {
  'charters/airline.yaml': [
    { promise: 'P11', row: 1, limit: '30 days', past: '31 days', law: 'US-A1' },
    { promise: 'P11B', row: 1, limit: '30 days', past: '31 days', law: 'US-A3' },
    { promise: 'P11B', row: 2, limit: '60 days', past: '61 days', law: 'US-A1b' },
  ],
  'charters/telecom.yaml': [
    { promise: 'T1', row: 1, limit: '2 working days of office', past: '3 working days of office', law: 'AU-T3' },
    { promise: 'T1', row: 2, limit: '2 working days of office', past: '3 working days of office', law: 'AU-T3' },
    { promise: 'T2', row: 1, limit: '10 working days of office', past: '11 working days of office', law: 'AU-T2b' },
    { promise: 'T2', row: 2, limit: '10 working days of office', past: '11 working days of office', law: 'AU-T2b' },
    { promise: 'T3', row: 1, limit: '2 working days of office', past: '3 working days of office', law: 'AU-T2' },
    { promise: 'T4', row: 1, limit: '5 working days of office', past: '6 working days of office', law: 'AU-T2c' },
    { promise: 'T4', row: 2, limit: '5 working days of office', past: '6 working days of office', law: 'AU-T2c' },
  ],
  'charters/utility.yaml': [
    // Whoever writes a complaint has no answer that decides before the first one: over Christmas, seven working days are late.
    { promise: 'U6', row: 2, limit: '6 working days of office', past: '11 working days of office', law: 'PL-1' },
    { promise: 'U6', row: 3, limit: '6 working days of office', past: '11 working days of office', law: 'PL-1' },
    { promise: 'U7', row: 1, limit: '14 days', past: '15 days', law: 'PL-1' },
    { promise: 'U7', row: 2, limit: '14 days', past: '15 days', law: 'PL-1' },
    { promise: 'U13', row: 1, limit: '14 days', past: '15 days', law: 'EU-1b' },
  ],
}

/** What only tells that the push made two rows alike. */
const ASIDE = new Set(['row-changes-nothing'])

function findingsOf(text: string): readonly Finding[] {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) return findings
  const { zone, calendars } = compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
  return checkCharter(document, { asOf: AS_OF, zone, calendars }).filter(({ code }) => !ASIDE.has(code))
}

/** The text with another target in a row of a promise, and the line of that row. */
function pushed(
  path: string,
  { promise, row }: Push,
  target: string,
): { readonly text: string; readonly line: number } {
  const { document } = openCharter(path)
  const line = document.promises.find(({ id }) => id === promise)?.rows[row - 1]?.place.line ?? 0
  const lines = textOf(path).split('\n')
  lines[line - 1] = (lines[line - 1] ?? '').replace(/target: [^}]*?( ?\})/, `target: ${target}$1`)
  return { text: lines.join('\n'), line }
}

describe.each(Object.entries(PUSHES))('%s under its law packs', (path, pushes) => {
  it('is clean, and every number of the packs that bind it is tried', () => {
    expect(findingsOf(textOf(path))).toEqual([])
    const { law } = openCharter(path).document
    const binding = LAW_ROWS.filter(
      ({ jurisdiction, sectors, limit }) =>
        limit !== undefined &&
        law?.jurisdictions.includes(jurisdiction) === true &&
        (sectors === 'any' || sectors.some((sector) => law.sectors.includes(sector))),
    )
    expect(new Set(pushes.map(({ law: row }) => row))).toEqual(new Set(binding.map(({ id }) => id)))
  })

  it.each(pushes)('$promise row $row past $limit breaks $law, and nothing else', (push) => {
    expect(findingsOf(pushed(path, push, push.limit).text)).toEqual([])
    const { text, line } = pushed(path, push, push.past)
    const found = findingsOf(text)
    expect(found.map(({ says }) => says?.data['law'])).toEqual([push.law])
    expect(found.map((finding) => [finding.code, finding.line])).toEqual([
      [
        LAW_ROWS.find(({ id }) => id === push.law)?.status === 'V'
          ? 'promise-looser-than-law'
          : 'promise-perhaps-looser-than-law',
        line,
      ],
    ])
  })
})
