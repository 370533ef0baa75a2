import type { Chance } from './chance.ts'
import type { DemoCustomer, Language, Tier } from './demo-data.ts'
import { NAMES, type Names } from './texts/names.ts'

const LANGUAGE_SHARES: readonly (readonly [Language, number])[] = [
  ['pl', 34],
  ['en', 21],
  ['it', 18],
  ['ar', 14],
  ['el', 13],
]
const TIERS: readonly (readonly [Tier | null, number])[] = [
  ['standard', 66],
  ['silver', 19],
  ['gold', 9],
  [null, 6],
]

/** So many customers, no two with one address. */
export function makeCustomers(count: number, chance: Chance): DemoCustomer[] {
  const taken = new Set<string>()
  return Array.from({ length: count }, (_, index) => {
    const language = chance.weighted(LANGUAGE_SHARES)
    const names: Names = NAMES[language]
    const isWoman = chance.happens(0.54)
    const [first, plainFirst] = chance.one(isWoman ? names.women : names.men)
    const surname = chance.one(names.surnames)
    const last = isWoman ? (surname.hers ?? surname.name) : surname.name
    return {
      id: `c-${String(index + 1).padStart(4, '0')}`,
      name: `${first} ${last}`,
      first,
      last,
      called: isWoman ? last : (surname.call ?? last),
      address: addressOf(plainFirst, surname.latin, chance.one(names.domains), taken, chance),
      language,
      tier: chance.weighted(TIERS),
      isWoman,
    }
  })
}

function addressOf(first: string, last: string, domain: string, taken: Set<string>, chance: Chance): string {
  const forms = [`${first}.${last}`, `${first[0]}.${last}`, `${last}.${first}`, `${first}${last}`, `${first}_${last}`]
  const local = chance.one(forms)
  let address = `${local}@${domain}`
  while (taken.has(address)) address = `${local}${chance.whole(2, 99)}@${domain}`
  taken.add(address)
  return address
}

const SPAMMERS = ['Rank Fast Team', 'Account Desk', 'Parcel Notice', 'Best Price Factory', 'Prize Office']

/** Senders of what nobody wants, one for each language and name. */
export function makeSpammers(languages: readonly Language[]): DemoCustomer[] {
  return SPAMMERS.flatMap((name, index) =>
    languages.map((language) => ({
      id: `x-${language}-${index + 1}`,
      name,
      first: name,
      last: '',
      called: name,
      address: `${name.toLowerCase().replaceAll(' ', '-')}@${language}-mass-mail.example`,
      language,
      tier: null,
      isWoman: false,
    })),
  )
}
