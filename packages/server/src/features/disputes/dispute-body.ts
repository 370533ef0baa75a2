import type { CompiledCharter } from '@avow/core'
import { speaking } from './messages/speak.ts'

/** How a ticket's letters speak: the first of its languages that the charter has, with our words for it. */
export function letterWords({ document }: CompiledCharter, language: string | null) {
  const spoken = document.languages.find((one) => one === language?.split('-')[0])
  return speaking([spoken, document.languages[0]])
}

/** Who settles a dispute outside the company, in a language or else in the master's; undefined where nobody is named. */
export function disputeBodyIn({ document }: CompiledCharter, language: string): string | undefined {
  const by = document.law?.disputeBody?.by
  return by?.get(language) ?? by?.get(document.languages[0] ?? '')
}
