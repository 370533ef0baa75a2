import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder, HISTORY } from '../../test/files.ts'
import { avow } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const charter = folder.write('small.yaml', CHARTER)
const history = folder.write('history.jsonl', HISTORY)

describe('avow backtest on tables', () => {
  const mapping = folder.write(
    'map.yaml',
    `avow-map: 1
id: m
csv: { encoding: windows-1250 }
time: { format: yyyy-MM-dd HH:mm, zone: Europe/Warsaw }
ticket: Id
at: Updated
seq: line
state: { column: State, values: { Otwarte: open, Zamknięte: closed } }
events: [ { type: message.sent, when: { State: Zamknięte } }, { type: ticket-done, when: { State: Zamknięte } } ]
facts: { channel: { column: Way } }
`,
  )
  const table = folder.write(
    'table.csv.gz',
    Buffer.from(
      'Id,Updated,State,Way\r\n1,2026-01-05 16:30,Otwarte,"phone"\r\n1,2026-01-05 16:45,Zamkni\u00eate,phone\r\n1,2026-01-05 16:45,Inne,phone\r\n2,now,Otwarte,email\r\n3,2026-01-05 16:30,Otwarte\r\n',
      'latin1',
    ),
  )

  it('accounts for every row', async () => {
    const { stdout, stderr } = await avow('backtest', charter, '--history', table, '--map', mapping, '--json')
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toMatchObject({
      tickets: 1,
      promises: { P1: { kept: 1, broken: 0 } },
      lines: {
        read: 5,
        used: 2,
        skipped: {
          'unknown value': { count: 1 },
          'unreadable time': { count: 1, about: expect.stringContaining(`(first: ${table}:5)`) as string },
          'wrong number of fields': { count: 1 },
        },
        notes: {
          'unknown value': { count: 1, about: expect.stringContaining('State “Inne”') as string },
          'undeclared event ticket-done': { count: 1 },
        },
      },
    })
  })

  it('reads tables and JSON lines together', async () => {
    const { stdout } = await avow('backtest', charter, '--history', table, history, '--map', mapping, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      tickets: 4,
      promises: { P1: { kept: 2, broken: 1, running: 1 } },
      lines: { read: 10, used: 7 },
    })
  })

  it('places what is wrong with the mapping, and what the table lacks, in the mapping file', async () => {
    const wrong = folder.write(
      'wrong.yaml',
      'avow-map: 1\nid: m\nticket: Id\nat: Updated\ntime: { zone: Europe/Roma, format: iso }\n',
    )
    expect(await avow('backtest', charter, '--history', table, '--map', wrong)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /wrong\.yaml:5:15 {2}unknown-value {2}there is no time zone “Europe\/Roma”/,
      ) as string,
    })
    const other = folder.write('other.csv', 'Id,Update,State,Way\n')
    expect(await avow('backtest', charter, '--history', other, '--map', mapping)).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(
        /map\.yaml:6:5 {2}unknown-column {2}the table has no column “Updated”; did you mean “Update”\?/,
      ) as string,
    })
    expect(await avow('backtest', charter, '--history', folder.write('none.csv', ''), '--map', mapping)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a table begins with its header') as string,
    })
  })

  it('sees that a table is parted by another sign than the mapping says', async () => {
    const semicolons = folder.write('semicolons.csv', 'Id;Updated;State;Way\n1;2026-01-05 16:30;Otwarte;phone\n')
    expect(await avow('backtest', charter, '--history', semicolons, '--map', mapping)).toMatchObject({
      code: 2,
      stderr: `avow: ${semicolons} does not fit the mapping: the table seems to be parted by “;”; write in ${mapping}: csv: { separator: ";" }\n`,
    })
  })

  it('names a fact of the mapping that the charter does not declare, and its line', async () => {
    const slip = folder.write('slip.yaml', readFileSync(mapping, 'utf8').replace('channel:', 'chanel:'))
    const { stdout } = await avow('backtest', charter, '--history', table, '--map', slip)
    expect(stdout).toContain(
      `undeclared fact chanel: the charter does not declare it; did you mean “channel”? (first: ${slip}:10)\n`,
    )
  })

  it('stops at a quote that is never closed', async () => {
    const open = folder.write(
      'open.csv',
      'Id,Updated,State,Way\n1,2026-01-05 16:30,"Otwarte,phone\n1,2026-01-05 16:30,Otwarte,phone\n',
    )
    expect(await avow('backtest', charter, '--history', open, '--map', mapping)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('a quote is opened and never closed') as string,
    })
  })

  it('refuses an encoding that there is not', async () => {
    const strange = folder.write('strange.yaml', readFileSync(mapping, 'utf8').replace('windows-1250', 'klingon'))
    expect(await avow('backtest', charter, '--history', table, '--map', strange)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there is no encoding “klingon”') as string,
    })
  })
})
