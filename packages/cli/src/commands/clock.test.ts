import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder } from '../../test/files.ts'
import { avowIn, type Outcome } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const calendars = folder.write(
  'calendars.json',
  JSON.stringify({
    office: {
      tz: 'Europe/Warsaw',
      week: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] },
      holidays: ['2026-01-06'],
    },
    once: { tz: 'UTC', week: {}, on: { '2026-01-05': [['09:00', '10:00']] } },
    never: { tz: 'UTC', week: {} },
  }),
)

function clock(file: string, ...lines: readonly unknown[]): Promise<Outcome> {
  return avowIn(
    { stdin: lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('') },
    'clock',
    file,
  )
}

function answers({ stdout }: Outcome): unknown[] {
  return stdout
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))
}

describe('avow clock', () => {
  it('T1: answers due times and opening time, in the fields of the question', async () => {
    const outcome = await clock(
      calendars,
      { calendar: 'office', start: '2026-01-05T15:00:00Z', add_s: 7200 },
      { calendar: 'office', start: '2026-01-05T15:00:00Z', end: '2026-01-12T09:00:00Z' },
      { calendar: 'office', start: '2026-01-05T15:00:00Z', add_s: 0.5, end: '2026-01-05T14:00:00Z', note: 'mine' },
    )
    expect(outcome.code).toBe(0)
    expect(outcome.stdout.split('\n').slice(0, 2)).toEqual([
      '{"calendar":"office","start":"2026-01-05T15:00:00Z","add_s":7200,"due":"2026-01-12T09:00:00Z"}',
      '{"calendar":"office","start":"2026-01-05T15:00:00Z","end":"2026-01-12T09:00:00Z","open_s":7200}',
    ])
    expect(answers(outcome)[2]).toEqual({
      calendar: 'office',
      start: '2026-01-05T15:00:00Z',
      add_s: 0.5,
      due: '2026-01-05T15:00:00.500Z',
      end: '2026-01-05T14:00:00Z',
      open_s: -3600,
      note: 'mine',
    })
  })

  it('takes calendars from a charter too', async () => {
    const charter = folder.write('charter.yaml', CHARTER)
    const question = { calendar: 'office', start: '2026-01-05T15:30:00Z', add_s: 3600 }
    expect(answers(await clock(charter, question))).toEqual([{ ...question, due: '2026-01-07T08:30:00Z' }])
  })

  it('T8: reaches as far as it is asked, and not beyond what anybody means', async () => {
    const outcome = await clock(
      calendars,
      { calendar: 'office', start: '1925-06-01T08:00:00Z', add_s: 3600 },
      { calendar: 'office', start: '2125-06-04T08:00:00Z', end: '2125-06-05T08:00:00Z' },
      { calendar: 'office', start: '2026-01-05T15:00:00Z', add_s: 40_000_000 },
      { calendar: 'office', start: '1800-01-01T00:00:00Z', add_s: 1 },
      { calendar: 'office', start: '9999-01-01T00:00:00Z', add_s: 1 },
      { calendar: 'once', start: '2026-01-05T00:00:00Z', add_s: 3601 },
    )
    expect(outcome.code).toBe(1)
    const [past, , far, tooEarly, tooLate, ends] = answers(outcome)
    expect(past).toMatchObject({ due: expect.stringMatching(/^1925-06-01/) as string })
    expect(far).toMatchObject({ due: expect.stringMatching(/^2039-/) as string })
    expect(tooEarly).toMatchObject({ error: { code: 'bad-instant' } })
    expect(tooLate).toMatchObject({ error: { code: 'bad-instant' } })
    expect(ends).toMatchObject({ error: { code: 'past-horizon' } })
  })

  it('answers a line that it cannot reckon with an error, and goes on', async () => {
    const good = { calendar: 'office', start: '2026-01-05T15:00:00Z', add_s: 60 }
    const outcome = await clock(
      calendars,
      '{',
      '[1]',
      '',
      { ...good, calendar: 'ofice' },
      { ...good, calendar: undefined },
      { ...good, start: '2026-01-05' },
      { ...good, end: 'later' },
      { ...good, add_s: -1 },
      { ...good, add_s: '60' },
      { calendar: 'office', start: '2026-01-05T15:00:00Z' },
      { ...good, calendar: 'never' },
      { ...good, calendar: '__proto__' },
      good,
    )
    expect(outcome.code).toBe(1)
    const codes = answers(outcome).map((answer) =>
      typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : 'answered',
    )
    expect(codes).toMatchObject([
      { code: 'not-json' },
      { code: 'not-json' },
      { code: 'unknown-calendar', message: 'there is no calendar “ofice”; did you mean “office”?' },
      { code: 'unknown-calendar' },
      { code: 'bad-instant' },
      { code: 'bad-instant' },
      { code: 'bad-number' },
      { code: 'bad-number' },
      { code: 'nothing-asked' },
      { code: 'never-open' },
      { code: 'unknown-calendar' },
      'answered',
    ])
  })

  it('reads lines in pieces, with CR LF, and without a line end at the end', async () => {
    const question = '{"calendar":"office","start":"2026-01-05T15:00:00Z","add_s":60,"note":"ż"}'
    const bytes = Buffer.from(`${question}\r\n${question}`)
    const pieces = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
    const { stdout, code } = await avowIn({ stdin: pieces }, 'clock', calendars)
    expect(code).toBe(0)
    expect(stdout.trimEnd().split('\n')).toEqual(
      Array(2).fill(question.replace(',"note"', ',"due":"2026-01-05T15:01:00Z","note"')),
    )
  })

  it('says what is wrong with the calendars', async () => {
    const wrong = folder.write('wrong.json', JSON.stringify({ office: { tz: 'UTC', week: { mon: [['9', '17:00']] } } }))
    expect(await clock(wrong)).toMatchObject({ code: 2, stderr: expect.stringContaining('office.week.mon') as string })
    expect(await clock('-')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('standard input holds the questions') as string,
    })
    expect(await clock(folder.write('wrong.yaml', 'avow: 1'))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('missing-field') as string,
    })
    const nowhere = folder.write('nowhere.json', JSON.stringify({ office: { tz: 'Europe/Nowhere', week: {} } }))
    expect(
      answers(await clock(nowhere, { calendar: 'office', start: '2026-01-05T15:00:00Z', add_s: 1 })),
    ).toMatchObject([{ error: { code: 'unknown-zone' } }])
  })
})
