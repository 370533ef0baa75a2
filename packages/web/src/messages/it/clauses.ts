import type { clauses as en } from '../en/clauses.ts'

export const clauses: Readonly<Record<keyof typeof en, string>> = {
  'difference.kind.value': 'Valore',
  'difference.kind.objective': 'Obiettivo',
  'difference.kind.crisis': 'Crisi',
  'difference.kind.exclusion': 'Esclusione',
  'difference.kind.channel': 'Canale',
  'difference.kind.procedure': 'Procedura',
  'difference.kind.routing': 'Smistamento',
  'difference.kind.agreement': 'Accordo',
  'difference.kind.tone': 'Tono',
}
