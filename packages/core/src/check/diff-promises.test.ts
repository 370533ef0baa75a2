import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS } from '../../test/check/charter-texts.ts'
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
