import { describe, expect, it } from 'vitest'
import { checkCitations } from './spec-citations.ts'

const SPEC = {
  path: 'SPEC.md',
  text: '# Rules\n\n- **E1** First.\n- **D12** Second, as E1 says.\nText with **E9** in it.\n',
}

const test = (text: string) => ({ path: 'x.test.ts', text })

describe('the rules and the tests that cite them', () => {
  it.each([
    `it('E1: x', f)\nit('D12: y', f)`,
    `it('E1, D12: x', f)`,
    `describe("E1 and D12: x", f)`,
    'it.each([[1, (2)]])(`E1: %s`, f)\ntest.prop([a])(\n  "D12: y", f)',
  ])('are content when each rule is cited: %s', (text) => {
    expect(checkCitations(SPEC, [test(text)])).toEqual([])
  })

  it('name the rule that no test cites, and its line', () => {
    expect(checkCitations(SPEC, [test(`it('E1: x', f)`)])).toEqual([
      "SPEC.md:4  No test cites D12: begin a test's name with “D12: ”.",
    ])
  })

  it('name the test that cites a rule that is not there', () => {
    expect(checkCitations(SPEC, [test(`it('E1, D12: x', f)\n\nit('E9: y', f)`)])).toEqual([
      'x.test.ts:3  This test cites E9, and SPEC.md has no such rule.',
    ])
  })

  it('name a number that was given twice', () => {
    const spec = { ...SPEC, text: `${SPEC.text}- **E1** Again.\n` }
    expect(checkCitations(spec, [test(`it('E1, D12: x', f)`)])).toEqual([
      'SPEC.md:6  The number E1 was given already in line 3.',
    ])
  })

  it('refuse a specification without a rule', () => {
    expect(checkCitations({ path: 'SPEC.md', text: '# Rules\n' }, [])).toHaveLength(1)
  })
})
