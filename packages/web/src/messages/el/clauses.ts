import type { clauses as en } from '../en/clauses.ts'

export const clauses: Readonly<Record<keyof typeof en, string>> = {
  'difference.kind.value': 'Αξία',
  'difference.kind.objective': 'Στόχος',
  'difference.kind.crisis': 'Κρίση',
  'difference.kind.exclusion': 'Εξαίρεση',
  'difference.kind.channel': 'Κανάλι',
  'difference.kind.procedure': 'Διαδικασία',
  'difference.kind.routing': 'Δρομολόγηση',
  'difference.kind.agreement': 'Συμφωνία',
  'difference.kind.tone': 'Ύφος',
}
