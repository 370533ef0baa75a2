import { charterEn } from '@avow/contract'
import { commitments } from './commitments.ts'
import { desk } from './desk.ts'
import { mail } from './mail.ts'
import { people } from './people.ts'
import { problems } from './problems.ts'
import { tickets } from './tickets.ts'

/** The desk's words in English: the master catalogue, whose keys every language has. */
export const en = { ...charterEn, ...desk, ...tickets, ...commitments, ...mail, ...people, ...problems }

/** Words that come with the screens that need them. */
export const parts = {
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

export type Part = keyof typeof parts
type KeyOf<Words> = Words extends unknown ? keyof Words : never
export type MessageKey = keyof typeof en | KeyOf<Awaited<ReturnType<(typeof parts)[Part]>>>
/** What another language's `index.ts` has. */
export type Translation = Readonly<Record<keyof typeof en, string>>
export type TranslatedParts = {
  readonly [P in Part]: () => Promise<Readonly<Record<keyof Awaited<ReturnType<(typeof parts)[P]>>, string>>>
}
