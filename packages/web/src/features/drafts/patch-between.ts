import type { Patch } from '@avow/core'

/** The one patch that makes a text another: what both have at their beginning and end stays. */
export function patchBetween(old: string, fresh: string): readonly Patch[] {
  if (old === fresh) return []
  let from = 0
  while (from < old.length && from < fresh.length && old[from] === fresh[from]) from++
  let [to, end] = [old.length, fresh.length]
  while (to > from && end > from && old[to - 1] === fresh[end - 1]) {
    to--
    end--
  }
  // Characters of two halves stay whole.
  if (isLowHalf(old.charCodeAt(from)) || isLowHalf(fresh.charCodeAt(from))) from = Math.max(0, from - 1)
  if (isLowHalf(old.charCodeAt(to))) return [{ from, to: to + 1, insert: fresh.slice(from, end + 1) }]
  return [{ from, to, insert: fresh.slice(from, end) }]
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
