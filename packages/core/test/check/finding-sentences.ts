import { FINDING_FORMS, type FindingForm, type FindingKind } from '../../src/charter/index.ts'
import { FINDING_SENTENCES, type Told } from '../../src/check/words/finding-sentences.ts'

/** What stands for a value of a sentence, other than its name: where there is one of a thing, and where there are several. */
const VALUES: { readonly [Kind in Exclude<FindingKind, 'text'>]: (several: boolean, index: number) => unknown } = {
  number: (several, index) => (several ? index + 2 : 1),
  date: (_, index) => `2026-12-${20 + index}`,
  time: (_, index) => `2026-12-${20 + index}T16:30`,
  language: () => 'de',
  target: (_, index) => `${index + 10} days`,
  length: (_, index) => `${index + 10} days`,
  gives: (_, index) => `${index + 2} h of office`,
  'step-time': (_, index) => `${index + 50}%`,
  prompt: () => 'how-fast',
  texts: (several) => (several ? ['P1', 'P2', 'P3'] : ['P1']),
  remedies: (several, index) => (several ? ['apology', `refund-${index}`] : []),
  rows: (several) => (several ? ['1', '2', '4'] : ['1']),
  languages: (several) => (several ? ['en', 'it', 'pl'] : ['en']),
  part: (several) => (several ? ['value', 'gold', 'tier'] : ['calendar', 'office']),
  cases: () => [],
}

const TOLD: Told = { where: 'tier gold', example: 'tier gold, price unknown' }

/** Every sentence of a finding, one a line: its form, and how it reads of one thing and of several. */
export function findingSentences(): string {
  const lines = Object.entries(FINDING_FORMS).flatMap(([form, kinds]) =>
    [false, true].map((several) => {
      const data = Object.fromEntries(
        Object.entries(kinds).map(([name, kind]: [string, FindingKind], index) => [
          name,
          kind === 'text' ? name.toUpperCase() : VALUES[kind](several, index),
        ]),
      )
      return `${form}: ${FINDING_SENTENCES[form as FindingForm](data as never, TOLD)}`
    }),
  )
  return `${[...new Set(lines)].join('\n')}\n`
}
