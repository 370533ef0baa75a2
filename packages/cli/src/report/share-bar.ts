import type { Group } from '@avow/core'
import { type Html, html, NOTHING } from './html.ts'

/** Kept and broken as two parts of a bar; its words stand beside it. */
export function shareBar({ kept, judged }: Group): Html {
  if (judged === 0) return NOTHING
  // A single broken one among thousands is still to be seen.
  const width = kept === judged ? 1000 : Math.min(985, Math.round((kept / judged) * 1000))
  return html`<svg class="share-bar turns" viewBox="0 0 1000 8" preserveAspectRatio="none" aria-hidden="true"><rect class="f-kept" width="${width}" height="8"/><rect class="f-broken" x="${width}" width="${1000 - width}" height="8"/></svg>`
}
