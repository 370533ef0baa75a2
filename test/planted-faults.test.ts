import { checkCharter, compileDraft, type Finding, readCharter } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { AS_OF, textOf } from './charter-files.ts'
import { PLANTED } from './planted-faults.ts'

function findingsOf(text: string): readonly Finding[] {
  const { document, data, findings } = readCharter(text)
  if (document === undefined) return findings
  const { zone, calendars } = compileDraft({ document, data }, { asOf: AS_OF, zoneData: 'test' })
  return [...findings, ...checkCharter(document, { asOf: AS_OF, zone, calendars })]
}

describe.each(Object.entries(PLANTED))('%s', (path, faults) => {
  const text = textOf(path)

  it('has no finding as it stands, and ten different faults to be planted', () => {
    expect(findingsOf(text)).toEqual([])
    expect(new Set(faults.map(({ what }) => what)).size).toBe(10)
  })

  it.each(faults)('shows $what at its place, and nothing else', ({ codes, plant }) => {
    const planted = plant(text)
    const found = findingsOf(planted.text)
    expect(
      found.map(({ line, message }) => `${line}: ${message}`).filter((one) => !one.startsWith(`${planted.line}:`)),
    ).toEqual([])
    expect(found.map(({ code }) => code)).toEqual(codes)
  })
})

it('six charters have sixty faults', () => {
  expect(Object.values(PLANTED).flat()).toHaveLength(60)
})
