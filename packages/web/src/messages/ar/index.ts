import { charterAr } from '@avow/contract'
import type { TranslatedParts, Translation } from '../en/index.ts'
import { commitments } from './commitments.ts'
import { desk } from './desk.ts'
import { mail } from './mail.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { tickets } from './tickets.ts'

/** The desk's words in Arabic. Plurals carry all six categories. */
export const ar: Translation = { ...charterAr, ...desk, ...tickets, ...commitments, ...mail, ...people, ...problems }

export const parts: TranslatedParts = {
  remedies: async () => (await import('./remedies.ts')).remedies,
  procedures: async () => (await import('./procedures.ts')).procedures,
  breaches: async () => (await import('./breaches.ts')).breaches,
  handbook: async () => (await import('./handbook.ts')).handbook,
  studio: async () => (await import('./studio.ts')).studio,
  findings: async () => (await import('./findings.ts')).findings,
  objectives: async () => (await import('./objectives.ts')).objectives,
  ladders: async () => (await import('./ladders.ts')).ladders,
  law: async () => (await import('./law.ts')).law,
  direction: async () => (await import('./direction.ts')).direction,
  improvements: async () => (await import('./improvements.ts')).improvements,
  templates: async () => (await import('./templates.ts')).templates,
  health: async () => (await import('./health.ts')).health,
  settings: async () => (await import('./settings.ts')).settings,
  'mail-health': async () => (await import('./mail-health.ts')).mailHealth,
  'mail-keys': async () => (await import('./mail-keys.ts')).mailKeys,
}
