import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DraftDesk, openDraftDesk } from '../../../test/draft-desk.ts'

let d: DraftDesk
beforeAll(async () => {
  d = await openDraftDesk()
})
afterAll(() => d?.close())

const ask = (query: string) => d.call(d.author, 'GET', `/holidays?${query}`)
const read = (text: string, more: object = {}) =>
  d.call(d.author, 'POST', '/holidays/file', { text, name: 'closed.ics', from: 2027, ...more })
const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR'].join('\r\n')
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT']

describe('holidays for a draft', () => {
  it('are told for those who write drafts, and for nobody else', async () => {
    for (const who of [d.approver, await d.hire(['lead'])])
      for (const [method, path, body] of [
        ['GET', '/holidays/countries'],
        ['GET', '/holidays?country=PL&from=2027'],
        ['POST', '/holidays/file', { text: calendar(), from: 2027 }],
      ] as const)
        expect(await d.call(who, method, path, body)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })

  it('are those of a country by its regions and years, with names, source and until when', async () => {
    const { body } = await d.call(d.author, 'GET', '/holidays/countries')
    const germany = body.items.find(({ code }: { readonly code: string }) => code === 'DE')
    expect(germany).toMatchObject({ name: 'Germany' })
    expect(germany.regions).toContainEqual({ code: 'BY', name: 'Bayern' })
    expect(body.items.length).toBeGreaterThan(150)

    const bavaria = await ask('country=DE&region=BY&from=2027&to=2028&language=de')
    expect(bavaria.status).toBe(200)
    expect(bavaria.body).toMatchObject({
      source: expect.stringMatching(/^date-holidays \d\S+, country DE, region BY, read \d{4}-\d\d-\d\d$/),
      until: '2028-12-31',
      passed_over: 0,
    })
    expect(bavaria.body.items).toContainEqual({ date: '2027-01-06', name: 'Heilige Drei Könige', is_tentative: false })
    expect(bavaria.body.items).toContainEqual({ date: '2028-12-25', name: '1. Weihnachtstag', is_tentative: false })
    expect((await ask('country=EG&from=2027')).body.items).toContainEqual(
      expect.objectContaining({ is_tentative: true }),
    )
  })

  it.each([
    ['country=XX&from=2027', /no country “XX”/],
    ['country=DE&region=ZZ&from=2027', /no region of DE “ZZ”/],
    ['country=DE&from=2027&to=2026', /years are “2027-2026”/],
    ['country=DE&from=2027&to=2090', /up to 10/],
    ['country=DE&from=soon', /from/],
    ['from=2027', /country/],
  ])('asked for as %s are refused in plain words', async (query, says) => {
    expect(await ask(query)).toMatchObject({
      status: 400,
      body: { code: 'bad-request', detail: expect.stringMatching(says) },
    })
  })

  it('are the whole days of a calendar file, and it is said what was passed over', async () => {
    const text = calendar(
      ...event('SUMMARY:Stocktaking', 'DTSTART;VALUE=DATE:20270208', 'RRULE:FREQ=YEARLY'),
      ...event('SUMMARY:A meeting', 'DTSTART:20270209T090000Z'),
    )
    expect((await read(text, { to: 2028 })).body).toEqual({
      items: [
        { date: '2027-02-08', name: 'Stocktaking', is_tentative: false },
        { date: '2028-02-08', name: 'Stocktaking', is_tentative: false },
      ],
      source: expect.stringMatching(/^iCal file closed\.ics, read \d{4}-\d\d-\d\d$/),
      until: '2028-12-31',
      passed_over: 1,
    })
  })

  it('in a file that is none, or too large, are refused in plain words', async () => {
    expect(await read('hello')).toMatchObject({
      status: 422,
      body: { code: 'calendar-file-faulty', detail: expect.stringMatching(/no calendar file/) },
    })
    const second = calendar(...event('DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=SECONDLY'))
    // After a file that was refused, the next one is read.
    expect(await Promise.all([read('hello'), read(calendar()), read(second)])).toMatchObject([
      { status: 422 },
      { status: 200 },
      { status: 422 },
    ])
    expect(await read('x'.repeat(1_100_000))).toMatchObject({ status: 413, body: { code: 'body-too-large' } })
    expect(await read(calendar(), { to: 2050 })).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  })
})
