import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder, HISTORY } from '../../test/files.ts'
import { avow, avowIn } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const charter = folder.write('small.yaml', CHARTER)
const history = folder.write('history.jsonl', HISTORY)

describe('avow explain', () => {
  it('reads like a clerk’s note: the verdict, then the reckoning in columns with its sum', async () => {
    const { code, stdout, stderr } = await avow('explain', charter, '--ticket', history, '--id', 'T2')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout.replace(/draft [0-9a-f]{8}/, 'draft 00000000')).toBe(`Ticket T2: new
By “How we answer” (small, draft 00000000), as of Wed 7 Jan 2026 10:10.
All times in Europe/Warsaw.

✕ BROKEN  P1  due Wed 7 Jan 2026 09:30, done Wed 7 Jan 2026 10:10, 40 min late
  “We answer within 1 h of office.”
  The clock started on Mon 5 Jan 2026 16:30: a person is to answer for the first time.
  By row 1 (channel: email, tier: gold) the target is 1 h of office.
  Rows 2 and 3 match too: row 1 counts, as the first that matches.
    Mon 5 Jan 2026 16:30 – 17:00                  counted   30 min   30 min
    Mon 5 Jan 2026 17:00 – Wed 7 Jan 2026 09:00   closed
    Wed 7 Jan 2026 09:00 – 09:30                  counted   30 min      1 h
  Counted: 1 h of 1 h of office.
  Broken: due Wed 7 Jan 2026 09:30, and done on Wed 7 Jan 2026 10:10, 40 min late.
`)
  })

  it('tells what was kept in one line, and in full on demand, up to the span in which it was done', async () => {
    const short = await avow('explain', charter, '--ticket', history, '--id', 'T1')
    const head = '✓ KEPT  P1  done Mon 5 Jan 2026 16:45, due Wed 7 Jan 2026 09:30\n'
    expect(short.stdout).toContain(
      `\n\n${head}\n1 kept or cancelled commitment is shown in one line; --all shows its reckoning.\n`,
    )
    const all = await avow('explain', charter, '--ticket', history, '--id', 'T1', '--all')
    expect(all.stdout).toMatch(/ {3}← done Mon 5 Jan 2026 16:45\n {2}Used 15 min of 1 h of office when it was done\.\n/)
    expect(all.stdout).toMatch(/\n {2}Kept: done on Mon 5 Jan 2026 16:45, due Wed 7 Jan 2026 09:30\.\n$/)
  })

  it('decides as of the last instant in the file, or as of --at', async () => {
    const last = await avow('explain', charter, '--ticket', history, '--id', 'T3')
    expect(last.stdout).toContain('● RUNNING  P1  due Thu 8 Jan 2026 10:00, in 23 h 50 min')
    const later = await avow('explain', charter, '--ticket', history, '--id', 'T3', '--at', '2026-01-12T12:00:00Z')
    expect(later.stdout).toContain('✕ BROKEN  P1  due Thu 8 Jan 2026 10:00, not done 4 days 3 h later')
    const before = await avow('explain', charter, '--ticket', history, '--id', 'T3', '--at', '2026-01-05T12:00:00Z')
    expect(before.stdout).toContain('Nothing is promised on this ticket.')
    expect(before.stdout).toContain('no ticket.created at or before this instant (no-creation)')
  })

  it('gives programs the decision', async () => {
    const { stdout } = await avow('explain', charter, '--ticket', history, '--id', 'T2', '--json')
    expect(JSON.parse(stdout)).toMatchObject({
      charter: { id: 'small', version: null },
      rules: 1,
      at: '2026-01-07T09:10:00.000Z',
      commitments: [
        {
          promise: 'P1',
          run: 1,
          state: 'broken',
          due: '2026-01-07T08:30:00.000Z',
          settled_at: '2026-01-07T08:30:00.001Z',
          fulfilled_at: '2026-01-07T09:10:00.000Z',
        },
      ],
    })
  })

  it('picks the only ticket, and asks which one where there are several', async () => {
    const one = folder.write('one.jsonl.gz', HISTORY.split('\n').slice(0, 2).join('\r\n'))
    expect((await avow('explain', charter, '--ticket', one)).stdout).toContain('Ticket T1')
    expect(
      (await avowIn({ stdin: HISTORY.split('\n').slice(0, 2).join('\n') }, 'explain', charter, '--ticket', '-')).stdout,
    ).toContain('Ticket T1')
    expect(await avow('explain', charter, '--ticket', history)).toMatchObject({
      code: 2,
      stderr: `avow: ${history} has 3 tickets: T1, T2, T3. Say which one: --id T1\n`,
    })
    expect(await avow('explain', charter, '--ticket', history, '--id', 'T9')).toMatchObject({
      code: 2,
      stderr: `avow: ${history} has no ticket “T9”; it has T1, T2, T3\n`,
    })
    expect(await avow('explain', charter, '--ticket', folder.write('empty.jsonl', '\n'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('this file is empty') as string,
    })
  })

  it('says which lines of the ticket could not be used, and goes on', async () => {
    const odd = folder.write(
      'odd.jsonl',
      `${HISTORY.split('\n')[0] ?? ''}\nnot json\n{"ticket":"T1","type":"repair.done","at":"2026-01-05T16:00:00Z","mood":"good"}\n{"ticket":"T1","type":"note.added","at":"9999-01-05T16:00:00Z"}\n`,
    )
    const { code, stdout, stderr } = await avow('explain', charter, '--ticket', odd)
    expect(code).toBe(0)
    expect(stdout).toContain('as of Mon 5 Jan 2026 17:00.')
    expect(stderr.split('\n')).toEqual([
      `${odd}:2: this line is no JSON object; left out`,
      `${odd}:3: no format knows the field “mood”`,
      `${odd}:3: the charter declares no event “repair.done”; left out`,
      `${odd}:4: “9999-01-05T16:00:00Z” is not an instant from 1900 to 2199; write it as 2026-01-05T10:00:00Z; left out`,
      '',
    ])
  })

  it('E10: joins the messages of a ticket that was merged into this one', async () => {
    const merged = folder.write(
      'merged.jsonl',
      [
        '{"ticket":"A","at":"2026-01-05T08:00:00Z","type":"ticket.created","facts":{"channel":"phone"}}',
        '{"ticket":"B","at":"2026-01-05T09:00:00Z","type":"ticket.created","facts":{"channel":"phone"}}',
        '{"ticket":"B","at":"2026-01-05T09:30:00Z","type":"message.sent","by":"agent"}',
        '{"ticket":"B","at":"2026-01-05T10:00:00Z","type":"ticket.merged","into":"A"}',
      ].join('\n'),
    )
    const kept = '✓ KEPT  P1  done Mon 5 Jan 2026 10:30'
    expect((await avow('explain', charter, '--ticket', merged, '--id', 'A')).stdout).toContain(kept)
    const piped = await avowIn(
      { stdin: readFileSync(merged, 'utf8') },
      'explain',
      charter,
      '--ticket',
      '-',
      '--id',
      'A',
    )
    expect(piped.stdout).toContain(kept)
    expect((await avow('explain', charter, '--ticket', merged, '--id', 'B')).stdout).toContain(kept)
  })

  it('reads a table through a mapping', async () => {
    const mapping = folder.write(
      'map.yaml',
      'avow-map: 1\nid: m\ntime: { format: yyyy-MM-dd HH:mm, zone: Europe/Warsaw }\nticket: Id\nat: Opened\nfacts: { channel: { column: Way } }\nevents: [ { type: message.sent, at: Answered } ]\n',
    )
    const table = folder.write(
      'table.csv',
      'Id,Opened,Way,Answered\n1,2026-01-05 16:30,phone,2026-01-07 09:00\n2,2026-01-05 16:30,email,\n',
    )
    const { stdout } = await avow('explain', charter, '--ticket', table, '--map', mapping, '--id', '1')
    expect(stdout).toContain(
      '✓ KEPT  P1  done Wed 7 Jan 2026 09:00, due Thu 8 Jan 2026 16:30'.replace(
        'Thu 8 Jan 2026 16:30',
        'Wed 7 Jan 2026 16:30',
      ),
    )
  })

  it('folds a long reckoning, and shows all of it on demand', async () => {
    const long = folder.write('long.yaml', CHARTER.replace('target: 8 h of office', 'target: 200 h of office'))
    const short = await avow('explain', long, '--ticket', history, '--id', 'T3')
    expect(short.stdout).toContain('    … 31 more lines (--all shows them)\n')
    const all = await avow('explain', long, '--ticket', history, '--id', 'T3', '--all')
    expect(all.stdout).not.toContain('more lines')
    expect(all.stdout.split('\n')).toHaveLength(short.stdout.split('\n').length + 30)
    expect(all.stdout).toContain('200 h\n  Counted: 200 h of 200 h of office.')
  })

  it('says what it does not understand of the ticket, with the nearest word', async () => {
    const odd = folder.write(
      'slips.jsonl',
      [
        '{"ticket":"T1","at":"2026-01-05T08:00:00Z","type":"ticket.created","facts":{"chanel":"phone"}}',
        '{"ticket":"T1","at":"2026-01-05T08:30:00Z","type":"message.sent","tells":["P7"]}',
        '{"ticket":"T1","at":"2026-01-05T09:00:00Z","type":"status.changed","to":"solvd"}',
        '{"ticket":"T1","at":"2026-01-05T09:30:00Z","type":"mesage.sent"}',
        '{"ticket":"T2","at":"2026-01-05T09:30:00Z","type":"ticket.created","facts":{"chanel":"phone"}}',
        '{"ticket":"T12","at":"yesterday","type":"ticket.created"}',
      ].join('\n'),
    )
    const { stderr } = await avow('explain', charter, '--ticket', odd, '--id', 'T1')
    expect(stderr.split('\n')).toEqual([
      `${odd}:1: the charter declares no fact “chanel”; did you mean “channel”?`,
      `${odd}:2: the charter has no promise “P7”; did you mean “P1”?`,
      `${odd}:3: there is no state “solvd”; did you mean “solved”?`,
      `${odd}:4: the charter declares no event “mesage.sent”; did you mean “message.sent”?; left out`,
      '',
    ])
    expect(await avow('explain', charter, '--ticket', odd, '--id', 'T12')).toMatchObject({
      code: 2,
      stderr: `avow: ${odd} has no ticket “T12”; but line 6, which names it, could not be read: “yesterday” is not an instant from 1900 to 2199; write it as 2026-01-05T10:00:00Z\n`,
    })
    expect(await avow('explain', charter, '--ticket', charter)).toMatchObject({
      code: 2,
      stderr: `avow: ${charter}: this looks like a charter, not a history\n`,
    })
  })

  it('speaks in the charter’s own words', async () => {
    const worded = folder.write(
      'worded.yaml',
      CHARTER.replace(
        'channel: { one of: [email, phone] }',
        'channel: { one of: [email, phone], says: { en: Channel }, values say: { email: { en: e-mail } } }',
      )
        .replace('office: {', 'office: { says: { en: our hours },')
        .replace('target: 1 h of office', 'target: 90 min of office'),
    )
    const { stdout } = await avow('explain', worded, '--ticket', history, '--id', 'T2')
    expect(stdout).toContain('  “We answer within 1 h 30 min of our hours.”\n')
    expect(stdout).toContain('  By row 1 (Channel: e-mail, tier: gold) the target is 1 h 30 min of our hours.\n')
    const plain = folder.write(
      'plain.yaml',
      CHARTER.replace(/ {4}table:\n( {6}- .*\n){2} {6}- (.*)\n/, '    table: [$2]\n'),
    )
    expect((await avow('explain', plain, '--ticket', history, '--id', 'T3')).stdout).toContain(
      '  For every ticket the target is 8 h of office.\n',
    )
  })

  it('says lateness under an hour to the second', async () => {
    const late = folder.write('late.jsonl', HISTORY.replace('2026-01-07T09:10:00Z', '2026-01-07T08:32:53Z'))
    const { stdout } = await avow('explain', charter, '--ticket', late, '--id', 'T2')
    expect(stdout).toContain(', 2 min 53 s late\n')
  })

  it('K3: says of an update that nobody gave when the next word came', async () => {
    const updates = folder.write('updates.yaml', CHARTER.replace('clock: first-response', 'clock: update-every'))
    const silent = folder.write(
      'silent.jsonl',
      [
        '{"ticket":"T1","at":"2026-01-05T08:00:00Z","type":"ticket.created","facts":{"channel":"email","tier":"gold"}}',
        '{"ticket":"T1","at":"2026-01-05T09:00:00Z","type":"message.sent","by":"agent"}',
        '{"ticket":"T1","at":"2026-01-05T10:30:00Z","type":"message.sent","by":"agent"}',
      ].join('\n'),
    )
    const { stdout } = await avow('explain', updates, '--ticket', silent)
    expect(stdout).toContain('✕ MISSED  P1  nobody wrote by Mon 5 Jan 2026 11:00; next word Mon 5 Jan 2026 11:30\n')
    const before = await avow('explain', updates, '--ticket', silent, '--at', '2026-01-05T10:15:00Z')
    expect(before.stdout).toContain('✕ MISSED  P1  nobody wrote by Mon 5 Jan 2026 11:00\n')
  })

  it('names who may grant what, by the authority of each position, and what steps do for which promise', async () => {
    const granting = folder.write(
      'granting.yaml',
      CHARTER.replace('facts:', 'positions: [agent, lead, boss]\nfacts:').replace(
        'examples:',
        `escalation:
  - { id: E1, for: P1, steps: [{ at: 50%, tell: [lead] }, { at: 100%, give to: boss }] }
remedies:
  - { id: R1, audience: public, table: [{ allow: [refund, credit], up to: 20 EUR }] }
authority:
  - { id: A1, position: agent, may: [credit], per ticket: 8.50 EUR }
  - { id: A2, position: lead, may: [refund, credit], per ticket: 100 EUR }
examples:`,
      ),
    )
    const { stdout, stderr } = await avow('explain', granting, '--ticket', history, '--id', 'T2')
    expect(stderr).toBe('')
    expect(stdout).toContain(
      '\nMay be granted\n  R1 row 1: refund, credit, up to 20 EUR\n    agent may grant credit, up to 8.50 EUR (A1)\n    lead may grant refund, credit, up to 20 EUR (A2)\n',
    )
    expect(stdout).toMatch(
      /\nSteps that came up\n.* {2}E1 step 1 for P1 {2}tell lead\n.* {2}E1 step 2 for P1 {2}give to boss\n/,
    )
  })

  it('says how much of a very long time was used, and does not guess among spans told in one line', async () => {
    const long = folder.write('longer.yaml', CHARTER.replace('target: 8 h of office', 'target: 400 h of office'))
    const done = (at: string) =>
      folder.write('done.jsonl', `${HISTORY}{"ticket":"T3","at":"${at}","type":"message.sent","by":"agent"}\n`)
    const late = await avow('explain', long, '--ticket', done('2026-03-17T14:30:00Z'), '--id', 'T3', '--all')
    expect(late.stdout).toContain('   41 more   168 h   287 h\n')
    expect(late.stdout).toMatch(
      /← done Tue 17 Mar 2026 15:30\n {2}Used 397 h 30 min of 400 h of office when it was done\.\n/,
    )
    const early = await avow('explain', long, '--ticket', done('2026-02-10T14:30:00Z'), '--id', 'T3', '--all')
    expect(early.stdout).toContain('Counted: 400 h of 400 h of office.')
  })
})
