import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findingSentences } from '../../../test/check/finding-sentences.ts'
import { FINDING_SENTENCES } from './finding-sentences.ts'

const WRITTEN = new URL('../../../test/check/finding-sentences.txt', import.meta.url)

describe('the sentences of findings', () => {
  it('are those that stand in test/check/finding-sentences.txt, to be read in a review', () => {
    expect(findingSentences().split('\n')).toEqual(readFileSync(WRITTEN, 'utf8').split('\n'))
  })

  it.each([
    [['title'], 'The title'],
    [['value', 'gold', 'tier'], 'The value “gold” of “tier”'],
    [['says', 'P1'], '“says” of P1'],
    [['because', 'P1'], '“because” of P1'],
    [['text', 'limits', 'P1'], '“limits” of P1'],
    [['event', 'repair.done'], 'The event “repair.done”'],
  ])('call the part %j by its name', (part, name) => {
    expect(FINDING_SENTENCES['master-text-missing']({ part, language: 'pl' }, {})).toBe(
      `${name} has no text in “pl”, the charter's master language, from which the others are made. Write it.`,
    )
  })

  it.each([
    [['owner'], false],
    [['owner', 'contact'], true],
    [['complaints', 'owner'], true],
  ])('of an incomplete promise say where what is missing may stand once: %j', (missing, told) => {
    const sentence = FINDING_SENTENCES['promise-incomplete'](
      { clause: 'P1', missing, written: missing, there: 4, all: 8 },
      {},
    )
    const advice = ' “contact” and “complaints” may stand once at the top instead, for the whole charter.'
    expect(sentence.endsWith(advice)).toBe(told)
  })
})
