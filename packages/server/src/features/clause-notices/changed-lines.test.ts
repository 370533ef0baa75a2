import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clauseDifferences, prepareVersion } from '../charters/index.ts'
import { changedLines } from './changed-lines.ts'
import { CATALOGUES, speaking } from './messages/speak.ts'
import { writeChanges } from './write-changes.ts'

const NOW = Date.UTC(2026, 10, 22)
const RETAILER = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')
const compiled = (text: string) => prepareVersion(text, { now: NOW, zoneData: 'test' }).charter

function changed(...changes: readonly (readonly [string, string])[]) {
  const fresh = changes.reduce((text, [old, put]) => {
    if (!text.includes(old)) throw new Error(`it does not say ${old}`)
    return text.replace(old, put)
  }, RETAILER)
  return clauseDifferences(compiled(RETAILER), compiled(fresh), NOW)
}

describe('what changed of a clause', () => {
  it('is a row, with the tickets that it is about', () => {
    const [only, ...others] = changed([
      'channel: email, tier: gold, target: 1 h',
      'channel: email, tier: gold, target: 2 h',
    ])
    expect(others).toEqual([])
    expect(only && changedLines(only, 'it')).toEqual([
      { about: { rows: expect.stringContaining('gold') }, before: '1 h of office', after: '2 h of office' },
    ])
  })

  it('are its words in the reader’s language, its terms, its steps', () => {
    const differences = changed(
      ['en: A person answers you within {target}.', 'en: Somebody answers you within {target}.'],
      ['share: 95% a month', 'share: 97% a month'],
      ['{ at: 75%, tell: assignee }', '{ at: 80%, tell: assignee }'],
    )
    const [promise, escalation] = differences
    expect(promise && changedLines(promise, 'en')).toEqual([
      {
        about: { words: 'says' },
        before: 'A person answers you within {target}.',
        after: 'Somebody answers you within {target}.',
      },
      { about: { field: 'measured' }, before: 'each, 95% a month', after: 'each, 97% a month' },
    ])
    expect(promise && changedLines(promise, 'it')).toHaveLength(1)
    expect(escalation && changedLines(escalation, 'en')).toMatchObject([
      { about: { rows: '' }, before: expect.stringContaining('75%'), after: expect.stringContaining('80%') },
    ])
  })

  it('is all of it where it is new, or gone', () => {
    const differences = changed([
      '  - { id: A2, position: team-lead, may: [refund, replacement, repair, credit, apology], per ticket: 1000 EUR }\n',
      '  - { id: A3, position: duty-manager, may: [refund], per ticket: 1000 EUR }\n',
    ])
    expect(differences.map(({ id, change }) => [id, change])).toEqual([
      ['A3', 'added'],
      ['A2', 'removed'],
    ])
    const [added, removed] = differences.map((each) => changedLines(each, 'en'))
    expect(added?.at(-1)).toEqual({ about: { rows: '' }, before: null, after: 'may: refund, per ticket: 1000 EUR' })
    expect(removed?.at(-1)).toMatchObject({ before: expect.stringContaining('1000 EUR'), after: null })
  })

  it('follows from a calendar too', () => {
    const differences = changed(['open: { mon-fri: 09:00-17:00 }', 'open: { mon-fri: 09:00-16:00 }'])
    const promise = differences.find(({ id }) => id === 'P1')
    expect(promise?.change).toBe('looser')
    expect(promise && changedLines(promise, 'en').length).toBeGreaterThan(0)
  })

  it.each([Date.UTC(2010, 0, 1), Date.UTC(2080, 0, 1)])(
    'is told of any instant, as far as zones are known: %d',
    (at) => {
      const fresh = compiled(RETAILER.replace('gold, target: 1 h of', 'gold, target: 2 h of'))
      expect(clauseDifferences(compiled(RETAILER), fresh, at)).toMatchObject([{ id: 'P1', change: 'looser' }])
    },
  )

  it.each(Object.keys(CATALOGUES))('is written in %s without a word missing', (language) => {
    const { say } = speaking([language])
    for (const difference of clauseDifferences(undefined, compiled(RETAILER), NOW)) {
      const text = writeChanges(difference, language, say)
      expect(text).toContain(difference.id)
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })
})
