import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { charterTongue, clauseDifferences, prepareVersion } from '../charters/index.ts'
import { changedLines } from './changed-lines.ts'
import { CATALOGUES, speaking } from './messages/speak.ts'
import { writeChanges } from './write-changes.ts'

const NOW = Date.UTC(2026, 10, 22)
const RETAILER = readFileSync(new URL('../../../../../charters/retailer.yaml', import.meta.url), 'utf8')
const spoken = (language: string) => charterTongue(compiled(RETAILER).document, language)
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
    expect(only && changedLines(only, spoken('it'))).toEqual([
      {
        about: { heading: 'In questo caso: Canale: e-mail, Livello del cliente: oro' },
        before: '1 ora (orario d’ufficio)',
        after: '2 ore (orario d’ufficio)',
      },
    ])
    expect(only && changedLines(only, spoken('ar'))).toEqual([
      {
        about: { heading: expect.stringContaining('في هذه الحالة: ') },
        before: 'ساعة واحدة من ساعات عمل المكتب',
        after: 'ساعتين من ساعات عمل المكتب',
      },
    ])
  })

  it('tells of each row which way it went, where the clause went both', () => {
    const [promise] = changed(
      ['channel: email, tier: gold, target: 1 h', 'channel: email, tier: gold, target: 2 h'],
      ['target: 2 min of chat', 'target: 1 min of chat'],
    )
    const headings = promise && changedLines(promise, spoken('en')).map(({ about }) => about)
    expect(headings).toEqual([
      { heading: expect.stringMatching(/^Stricter: For Channel: chat/) },
      { heading: expect.stringMatching(/^Looser: For Channel: e-mail, /) },
    ])
  })

  it('are its words in the reader’s language, its terms, its steps', () => {
    const differences = changed(
      ['en: A person answers you within {target}.', 'en: Somebody answers you within {target}.'],
      ['share: 95% a month', 'share: 97% a month'],
      ['{ at: 75%, tell: assignee }', '{ at: 80%, tell: assignee }'],
    )
    const [promise, escalation] = differences
    expect(promise && changedLines(promise, spoken('en'))).toEqual([
      {
        about: { words: 'says' },
        before: 'A person answers you within {target}.',
        after: 'Somebody answers you within {target}.',
      },
      { about: { field: 'measured' }, before: 'each one and 95% a month', after: 'each one and 97% a month' },
    ])
    expect(promise && changedLines(promise, spoken('it'))).toHaveLength(1)
    expect(escalation && changedLines(escalation, spoken('en'))).toMatchObject([
      { about: { heading: 'Step 1' }, before: expect.stringContaining('75%'), after: expect.stringContaining('80%') },
    ])
  })

  it('is all of it where it is new, or gone', () => {
    const differences = changed([
      '  - { id: A2, position: team-lead, may: [refund, replacement, repair, credit, apology], per ticket: 1000 EUR }\n',
      '  - { id: A9, position: duty-manager, may: [refund], per ticket: 1000 EUR }\n',
    ])
    expect(differences.map(({ id, change }) => [id, change])).toEqual([
      ['A9', 'added'],
      ['A2', 'removed'],
    ])
    const [added, removed] = differences.map((each) => changedLines(each, spoken('en')))
    expect(added?.at(-1)).toEqual({
      about: { heading: '' },
      before: null,
      after: 'May give: Refund, On a ticket: €1,000.00',
    })
    expect(removed?.at(-1)).toMatchObject({ before: expect.stringContaining('€1,000.00'), after: null })
  })

  it('follows from a calendar too', () => {
    const differences = changed(['open: { mon-fri: 09:00-17:00 }', 'open: { mon-fri: 09:00-16:00 }'])
    const promise = differences.find(({ id }) => id === 'P1')
    expect(promise?.change).toBe('looser')
    expect(promise && changedLines(promise, spoken('en')).length).toBeGreaterThan(0)
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
      const text = writeChanges(difference, spoken(language), say)
      expect(text).toContain(difference.id)
      expect(text).not.toMatch(/undefined|\[object/)
    }
  })
})
