import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INSIDE, INSIDE_TIMES, MIXED } from '../../../test/site/mixed-charter.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'
import { RETAILER } from '../../../test/site/site-workspace.ts'
import { decideTicket } from '../../features/commitments/index.ts'
import { findOrAddCustomer } from '../../features/people/index.ts'
import { openRequest } from '../../features/tickets/index.ts'

const DAY = 86_400_000

/** So many days and years before now, as a date of the retailer's zone. */
function before({ days = 0, years = 0 }: { readonly days?: number; readonly years?: number }): string {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Warsaw' }).format(Date.now())
  const date = new Date(`${today}T00:00:00Z`)
  date.setUTCFullYear(date.getUTCFullYear() - years)
  return new Date(date.getTime() - days * DAY).toISOString().slice(0, 10)
}

const words = (text: string) =>
  text
    .slice(text.indexOf('id="answer"'))
    .replaceAll(/<\/?bdi[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/[\u2066-\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')

const WHOLE = 'Refund, Replacement or Apology, up to Purchase price'
const MENDED = 'Repair, Replacement or Apology'
const BACK = 'Refund, up to Purchase price'
const SORRY = 'Apology'
/** R1 of charters/retailer.yaml, read off by hand: of each reason, what is given on the days at both sides of each bound. */
const MATRIX = [
  ['damaged', [WHOLE, WHOLE, WHOLE, WHOLE, MENDED, MENDED, SORRY]],
  ['late', [WHOLE, WHOLE, WHOLE, WHOLE, SORRY, SORRY, SORRY]],
  ['wrong-item', [WHOLE, WHOLE, WHOLE, WHOLE, SORRY, SORRY, SORRY]],
  ['change-of-mind', [BACK, BACK, SORRY, SORRY, SORRY, SORRY, SORRY]],
  ['question', [SORRY, SORRY, SORRY, SORRY, SORRY, SORRY, SORRY]],
] as const
const BOUGHT = [
  { days: 0 },
  { days: 14 },
  { days: 15 },
  { days: 29 },
  { days: 30 },
  { years: 2, days: -1 },
  { years: 2 },
] as const
/** No public clause names it: the list says “something else”. */
const valueOf = (reason: string) => (reason === 'question' ? '*' : reason)
const ROW_OF = new Map([
  [WHOLE, [1, 4]],
  [MENDED, [2]],
  [BACK, [3]],
  [SORRY, [5]],
])

describe('what somebody may ask for', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openSite()
  })
  afterAll(() => site.close())
  const ask = (query: Readonly<Record<string, string>>, place = '') =>
    site.get(`${place}/charter/entitled?${new URLSearchParams(query)}`)

  it.each(MATRIX)(
    'for %s is by the age of the purchase what the charter says, and what the agent’s panel says',
    async (reason, given) => {
      for (const [index, expected] of given.entries()) {
        const bought = before(BOUGHT[index] ?? {})
        const { text, status } = await ask({ reason: valueOf(reason), bought })
        expect(status).toBe(200)
        expect([bought, words(text)]).toEqual([
          bought,
          expect.stringContaining(
            `when something went wrong. ${expected} ${expected === SORRY ? 'This is given where' : 'Because:'}`,
          ),
        ])
        const row = await site.run(async (tx) => {
          const customer = await findOrAddCustomer(tx, { email: 'zofia@customer.example', name: 'Zofia' })
          const { ticket } = await openRequest(tx, {
            channel: 'form',
            by: 'customer',
            customer,
            at: tx.now,
            facts: { reason, bought },
            message: { subject: 'A kettle', text: 'It leaks.', at: tx.now },
          })
          const decided = await decideTicket(tx, ticket)
          return decided?.decision.remedies.find(({ clause }) => clause === 'R1')?.row
        })
        expect(ROW_OF.get(expected)).toContain(row)
      }
    },
  )

  it('asks for what decides and was not told, and guesses nothing', async () => {
    const { text } = await ask({ reason: 'damaged' })
    expect(words(text)).toContain('To say it we also need to know: Date of purchase.')
    expect(words(text)).not.toContain('Refund')
    // Whoever asks nothing gets the form alone.
    expect((await ask({})).text).not.toContain('id="answer"')
    expect(words((await ask({ reason: '*' })).text)).toContain(SORRY)
  })

  it('shows what was typed again where it cannot be read, and nothing of it as markup', async () => {
    const { text, status } = await ask({ reason: 'damaged', bought: '"><script>31.2.' })
    expect(status).toBe(422)
    expect(text).toMatch(/id="field-bought"[^>]*aria-invalid="true"[^>]*value="&quot;&gt;&lt;script&gt;31\.2\."/)
    expect(text).toContain('<option value="damaged" selected>')
    expect(text).not.toContain('id="answer"')
    expect((await ask({ bought: '2026-02-30' })).status).toBe(422)
    expect((await ask({ reason: 'no-such-reason' })).status).toBe(422)
  })

  it('is in the reader’s language, and linked from the charter', async () => {
    const { text } = await ask({ reason: 'damaged', bought: before({ days: 3 }) }, '/ar')
    expect(text).toContain('dir="rtl"')
    expect(text).toContain('ما يمنحكم إياه الميثاق')
    expect((await site.get('/ar/charter')).text).toContain('href="/ar/charter/entitled"')
  })
})

describe('what is not public', () => {
  let site: TestSite
  beforeAll(async () => {
    site = await openSite({ charter: MIXED })
  })
  afterAll(() => site.close())

  it.each(['', '?size=small', '?size=large', '?size=*', '?size=kept-inside-size', '?value=low'])(
    'stands in no byte of the answer to %s',
    async (query) => {
      const { text } = await site.get(`/charter/entitled${query}`)
      expect(text).not.toMatch(INSIDE)
      expect(text).not.toMatch(INSIDE_TIMES)
    },
  )

  it('is told where a row refuses: its public exclusion, else that there is nothing', async () => {
    expect(words((await site.get('/charter/entitled?size=large')).text)).toContain('No large ones.')
    expect(words((await site.get('/charter/entitled?size=small')).text)).toContain(
      'Nothing Because: Size: a &lt;small&gt; one',
    )
  })
})

describe('what somebody types of an amount', () => {
  const MONEY = (currency: string) => `
avow: 1
charter: shop
languages: [en, ar]
zone: Europe/Warsaw
title: { en: What we promise, ar: ما نتعهد به }
facts:
  price: { is: money ${currency}, says: { en: Price, ar: السعر } }
  wait: { is: duration, says: { en: Wait, ar: الانتظار } }
calendars: { office: { open: { mon-fri: 09:00-17:00 }, says: { en: office hours, ar: ساعات العمل } } }
promises:
  - { id: P1, audience: public, clock: first-response, says: { en: "Within {target}.", ar: "خلال {target}." }, table: [{ target: 8 h of office }] }
remedies:
  - id: R1
    audience: public
    says: { en: When we fail., ar: عندما نخطئ. }
    table:
      - { price: "> 10 ${currency}", allow: [refund], up to: price }
      - { wait: "> 2 h", allow: [credit], up to: 5 ${currency} }
      - { allow: [apology] }
`
  let site: TestSite
  let yen: TestSite
  beforeAll(async () => {
    site = await openSite({ charter: MONEY('EUR') })
    yen = await openSite({ charter: MONEY('JPY') })
  })
  afterAll(async () => {
    await site?.close()
    await yen?.close()
  })
  const field = ({ text }: { text: string }) =>
    words(text.slice(text.indexOf('class="field'), text.indexOf('id="field-wait"')).replace('class', 'id="answer"'))

  it('is taken with as many decimals as the currency has', async () => {
    for (const price of ['12', '12.5', '12.50']) {
      const { text, status } = await site.get(`/charter/entitled?price=${price}`)
      expect([price, status]).toEqual([price, 200])
      expect(words(text)).toContain('Refund')
    }
    expect((await yen.get('/charter/entitled?price=12')).status).toBe(200)
  })

  it('is refused with more of them, beside its field, and never taken for not known', async () => {
    for (const price of ['12.505', '12.5050', '12.123456789']) {
      const answer = await site.get(`/charter/entitled?price=${price}`)
      expect([price, answer.status]).toEqual([price, 422])
      expect(answer.text).toMatch(
        /id="field-price"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*field-price-error"/,
      )
      expect(field(answer)).toContain('Write the amount in EUR with 2 decimals at most.')
      expect(answer.text).toContain(`value="${price}"`)
      expect(answer.text).not.toContain('id="answer"')
    }
    const answer = await yen.get('/charter/entitled?price=12.5')
    expect(answer.status).toBe(422)
    expect(field(answer)).toContain('Amounts in JPY have no decimals: write a whole number.')
    expect((await site.get('/ar/charter/entitled?price=12.505')).text).toContain('بمنزلتين عشريتين على الأكثر')
  })

  it('is refused as what cannot be read where it is no amount', async () => {
    for (const price of ['-3', 'a lot', '12,50', '1e3', '12.']) {
      const answer = await site.get(`/charter/entitled?${new URLSearchParams({ price })}`)
      expect([price, answer.status]).toEqual([price, 422])
      expect(field(answer)).toContain('This cannot be read here.')
    }
  })

  it('leaves lengths of time as they are: hours with a point', async () => {
    expect(words((await site.get('/charter/entitled?price=1&wait=2.5')).text)).toContain('Credit')
    expect((await site.get('/charter/entitled?wait=-1')).status).toBe(422)
  })
})

describe('what happens next', () => {
  it('leads to the form with what was told, by when an answer comes, and where to complain', async () => {
    const site = await openSite({ charter: `${RETAILER}\ncomplaints: { en: Ask for the head of service. }\n${WAYS}` })
    const bought = before({ days: 3 })
    const { text } = await site.get(`/charter/entitled?${new URLSearchParams({ reason: 'damaged', bought })}`)
    const next = text
      .slice(text.indexOf('id="next"'))
      .replaceAll(/<(?!a )[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    expect(next).toMatch(
      /For what you told us this suits best: (tele)?phone .*Write to us; what you told here goes along .*If you write now, a person answers you by .*A person checks what you told us\..*Ask for the head of service\./,
    )
    const path = /href="(\/requests\/new\?[^"]*)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const form = await site.get(path)
    expect(form.text).toContain('<option value="damaged" selected>')
    // What decides what is owed is for a person to read, and no fact of the ticket.
    expect(form.text).toMatch(/<textarea[^>]*>\s*[^<]*: \d+ \w+ \d{4}/)
    expect(form.text).toContain('this suits best')
    const other = await site.get('/requests/new?fact.reason=late&fact.bought=%22%3E%3Cscript%3E&fact.tier=gold')
    expect(other.text).toContain('<option value="late" selected>')
    expect(other.text).not.toMatch(/<script>|gold|this suits best/)
    // The rules stand with the channels.
    expect((await site.get('/charter')).text.replaceAll(/<[^>]*>/g, '')).toMatch(
      /phone.*Best for: [^:]+: damaged item/s,
    )
    const { clauses } = JSON.parse((await site.get('/charter.json')).text)
    expect(clauses).toContainEqual(expect.objectContaining({ id: 'C1', 'best for': [{ reason: 'damaged' }] }))
    await site.close()
  })
})

/** Who has something damaged had better ring. */
const WAYS = `channels:
  - { id: C1, audience: public, channel: phone, state: open, best for: [ { reason: damaged } ] }
  - { id: C2, audience: public, channel: form, state: open }
`
