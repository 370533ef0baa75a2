import type { Chance } from './chance.ts'
import type { DemoStaff, Language, Reason } from './demo-data.ts'

function person(
  name: string,
  isWoman: boolean,
  languages: readonly Language[],
  team: string,
  position: string,
  signs?: Partial<Record<Language, string>>,
): DemoStaff {
  const plain = name.toLowerCase().replaceAll('ó', 'o')
  const [id = plain] = plain.split(' ')
  const address = `${plain.replaceAll(' ', '.')}@bramble.example`
  return {
    id,
    name,
    address,
    languages,
    team,
    positions: [position],
    isWoman,
    ...(signs === undefined ? {} : { signs }),
  }
}

export const STAFF: readonly DemoStaff[] = [
  person('Zofia Wójcik', true, ['pl', 'en'], 'care', 'agent'),
  person('Giulia Conti', true, ['it', 'en'], 'care', 'agent'),
  person('Eleni Papadaki', true, ['el', 'en'], 'care', 'agent', { el: 'Ελένη Παπαδάκη' }),
  person('Yusuf Haddad', false, ['ar', 'en'], 'care', 'agent', { ar: 'يوسف حداد' }),
  person('Hannah Clarke', true, ['en', 'it'], 'care', 'agent'),
  person('Marek Lis', false, ['pl', 'en'], 'delivery', 'agent'),
  person('Katarzyna Nowak', true, ['pl', 'en', 'it'], 'care', 'team-lead'),
  person('Leila Mansour', true, ['ar', 'en', 'el'], 'care', 'duty-manager', { ar: 'ليلى منصور', el: 'Λέιλα Μανσούρ' }),
  person('Nikos Antoniou', false, ['el', 'en'], 'management', 'head-of-service', { el: 'Νίκος Αντωνίου' }),
  person('Edward Bramble', false, ['en'], 'management', 'managing-director'),
]

export const TEAM_LEAD = named('katarzyna')
export const DUTY_MANAGER = named('leila')

/** Somebody who answers in a language, mostly one whose own it is; of what is late the team for deliveries too. */
export function agentFor(language: Language, reason: Reason, chance: Chance): DemoStaff {
  const teams = reason === 'late' ? ['care', 'delivery'] : ['care']
  const able = STAFF.filter(({ languages, team }) => teams.includes(team) && languages.includes(language))
  const own = able.filter(({ languages, positions }) => languages[0] === language && positions.includes('agent'))
  return chance.one(chance.happens(0.85) && own.length > 0 ? own : able)
}

function named(id: string): DemoStaff {
  const found = STAFF.find((member) => member.id === id)
  if (found === undefined) throw new RangeError(`nobody is called ${id}`)
  return found
}
