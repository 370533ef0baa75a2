import { describe, expect, it } from 'vitest'
import { parseDate } from '../../calendar/index.ts'
import { readSource } from '../source/read-source.ts'
import { clauseLink, promiseLink } from './links.ts'
import { needed, optional } from './plain-field.ts'
import { plainKind } from './plain-kind.ts'
import { plainDate, plainLink, plainLinks, plainPosition, plainScope, plainText, plainTexts } from './plain-shapes.ts'
import { Reading } from './reading.ts'

const trials = plainKind({
  kind: 'exclusion',
  says: 'What is tried.',
  letter: 'N',
  hasAudience: true,
  isTold: true,
  serves: true,
  fields: {
    says: needed('What is tried, in a sentence.', plainTexts),
    'last day': needed('The last day.', plainDate, { isPublic: true, larger: 'more' }),
    'led by': optional('Who leads it.', plainPosition),
    address: optional('Where.', plainText('an address')),
    promise: optional('The promise.', plainLink('promises', promiseLink)),
    'shown by': optional('The clauses.', plainLinks(clauseLink)),
    when: optional('The cases.', plainScope('exclusion')),
  },
})

/** A section as read, and what is found wrong in it. */
function read(text: string) {
  const reading = new Reading()
  reading.languages = ['en']
  reading.positions.declare('lead', true)
  reading.promises.declare('P1', 1)
  reading.clauses.declare('P1', 1)
  const { root } = readSource(text)
  const clauses = root && trials.clauses.read(root, reading)
  return { clauses, found: reading.report.findings().map(({ message }) => message) }
}

describe('a kind that is a table of fields', () => {
  it('has what is written, under names without spaces, and what holds without', () => {
    const { clauses, found } = read(
      '- { id: N1, audience: public, says: Calls, last day: 2027-06-30, led by: lead, owner: lead, shown by: P1 }',
    )
    expect(found).toEqual([])
    const [clause] = clauses ?? []
    expect(clause).toMatchObject({ kind: 'exclusion', id: 'N1', audience: 'public', ledBy: 'lead', owner: 'lead' })
    expect([clause?.lastDay, clause?.shownBy, clause?.when.size]).toEqual([parseDate('2027-06-30'), ['P1'], 0])
    expect(Object.keys(clause ?? {})).not.toContain('address')
    expect(read('- { id: N1, says: Calls, last day: 2027-06-30 }').clauses?.[0]?.audience).toBe('staff')
  })

  it('is no clause without the fields that it needs', () => {
    expect(read('- { id: N1, says: Calls }\n- { id: N2, says: Calls, last day: soon }\n- says: Calls')).toEqual({
      clauses: [],
      found: [
        'an exclusion needs the field “last day”',
        '“soon” is no date; write it as 2026-12-24',
        'an exclusion needs the field “id”',
        'an exclusion needs the field “last day”',
      ],
    })
  })

  it('is described for editors by the same table', () => {
    const { items } = { items: undefined, ...trials.clauses.schema }
    expect(items).toMatchObject({
      required: ['id', 'says', 'last day'],
      properties: {
        id: { description: 'The stable id of the exclusion, such as N1.' },
        'last day': { type: 'string' },
      },
      additionalProperties: false,
    })
  })

  it('says what its values are to people, and what they speak of', () => {
    const { fields } = trials
    expect(fields['last day'].shape.written(parseDate('2027-06-30') ?? 0)).toBe('2027-06-30')
    expect(fields['shown by'].shape.written(['P1', 'P2'])).toBe('P1, P2')
    expect(fields['led by'].shape.speaksOf?.('lead')).toEqual({ positions: ['lead'] })
    expect(fields.promise.shape.type).toEqual({ kind: 'link', section: 'promises' })
  })
})
