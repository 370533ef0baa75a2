import type { clauses as en } from '../en/clauses.ts'

export const clauses: Readonly<Record<keyof typeof en, string>> = {
  'difference.kind.value': 'قيمة',
  'difference.kind.objective': 'هدف',
  'difference.kind.crisis': 'أزمة',
  'difference.kind.exclusion': 'استثناء',
  'difference.kind.channel': 'قناة',
  'difference.kind.procedure': 'إجراء',
  'difference.kind.routing': 'توجيه',
  'difference.kind.agreement': 'اتفاق',
  'difference.kind.tone': 'أسلوب',
}
