import type { clauses as en } from '../en/clauses.ts'

export const clauses: Readonly<Record<keyof typeof en, string>> = {
  'difference.kind.value': 'Wartość',
  'difference.kind.objective': 'Cel',
  'difference.kind.crisis': 'Kryzys',
  'difference.kind.exclusion': 'Wyłączenie',
  'difference.kind.channel': 'Kanał',
  'difference.kind.procedure': 'Procedura',
  'difference.kind.routing': 'Kierowanie',
  'difference.kind.agreement': 'Umowa',
  'difference.kind.tone': 'Ton',
}
