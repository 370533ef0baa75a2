import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder, HISTORY } from '../../test/files.ts'
import { avow, avowIn } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const charter = folder.write('small.yaml', CHARTER)
const history = folder.write('history.jsonl', HISTORY)

describe('avow backtest', () => {
  it('counts what was kept and broken, and accounts for every line', async () => {
    const { code, stdout, stderr } = await avow('backtest', charter, '--history', history)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^small on 3 tickets and 5 events, as of Wed 7 Jan 2026 10:10 \(Europe\/Warsaw\)\n/)
    expect(stdout).toContain(
      'promise  kept  broken  running  paused  cancelled  share kept\nP1          1       1        1       0          0      50.0 %\n',
    )
    expect(stdout).toContain('\n5 lines read: 5 used, 0 skipped\n')
    expect(stdout).toMatch(/\d s: .* to read, .* to judge\n$/)
  })

  it('gives programs the figures that interfaces name', async () => {
    const { stdout } = await avow('backtest', charter, '--history', history, '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      charter: { id: 'small', version: null },
      at: '2026-01-07T09:10:00.000Z',
      tickets: 3,
      events: 5,
      seconds: expect.any(Number) as number,
      promises: { P1: { kept: 1, broken: 1, running: 1, paused: 0, cancelled: 0, cancelled_by: {}, put_off: 0 } },
      lines: { read: 5, used: 5, skipped: {}, notes: {} },
    })
  })

  it('writes a line for each commitment', async () => {
    const out = folder.at('out.jsonl')
    const lines = [
      '{"ticket":"T1","promise":"P1","run":1,"due":"2026-01-07T08:30:00.000Z","state":"kept","at":"2026-01-05T15:45:00.000Z"}',
      '{"ticket":"T2","promise":"P1","run":1,"due":"2026-01-07T08:30:00.000Z","state":"broken","at":"2026-01-07T08:30:00.001Z"}',
      '{"ticket":"T3","promise":"P1","run":1,"due":"2026-01-08T09:00:00.000Z","state":"running","at":null}',
      '',
    ].join('\n')
    expect((await avow('backtest', charter, '--history', history, '--out', out)).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toBe(lines)
    const piped = await avow('backtest', charter, '--history', history, '--out', '-')
    expect(piped.stdout).toBe(lines)
    expect(piped.stderr).toContain('small on 3 tickets')
    expect(await avow('backtest', charter, '--history', history, '--out', folder.at('no/out.jsonl'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`there is no folder ${folder.at('no')}`) as string,
    })
    expect(await avow('backtest', charter, '--history', history, '--report', folder.at('no/r.html'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`there is no folder ${folder.at('no')}`) as string,
    })
  })

  it('judges as of --at', async () => {
    const { stdout } = await avow('backtest', charter, '--history', history, '--at', '2026-01-20T00:00:00Z', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      at: '2026-01-20T00:00:00.000Z',
      promises: { P1: { kept: 1, broken: 2, running: 0 } },
    })
  })

  it('reads several files, packed or not, and standard input; their order does not matter', async () => {
    const lines = HISTORY.trimEnd().split('\n')
    const packed = folder.write('a.jsonl.gz', lines.slice(2).join('\n'))
    const plain = folder.write('b.jsonl', lines.slice(0, 1).join('\n'))
    const whole = JSON.parse((await avow('backtest', charter, '--history', history, '--json')).stdout) as Record<
      string,
      unknown
    >
    for (const paths of [
      [packed, '-', plain],
      ['-', plain, packed],
    ]) {
      const { stdout, stderr } = await avowIn(
        { stdin: lines[1] ?? '' },
        'backtest',
        charter,
        '--history',
        ...paths,
        '--json',
      )
      expect(stderr).toBe('')
      expect(JSON.parse(stdout)).toMatchObject({ promises: whole['promises'], lines: whole['lines'] })
    }
    expect((await avow('backtest', '--history', history, charter)).code).toBe(0)
  })

  it('counts what it cannot use, by reason', async () => {
    const odd = folder.write(
      'odd.jsonl',
      `${HISTORY}\n\nnot json\n{"ticket":"T1","type":"repair.done","at":"2026-01-05T15:31:00Z"}\n{"ticket":"T1","type":"note.added","at":"2026-01-05T15:31:00Z","mood":"good"}\n`,
    )
    const { code, stdout } = await avow('backtest', charter, '--history', odd, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      lines: {
        read: 10,
        used: 6,
        skipped: {
          blank: { count: 2 },
          'unknown type repair.done': { count: 1 },
          unreadable: { count: 1, about: expect.stringContaining(`${odd}:8: `) as string },
        },
        notes: { 'unknown field mood': { count: 1 } },
      },
    })
    expect((await avow('backtest', charter, '--history', odd)).stdout).toContain('\n10 lines read: 6 used, 4 skipped\n')
  })

  it('names words that the charter does not know, with the first place and the nearest word', async () => {
    const odd = folder.write(
      'slips.jsonl',
      [
        '{"ticket":"T1","at":"2026-01-05T08:00:00Z","type":"ticket.created","facts":{"chanel":"phone","channel":"fone"}}',
        '{"ticket":"T1","at":"2026-01-05T08:30:00Z","type":"message.sent","tells":["P7"],"seq":"x"}',
        '{"ticket":"T1","at":"2026-01-05T09:00:00Z","type":"status.changed","to":"solvd"}',
        '{"ticket":"T1","at":"2026-01-05T09:10:00Z","type":"status.changed","to":"solvd"}',
        '{"ticket":"T1","at":"2026-01-05T09:30:00Z","type":"mesage.sent"}',
        '{"ticket":"T2","at":"yesterday","type":"ticket.created"}',
      ].join('\n'),
    )
    const { stdout } = await avow('backtest', charter, '--history', odd)
    expect(stdout).toContain(`
Not understood
  1 value of “channel” does not fit it and counts as unknown: fone; did you mean “phone”?

6 lines read: 4 used, 2 skipped
  1  unknown type mesage.sent: no event that the charter declares; did you mean “message.sent”? (first: ${odd}:5)
  1  unreadable: ${odd}:6: “yesterday” is not an instant from 1900 to 2199; write it as 2026-01-05T10:00:00Z

Seen beside
  1  undeclared fact chanel: the charter does not declare it; did you mean “channel”? (first: ${odd}:1)
  1  unknown promise P7: told or withdrawn, and the charter has no such promise; did you mean “P1”? (first: ${odd}:2)
  2  unknown state solvd: there is no such state; did you mean “solved”? (first: ${odd}:3)
  1  unusable seq: its value could not be used, and was left out (first: ${odd}:2: "x")
`)
    const piped = await avowIn({ stdin: readFileSync(odd, 'utf8') }, 'backtest', charter, '--history', '-')
    expect(piped.stdout).toContain(
      '  1  undeclared fact chanel: the charter does not declare it; did you mean “channel”?\n',
    )
    expect(piped.stdout).toContain('  2  unknown state: there is no such state; states are new, open,')
  })

  it('doubts instants by which most tickets are older than their creation', async () => {
    const early = folder.write('early.jsonl', HISTORY.replaceAll('2026-01-05T15:30', '2026-02-05T15:30'))
    expect((await avow('backtest', charter, '--history', early)).stdout).toMatch(
      / 2 {2}tickets with events before their creation: .*; so many that day and month may be exchanged\n/,
    )
  })

  it('goes on past instants that are typing errors', async () => {
    const lines = [
      '1000-01-05T09:00:00Z',
      '1900-01-01T00:00:00+14:00',
      '2199-12-31T23:59:59-12:00',
      '9999-01-05T09:00:00Z',
    ].map((at, index) => `{"ticket":"X${index}","at":"${at}","type":"ticket.created"}`)
    const odd = folder.write('instants.jsonl', `${HISTORY}${lines.join('\n')}\n`)
    const { code, stdout } = await avow('backtest', charter, '--history', odd, '--json', '--at', '2026-01-07T09:10:00Z')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      lines: { read: 9, used: 7, skipped: { unreadable: { count: 2 } } },
      promises: { P1: { kept: 1, broken: 2, running: 1 } },
      without_creation: 1,
      unjudged: {},
    })
    expect((await avow('backtest', charter, '--history', odd)).code).toBe(0)
  })

  it('says what a change would have done', async () => {
    const looser = folder.write('looser.yaml', CHARTER.replace('1 h of office', '3 h of office'))
    const { stdout } = await avow('backtest', looser, '--history', history, '--against', charter)
    expect(stdout).toContain(
      `Against ${charter}\n  P1: 2 in the same state (1 with another due time)\n    1 broken → kept: T2\n`,
    )
    const json = await avow('backtest', looser, '--history', history, '--against', charter, '--json')
    expect(JSON.parse(json.stdout)).toMatchObject({
      against: { P1: { same: 2, moved: 1, changes: [{ from: 'broken', to: 'kept', count: 1, tickets: ['T2'] }] } },
    })
  })

  it('writes a report', async () => {
    const report = folder.at('report.html')
    const { code, stderr } = await avow('backtest', charter, '--history', history, '--report', report)
    expect([code, stderr]).toEqual([0, `${report} written\n`])
    expect(readFileSync(report, 'utf8')).toContain('How we answer')
  })

  it('draws a bar on a terminal and none into a pipe', async () => {
    const { stderr } = await avowIn({ terminal: true }, 'backtest', charter, '--history', history)
    expect(stderr).toContain('Reading')
    expect(stderr.endsWith('\r\x1b[K')).toBe(true)
    expect((await avow('backtest', charter, '--history', history)).stderr).toBe('')
  })

  it('says which file it cannot read', async () => {
    const cut = folder.write('cut.gz', 'x')
    folder.write('cut2.jsonl', '')
    const bytes = readFileSync(cut)
    const damaged = folder.write('damaged.bin', bytes.subarray(0, bytes.length - 4))
    const run = (...args: string[]) => avow('backtest', charter, '--history', ...args)
    expect(await run(damaged)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the gzip file is damaged or cut off') as string,
    })
    expect(await run(folder.at('none.jsonl'))).toMatchObject({
      code: 2,
      stderr: `avow: ${folder.at('none.jsonl')}: there is no such file\n`,
    })
    expect(await run(history, folder.path)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this is a folder') as string,
    })
    expect(await run(folder.at('x.csv'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is a table: say how to read it with --map FILE') as string,
    })
    expect(await run(folder.at('cut2.jsonl'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this file is empty') as string,
    })
    expect(await run(charter)).toMatchObject({
      code: 2,
      stderr: `avow: ${charter}: this looks like a charter, not a history\n`,
    })
  })
})
