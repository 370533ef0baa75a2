import { type OpenSource, openSource } from '@avow/core'

let last: { readonly text: string; readonly source: OpenSource | undefined } | undefined

/** The text opened for showing and editing. Reading is most of what a key costs: the last text stays open. */
export function sourceOf(text: string): OpenSource | undefined {
  if (last?.text !== text) last = { text, source: openSource(text) }
  return last.source
}
