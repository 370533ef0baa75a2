import { afterAll, beforeAll, expect, it } from 'vitest'
import { ALWAYS_OPEN } from '../../../test/charters.ts'
import { type MailHouse, openMailHouse } from '../../../test/mail.ts'
import { type Letter, post } from '../../../test/mail-story.ts'
import { publish } from '../../../test/publish.ts'
import { transaction } from '../../db/index.ts'
import { raiseUnspoken } from '../acknowledgements/index.ts'

const GERMAN =
  'Guten Tag, mein neuer Wasserkocher tropft seit gestern aus dem Deckel. Bitte schicken Sie mir einen anderen.'
const ENGLISH = 'Good morning, my new kettle has been leaking from the lid since yesterday. Please send me another one.'

let house: MailHouse
let care: string
beforeAll(async () => {
  house = await openMailHouse()
  care = await house.database.makeWorkspace('care')
  await publish(house.database.store, care, ALWAYS_OPEN.replace('languages: [en]', 'languages: [en, fr]'))
  await house.makeMailbox(care, 'support@care.example')
})
afterAll(() => house.close())

const write = async (letter: Letter) => (await post(house, care, letter))[0]?.ticket_id ?? ''
const raised = () =>
  transaction(house.database.store, { workspace: care }, async ({ db }) =>
    (
      await db
        .selectFrom('attention')
        .select(['once', 'ticket_id', 'data'])
        .where('workspace_id', '=', care)
        .where('code', '=', 'language-unspoken')
        .where('settled_at', 'is', null)
        .orderBy('once')
        .execute()
    ).map(({ once, ticket_id, data }) => ({ once: once.slice(0, -11), ticket: ticket_id, data })),
  )

it('a request in a language that the charter does not speak asks for attention, once a language and day', async () => {
  await write({ from: 'john@home.example', subject: 'My kettle', text: ENGLISH })
  expect(await raised()).toEqual([])
  const first = await write({ from: 'hans@home.example', subject: 'Mein Wasserkocher', text: GERMAN })
  await write({ from: 'heidi@home.example', subject: 'Mein Wasserkocher', text: GERMAN })
  expect(await raised()).toEqual([{ once: 'language-unspoken/de', ticket: first, data: { language: 'de' } }])
})

it('so does one that the charter speaks and acknowledgements have no words for', async () => {
  const text = 'Bonjour, ma nouvelle bouilloire fuit par le couvercle depuis hier. Merci de m’en envoyer une autre.'
  const ticket = await write({ from: 'claire@home.example', subject: 'Ma bouilloire', text })
  expect((await raised()).at(-1)).toEqual({ once: 'language-unspoken/fr', ticket, data: { language: 'fr' } })
})

it('what a machine wrote asks nobody', async () => {
  const before = await raised()
  const text = 'Buongiorno, questo messaggio è stato scritto da un programma e nessuno aspetta una risposta da voi.'
  await write({ from: 'robot@home.example', subject: 'Avviso', text, headers: { 'Auto-Submitted': 'auto-generated' } })
  expect(await raised()).toEqual(before)
})

it('the item of a new day stands for those of the days before; one that was settled does not come back on its day', async () => {
  const ticket = await write({ from: 'rosa@home.example', text: 'Hi' })
  const ask = () =>
    transaction(house.database.store, { workspace: care }, (tx) =>
      raiseUnspoken(tx, [{ ticket, language: 'pt-BR', spoken: ['en'] }]),
    )
  await ask()
  const superuser = await house.database.connect('postgres')
  await superuser.query(`update attention set once = 'language-unspoken/pt/2026-01-01' where once like '%/pt/%'`)
  await ask()
  await ask()
  const own = (await raised()).filter(({ data }) => data['language'] === 'pt')
  expect(own).toHaveLength(1)
  await superuser.query(`update attention set settled_at = now() where once like '%/pt/%' and settled_at is null`)
  await ask()
  expect((await raised()).filter(({ data }) => data['language'] === 'pt')).toEqual([])
})
