import type { en } from './en.ts'

export type CharterMessageKey = keyof typeof en
/** The words for a charter in one language: ICU messages. */
export type CharterMessages = Readonly<Record<CharterMessageKey, string>>
