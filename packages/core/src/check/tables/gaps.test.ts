import { describe, expect, it } from 'vitest'
import { AS_OF, charterOf, FACTS, promiseOf } from '../../../test/check/charter-texts.ts'
import { checkTables } from './check-tables.ts'

function findings(rows: readonly string[], options: Parameters<typeof promiseOf>[1] = {}) {
  const { document, zone } = promiseOf(rows, options)
  return checkTables(document, { at: AS_OF, zone })
}

describe('a gap', () => {
  it('C1: of an unknown fact alone is a warning that says how an unknown fact is met', () => {
    const [gap, ...others] = findings([
      'tier: gold, target: 1 h of office',
      'tier: [free, standard], target: 4 h of office',
    ])
    expect(others).toEqual([])
    expect(gap).toMatchObject({ code: 'uncovered-unknown', severity: 'warning', witness: { tier: null } })
    expect(gap?.message).toBe(
      'P1 promises nothing for tier unknown: no row covers it. For example: tier unknown. ' +
        'A fact that is not filled in meets only “-”, an empty cell and “unknown”: add a last row without conditions, or one for “unknown”.',
    )
  })

  it('of known facts is an error with a ticket that shows it', () => {
    const [gap] = findings([
      'channel: email, target: 1 h of office',
      'channel: chat, tier: gold, target: 2 min of office',
      'channel: unknown, target: 8 h of office',
    ])
    expect(gap).toMatchObject({
      code: 'uncovered-case',
      severity: 'error',
      witness: { channel: 'chat', tier: 'free' },
      line: 13,
    })
    expect(gap?.message).toContain(
      'P1 promises nothing for channel chat, tier other than gold; or channel phone or form: no row covers it.',
    )
    expect(gap?.message).toContain('For example: channel chat, tier free.')
  })

  it('of both kinds is told twice, since the two are mended differently', () => {
    const rows = [
      'channel: [email, chat, unknown], tier: [free, standard], target: 1 h of office',
      'tier: gold, target: 1 h of office',
      'channel: [phone, form], tier: standard, target: 1 h of office',
    ]
    expect(findings(rows).map(({ code, witness }) => [code, witness])).toEqual([
      ['uncovered-case', { channel: 'phone', tier: 'free' }],
      ['uncovered-unknown', { channel: 'email', tier: null }],
    ])
  })

  it('of known facts hides the same gap of an unknown one', () => {
    expect(findings(['channel: email, target: 1 h of office']).map(({ code }) => code)).toEqual(['uncovered-case'])
  })

  it('is found among more rows than one word holds', () => {
    const rows = Array.from({ length: 40 }, (_, row) => `channel: chat, target: ${row + 1} h of office`)
    const gaps = findings([...rows, 'channel: [email, unknown], target: 1 h of office']).filter(
      ({ code }) => code === 'uncovered-case',
    )
    expect(gaps).toMatchObject([{ message: expect.stringContaining('for channel phone or form: no row covers it.') }])
    expect(findings([...rows, 'target: 1 h of office']).filter(({ code }) => code.startsWith('uncovered'))).toEqual([])
  })

  it('is shown by a ticket of which only the facts that matter are named', () => {
    const [gap] = findings([
      'channel: email, tier: gold, target: 1 h of office',
      'channel: [email, chat, form, unknown], target: 4 h of office',
    ])
    expect(gap?.message).toContain('for channel phone: no row covers it. For example: channel phone. ')
    expect(gap?.witness).toEqual({ channel: 'phone', tier: 'free' })
  })

  it('C3: that no ticket of the next four years lies in is none', () => {
    expect(
      findings([
        'bought: "< 4 years", target: 1 h of office',
        'bought: ">= 1461 days", target: 4 h of office',
        'bought: unknown, target: 4 h of office',
      ]),
    ).toEqual([])
  })

  it('C7: is none outside the scope', () => {
    expect(findings(['tier: gold, target: 1 h of office'], { when: 'tier: gold' })).toEqual([])
  })

  it('dates an age in its witness', () => {
    const [gap] = findings([
      'bought: "< 30 days", target: 1 h of office',
      'bought: "> 2 years", target: 1 h of office',
      'bought: unknown, target: 1 h of office',
    ])
    expect(gap?.witness).toEqual({ bought: '2026-10-23', at: '2026-11-22T10:00:00.000Z' })
    expect(gap?.message).toContain(
      'for bought 30 days to 2 years ago: no row covers it. For example: bought 2026-10-23.',
    )
  })

  it('of one minor unit is found', () => {
    const [gap] = findings([
      'price: "< 100 EUR", target: 1 h of office',
      'price: "> 100 EUR", target: 1 h of office',
      'price: unknown, target: 1 h of office',
    ])
    expect(gap?.message).toContain('for price 100 EUR: no row covers it.')
    expect(gap?.witness).toEqual({ price: { minor: 10_000, currency: 'EUR' } })
  })

  it('counts what the log counts from 0 on, and never as unknown', () => {
    expect(
      findings(['contacts: "< 3", target: 1 h of office', 'contacts: ">= 3", target: 1 h of office']).map(
        ({ code }) => code,
      ),
    ).toEqual([])
    const [gap] = findings(['contacts: "> 0", target: 1 h of office'])
    expect(gap?.message).toContain('for contacts 0: no row covers it.')
  })

  it('names the scope that holds no ticket', () => {
    const { document, zone } = promiseOf(['target: 1 h of office'], { when: 'contacts: unknown' })
    expect(checkTables(document, { at: AS_OF, zone }).map(({ code }) => code)).toEqual(['empty-scope'])
    expect(findings(['target: 1 h of office'], { when: 'channel: email, contacts: unknown' })).toMatchObject([
      { code: 'empty-scope', path: '/promises/0/when/channel' },
    ])
  })

  it('C7: that is the whole scope is told as one, not case by case', () => {
    const [gap] = findings(['tier: free, target: 1 h of office'], { when: 'tier: gold' })
    expect(gap).toMatchObject({
      code: 'uncovered-case',
      says: { form: 'uncovered-case.never', data: { clause: 'P1' } },
      witness: { tier: 'gold' },
    })
  })

  it('S4: names the escalation whose condition no ticket can meet', () => {
    const { document, zone } = promiseOf(['target: 1 h of office'])
    const { document: escalating } = charterOf(
      'positions: [lead]\nescalation:\n  - { id: E1, when: { contacts: unknown }, steps: [ { tell: lead } ] }\n  - { id: E2, when: { contacts: 3 }, steps: [ { tell: lead } ] }\n  - { id: E3, for: P1, steps: [ { at: 50%, tell: lead } ] }\npromises:\n  - { id: P1, audience: staff, clock: resolution, measured: [each], table: [ { target: 14 days } ] }\n',
    )
    expect(checkTables({ ...document, escalation: escalating.escalation }, { at: AS_OF, zone })).toMatchObject([
      { code: 'empty-scope', line: 7, message: expect.stringContaining('the “when” of E1') },
    ])
  })

  it('of a remedy is a warning, known or not, and authority has none', () => {
    const { document, zone } = charterOf(`${FACTS}positions: [agent]
remedies:
  - { id: R1, table: [ { channel: email, allow: [refund], up to: price }, { channel: [chat, phone], allow: [apology] } ] }
  - { id: R2, table: [ { tier: not gold, allow: [apology] }, { tier: gold, allow: [refund] } ] }
authority:
  - { id: A1, position: agent, table: [ { tier: gold, may: [refund], per ticket: 10 EUR } ] }
`)
    const found = checkTables(document, { at: AS_OF, zone })
    expect(found.map(({ code, severity, message }) => `${severity} ${code}: ${message}`)).toEqual([
      'warning uncovered-remedy: R1 offers nothing for channel form or unknown: no row covers it. For example: channel form. ' +
        'Add a row for it, or a last row without conditions, or leave it out of the scope with “when”.',
      'warning uncovered-remedy: R2 offers nothing for tier unknown: no row covers it. For example: tier unknown. ' +
        'Add a row for it, or a last row without conditions, or leave it out of the scope with “when”.',
    ])
  })
})
