import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../../test/check/charter-texts.ts'
import { diffCharters } from './diff.ts'

const REMEDIES = '  - { id: R1, table: [ { allow: [refund] } ] }\n  - { id: R2, table: [ { allow: [apology] } ] }\n'

/** What is said of P1 where its clauses are written so, beside a second promise and two remedies. */
function compared(old: string, fresh: string, { p2 = ['', ''], table = '{ target: 14 days }' } = {}) {
  const charter = (written: string, other = '') =>
    charterOf(`${FACTS}positions: [lead]
remedies:
${REMEDIES}promises:
  - { id: P1, clock: resolution, table: [ ${table} ], ${written} }
  - { id: P2, audience: staff, clock: resolution, measured: [each], table: [ { target: 14 days } ]${other} }
`)
  const [difference] = diffCharters(charter(old, p2[0]), charter(fresh, p2[1]), AS_OF)
  return difference
}

/** The same with nothing but this changed. */
function changed(old: string, fresh: string, options?: Parameters<typeof compared>[2]) {
  const all = 'audience: staff'
  const measured = (written: string) => (written.includes('measured') ? '' : ', measured: [each]')
  const with_ = (written: string) => `${all}${measured(written)}${written === '' ? '' : `, ${written}`}`
  return compared(with_(old), with_(fresh), options)
}

describe('two wordings of a promise', () => {
  it.each<[string, string, string | undefined]>([
    ['', 'pauses: [on-hold]', 'less'],
    ['pauses: [on-hold]', '', 'more'],
    ['pauses: [on-hold]', 'pauses: [waiting-for-customer]', 'both'],
    ['', 'on change: keep', 'both'],
    ['', 'no answer needed: [spam]', 'less'],
    ['no answer needed: [spam, other]', 'no answer needed: [spam]', 'more'],
    ['no answer needed: [spam]', 'no answer needed: [other]', 'both'],
    ['no answer needed: [spam, other]', 'no answer needed: [other, spam]', undefined],
    ['', 'if broken: { apologise: true }', 'more'],
    ['if broken: { apologise: true }', '', 'less'],
    ['', 'if broken: { remedy: R1 }', 'less'],
    ['if broken: { remedy: R1 }', '', 'more'],
    ['if broken: { remedy: R1 }', 'if broken: { remedy: R2 }', 'both'],
    ['measured: [each]', 'measured: [each, share: 95% a month]', 'more'],
    ['measured: [each, share: 95% a month]', 'measured: [each]', 'less'],
    ['measured: [share: 95% a month]', 'measured: [share: 96% a month]', 'more'],
    ['measured: [share: 95% a month]', 'measured: [share: 90% a month]', 'less'],
    ['measured: [share: 95% a month]', 'measured: [share: 95% a quarter]', 'both'],
    ['measured: [mean: "<= 3 h a month"]', 'measured: [mean: "<= 2 h a month"]', 'more'],
    ['measured: [mean: "<= 3 h a month"]', 'measured: [mean: "<= 4 h a month"]', 'less'],
    ['measured: [each, share: 95% a month]', 'measured: [share: 95% a month, each]', undefined],
  ])('D3: where %j becomes %j, customers get: %s', (old, fresh, customers) => {
    expect(changed(old, fresh)?.customers).toBe(customers)
  })

  it('K8: tells of no news where another promise knew the reason already', () => {
    const difference = changed('', 'no answer needed: [spam]', {
      p2: [', no answer needed: [spam]', ', no answer needed: [spam]'],
    })
    expect(difference?.parts).toMatchObject([{ text: 'no answer needed changed: none → spam' }])
    expect(difference?.customers).toBeUndefined()
  })

  it('K8: is less where one of the reasons was not known before, more where one is known no longer', () => {
    const knows = (reasons: string) => `, no answer needed: [${reasons}]`
    const both = 'no answer needed: [spam, other]'
    expect(changed('', both, { p2: [knows('spam'), knows('spam')] })?.customers).toBe('less')
    expect(changed(both, '', { p2: [knows('spam'), knows('spam')] })?.customers).toBe('more')
    expect(changed('', both, { p2: [knows('spam, other'), knows('spam, other')] })?.customers).toBeUndefined()
  })

  it('are told with all that they list', () => {
    const parts = (old: string, fresh: string) => changed(old, fresh)?.parts.map(({ text, says }) => [text, says])
    expect(parts('no answer needed: [spam, other]', 'no answer needed: [spam]')).toEqual([
      [
        'no answer needed changed: spam, other → spam',
        { form: 'no-answer-needed', data: {}, before: ['spam', 'other'], after: ['spam'] },
      ],
    ])
    expect(parts('if broken: { apologise: true, remedy: R1 }', 'if broken: { remedy: R1 }')).toEqual([
      [
        'if broken changed: apologise, R1 → R1',
        { form: 'if-broken', data: {}, before: ['apologise', 'R1'], after: ['R1'] },
      ],
    ])
    expect(parts('measured: [each, share: 95% a month]', 'measured: [mean: "<= 3 h a quarter"]')).toEqual([
      [
        'measured changed: each, share 95% a month → mean <= 3 h a quarter',
        { form: 'measured', data: {}, before: ['each', '95% a month'], after: ['<= 3 h a quarter'] },
      ],
    ])
    const pauses = 'pauses: [on-hold, waiting-for-customer]'
    expect(parts('', pauses)).toEqual([
      [
        'looser: the clock now stops while on-hold and waiting-for-customer',
        { form: 'pauses.more', data: { states: ['on-hold', 'waiting-for-customer'] } },
      ],
    ])
    expect(parts(pauses, 'pauses: [waiting-for-customer]')).toEqual([
      ['stricter: the clock no longer stops while on-hold', { form: 'pauses.fewer', data: { states: ['on-hold'] } }],
    ])
    expect(parts('on change: keep', '')).toEqual([
      [
        'on change changed: keep → decide again',
        { form: 'on-change', data: {}, before: 'keep', after: 'decide again' },
      ],
    ])
  })

  it('tell of who sees them, their words and their reasons', () => {
    const said = (who: string, says: string, because: string) =>
      `audience: ${who}, measured: [each], says: { en: ${says} }, because: { en: ${because} }`
    const difference = compared(said('staff', 'Soon.', 'So.'), said('lead', 'Sooner.', 'Thus.'))
    expect(difference?.parts.map(({ text, says }) => [text, says.form, says.before, says.after]).slice(1)).toEqual([
      ['audience changed: staff → lead', 'audience', 'staff', 'position:lead'],
      ['the words of “says” changed in en', 'words.says', 'Soon.', 'Sooner.'],
      ['the words of “because” changed in en', 'words.because', 'So.', 'Thus.'],
    ])
    expect(difference?.parts[0]?.text).toBe('changed for every ticket: 14 days (staff) → 14 days (lead)')
  })

  it('D4: a remedy that one more promise names is more, one fewer less', () => {
    const named = ', if broken: { remedy: R1 }'
    expect(changed('', 'if broken: { remedy: R1 }', { p2: [named, named] })?.customers).toBe('more')
    expect(changed('if broken: { remedy: R1 }', '', { p2: [named, named] })?.customers).toBe('less')
  })

  it('D3: who may see it, and who may see a row', () => {
    const audience = (who: string) => `audience: ${who}, measured: [each]`
    expect(compared(audience('staff'), audience('public'))?.customers).toBe('more')
    expect(compared(audience('public'), audience('lead'))?.customers).toBe('less')
    expect(compared(audience('staff'), audience('lead'))?.customers).toBeUndefined()
    const rows = '{ channel: chat, target: 14 days, audience: staff }, { target: 14 days }'
    expect(
      compared(audience('public'), audience('staff'), { table: rows })?.parts.map(({ text, customers }) => [
        text,
        customers,
      ]),
    ).toEqual([
      ['changed for channel other than chat: 14 days (public) → 14 days (staff)', 'less'],
      ['audience changed: public → staff', undefined],
    ])
  })
})
