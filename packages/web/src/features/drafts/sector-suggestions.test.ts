import { readFileSync } from 'node:fs'
import { editText, openSource, readCharter, sourceData } from '@avow/core'
import { describe, expect, it } from 'vitest'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import { sectorSuggestions } from './sector-suggestions.ts'

const templateText = (name: string) =>
  readFileSync(new URL(`../../../../../charters/start/${name}.yaml`, import.meta.url), 'utf8')

function dataOf(text: string): Fields {
  const source = openSource(text)
  if (source === undefined) throw new Error('it cannot be opened')
  return fieldsOf(sourceData(source.root))
}

const SCRATCH = templateText('scratch')
const HOTEL = dataOf(templateText('hotel'))
const offered = (draft: string, template: Fields = HOTEL) =>
  sectorSuggestions(dataOf(draft), template).map(({ kind, id }) => `${kind} ${id}`)

/** The draft once a suggestion was taken. */
function taken(draft: string, which: string, template: Fields = HOTEL): string {
  const found = sectorSuggestions(dataOf(draft), template).find(({ kind, id }) => `${kind} ${id}` === which)
  const edited = found && editText(draft, found.edits)
  if (edited === undefined) throw new Error(`${which} is not offered`)
  return edited.text
}

describe('what a template says and a draft does not', () => {
  it('is told by kind and subject: the draft’s own promise of that clock, and its remedy, are not offered again', () => {
    expect(offered(SCRATCH)).toEqual([
      'promise P2',
      'promise P3',
      'channel K1',
      'channel K2',
      'channel K3',
      'exclusion X1',
      'procedure D1',
      'procedure D2',
      'value V1',
      ...[1, 2, 3, 4, 5, 6].map((number) => `definition Q${number}`),
    ])
  })

  it('is nothing where the draft is the template', () => {
    expect(offered(templateText('hotel'))).toEqual([])
  })

  it('is no longer offered once it was taken, and what hangs on it is', () => {
    expect(offered(SCRATCH)).not.toContain('objective O1')
    const draft = taken(SCRATCH, 'promise P3')
    expect(offered(draft)).not.toContain('promise P3')
    expect(offered(draft)).toContain('objective O1')
    expect(dataOf(taken(draft, 'objective O1'))['objectives']).toMatchObject([{ id: 'O1', measure: 'kept(P2)' }])
  })
})

describe('what is taken', () => {
  it.each(['promise P3', 'channel K3', 'exclusion X1', 'procedure D1', 'value V1', 'definition Q5'])(
    '%s is readable in the draft, with the facts that it asks about, and leaves every line that was there',
    (which) => {
      const draft = taken(SCRATCH, which)
      expect(readCharter(draft).findings).toEqual([])
      const lines = draft.split('\n')
      expect(SCRATCH.split('\n').filter((line) => !lines.includes(line))).toEqual([])
    },
  )

  it('brings a fact that the draft lacks, and values of one that it has', () => {
    expect(fieldsOf(dataOf(SCRATCH)['facts'])['matter']).toBeUndefined()
    const draft = taken(SCRATCH, 'promise P3')
    expect(fieldsOf(fieldsOf(dataOf(draft)['facts'])['matter'])['one of']).toContain('stay')
    const less = draft.replace('[booking, stay, bill, lost-item, ', '[')
    const { brings } = sectorSuggestions(dataOf(less), HOTEL).find(({ kind }) => kind === 'exclusion') ?? {}
    expect(brings).toEqual(['matter'])
    const more = fieldsOf(fieldsOf(dataOf(taken(less, 'exclusion X1'))['facts'])['matter'])
    expect(more['one of']).toEqual(['complaint', 'question', 'other', 'booking'])
  })

  it('is not offered where the draft means something else by a fact', () => {
    const draft = SCRATCH.replace('facts:\n', 'facts:\n  matter: { is: number }\n')
    expect(offered(draft)).not.toContain('promise P3')
    expect(offered(draft)).toContain('promise P2')
  })

  it('counts the draft’s own hours, or brings hours along', () => {
    const renamed = SCRATCH.replaceAll('office', 'desk')
    expect(listOf(dataOf(taken(renamed, 'promise P2'))['promises'])[1]).toMatchObject({
      table: [{ target: '8 h of desk' }],
    })
    const none = 'avow: 1\ncharter: mine\nlanguages: [en]\nzone: UTC\n'
    const draft = taken(none, 'promise P2')
    expect(fieldsOf(dataOf(draft)['calendars'])['office']).toBeDefined()
    expect(listOf(dataOf(draft)['promises'])).toMatchObject([{ id: 'P1', clock: 'next-response' }])
  })

  it('leads to clauses of the draft, and nowhere else', () => {
    const [value] = listOf(dataOf(taken(SCRATCH, 'value V1'))['values'])
    expect(fieldsOf(value)['shown by']).toEqual(['P1', 'R1'])
    const [procedure] = listOf(dataOf(taken(SCRATCH, 'procedure D2'))['procedures'])
    expect(fieldsOf(procedure)['standards']).toBeUndefined()
    expect(listOf(fieldsOf(procedure)['steps'])).toContainEqual({ decide: 'R1' })
  })
})
