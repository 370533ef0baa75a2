import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder } from '../../test/files.ts'
import { avow } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())

describe('avow test', () => {
  it('says that the examples hold, and which rows none reaches', async () => {
    const good = folder.write('good.yaml', CHARTER)
    expect(await avow('test', good)).toEqual({
      code: 0,
      stdout: `${good}: 1 example, all as they say\n\n2 rows that no example reaches:\n${good}:18:9  P1 row 2  channel email\n${good}:19:9  P1 row 3  everything else\n`,
      stderr: '',
    })
  })

  it('shows what was decided instead, and why', async () => {
    const wrong = folder.write('wrong.yaml', CHARTER.replace('due: 2026-01-07T09:30', 'due: 2026-01-06T09:30'))
    const { code, stdout } = await avow('test', wrong)
    expect(code).toBe(1)
    expect(stdout).toContain(
      `${wrong}:21:82  example 1  P1 due: expected Tue 6 Jan 2026 09:30 (Europe/Warsaw), decided Wed 7 Jan 2026 09:30 (Europe/Warsaw)\n    given: channel email, tier gold, opened Mon 5 Jan 2026 16:30 (Europe/Warsaw)\n`,
    )
    expect(stdout).toContain('By row 1 (channel email, tier gold) the target is 1 h of office.')
    expect(stdout).toContain(`${wrong}: 1 example, 1 failed`)
  })

  it('tells programs the same', async () => {
    const wrong = folder.write('wrong.yaml', CHARTER.replace('due: 2026-01-07T09:30', 'due: 2026-01-06T09:30'))
    const { code, stdout } = await avow('test', wrong, '--json')
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      examples: [
        {
          example: 1,
          passed: false,
          given: { channel: 'email', tier: 'gold' },
          line: 21,
          failures: [{ clause: 'P1', about: 'due', line: 21 }],
        },
      ],
      rows: [
        { clause: 'P1', row: 2, reached: false, line: 18 },
        { clause: 'P1', row: 3, reached: false },
      ],
    })
  })

  it('offers an example for each row that none tries, which then come out', async () => {
    const good = folder.write('good.yaml', CHARTER)
    const at = '2026-01-05T16:30:00Z'
    const { stdout } = await avow('test', good, '--offer', '--at', at)
    expect(stdout).toContain(
      '\n1 of 3 rows tried by examples; the others with what the charter says of them now:\nexamples:\n',
    )
    const offered = stdout.slice(stdout.indexOf('\nexamples:\n') + '\nexamples:\n'.length)
    const taken = folder.write('taken.yaml', `${CHARTER.trimEnd()}\n${offered}`)
    const again = await avow('test', taken, '--offer')
    expect([again.code, again.stdout]).toEqual([
      0,
      `${taken}: 3 examples, all as they say\n3 of 3 rows tried by examples\n`,
    ])
    const { rows, coverage } = JSON.parse((await avow('test', good, '--offer', '--json', '--at', at)).stdout)
    expect(coverage).toEqual({ rows: 3, tried: 1 })
    expect(rows[0].example).toMatchObject({ expect: { P1: { row: 2 } } })
  })

  it('tries a table of cases, and says of each row what came out', async () => {
    const good = folder.write('good.yaml', CHARTER)
    const table = folder.write(
      'cases.csv',
      'channel,tier,at,P1.due,P1.row,# note\nemail,gold,2026-01-05T16:30,2026-01-07T09:30,1,"of\nlast year"\nemail,,2026-01-05T10:00,2026-01-05T11:00,,\n\n',
    )
    const { code, stdout } = await avow('test', good, '--cases', table)
    expect(code).toBe(1)
    expect(stdout).toMatch(new RegExp(`^${table}:4  P1 due: expected Mon 5 Jan 2026 11:00 .*, decided Mon 5 Jan 2026 `))
    expect(stdout).toContain(`${table}: 2 cases, 1 failed`)
    const { cases } = JSON.parse((await avow('test', good, '--cases', table, '--json')).stdout)
    expect(cases).toMatchObject([
      { line: 2, passed: true, given: { channel: 'email', tier: 'gold' } },
      { line: 4, passed: false, failures: [{ clause: 'P1', about: 'due' }] },
    ])
  })

  it('refuses a table that it does not understand, with the line', async () => {
    const good = folder.write('good.yaml', CHARTER)
    const column = folder.write('column.csv', 'chanel,at\nemail,2026-01-05T16:30\n')
    const one = await avow('test', good, '--cases', column)
    expect([one.code, one.stdout]).toEqual([2, ''])
    expect(one.stderr).toContain('there is no column “chanel”')
    const cell = folder.write('cell.csv', 'channel,at,P1\nphone,2026-01-05T16:30,none\nemial,2026-01-05T16:30,none\n')
    const other = await avow('test', good, '--cases', cell)
    expect([other.code, other.stdout]).toEqual([2, ''])
    expect(other.stderr).toMatch(/cell\.csv:3 {2}.*emial.*did you mean “email”/)
  })

  it('needs a charter that can be read', async () => {
    const broken = folder.write('broken.yaml', CHARTER.replace('1 h of office', '1 h of ofice'))
    const { code, stdout, stderr } = await avow('test', broken)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      /^avow: .*broken\.yaml cannot be read:\n.*broken\.yaml:17:\d+ {2}unknown-calendar {2}.*did you mean “office”\?\n {4}error: see docs\/findings\/unknown-calendar\.md\n$/,
    )
  })

  it('names rows whose answer no example checks, and writes money as people do', async () => {
    const unchecked = folder.write(
      'unchecked.yaml',
      CHARTER.replace('facts:', 'facts:\n  price: money EUR').replace(
        /examples:.*/s,
        'examples:\n  - { given: { channel: phone, price: 8.50 EUR, at: 2026-01-05T16:30 }, expect: { P1: { due: none } } }\n  - { given: { channel: email, at: 2026-01-05T16:30 }, expect: {} }\n',
      ),
    )
    const { stdout } = await avow('test', unchecked)
    expect(stdout).toContain('given: channel phone, price 8.50 EUR, opened Mon 5 Jan 2026 16:30 (Europe/Warsaw)\n')
    expect(stdout).toContain('1 row that examples reach, but whose answer no example checks:\n')
  })
})
