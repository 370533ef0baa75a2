import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { INSIDE, INSIDE_TIMES, MIXED } from '../../../test/site/mixed-charter.ts'
import { openSite, type TestSite } from '../../../test/site/site.ts'
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
