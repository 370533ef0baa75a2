import { describe, expect, it } from 'vitest'
import { AS_OF, promiseOf } from '../../../test/check/charter-texts.ts'
import { checkTables } from './check-tables.ts'

/** What is found in a table of these rows whose hit policy is unique, without its gaps: code, row, other rows, witness. */
function found(...rows: string[]) {
  const { document, zone } = promiseOf(
    rows.map((row, at) => `${row}, target: ${at + 1} h of office`),
    { hit: 'unique' },
  )
  return checkTables(document, { at: AS_OF, zone })
    .filter(({ code }) => !code.startsWith('uncovered'))
    .map(({ code, says, witness }) => ({ code, data: says?.data, witness }))
}

describe('rows of which only one may match', () => {
  it('C6: that match one ticket together are told with every earlier one, and with a ticket that shows it', () => {
    expect(found('channel: email', 'tier: gold', 'channel: [email, chat]')).toMatchObject([
      {
        code: 'overlapping-rows',
        data: { row: 2, clause: 'P1', gives: '2 h of office', rows: ['1'], count: 1 },
        witness: { channel: 'email', tier: 'gold' },
      },
      {
        code: 'overlapping-rows',
        data: { row: 3, clause: 'P1', gives: '3 h of office', rows: ['1', '2'], count: 2 },
        witness: { channel: 'email', tier: 'free' },
      },
    ])
  })

  it('C6: that say the same are told as such, the first of them as the earlier, and not as an overlap too', () => {
    const same = found('channel: email', 'channel: chat', 'channel: email', 'channel: email', 'channel: [email, chat]')
    expect(same.map(({ code, data }) => [code, data])).toEqual([
      ['overlapping-rows', { row: 5, clause: 'P1', gives: '5 h of office', rows: ['1', '2'], count: 2 }],
      ['duplicate-row', { row: 3, clause: 'P1', gives: '3 h of office', earlier: 1 }],
      ['duplicate-row', { row: 4, clause: 'P1', gives: '4 h of office', earlier: 1 }],
    ])
  })

  it('C6: that no ticket meets together are no overlap, however alike they are', () => {
    expect(found('channel: email, tier: free', 'channel: email, tier: gold', 'channel: chat, tier: free')).toEqual([])
  })
})
