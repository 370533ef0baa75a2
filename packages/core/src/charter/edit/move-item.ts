import { lineEnd } from './lines.ts'
import { extentOf, type ListNode, type OpenSource } from './open-source.ts'
import type { Splice } from './splice.ts'

/**
 * Moves an item of a list: the items' texts change places, everything between them stays. A comment at the end of an item's
 * last line goes with it, where items stand on lines of their own.
 */
export function moveItem({ text, format }: OpenSource, list: ListNode, from: number, to: number): readonly Splice[] {
  const isOpen = list.flow !== true && format !== 'json'
  const slots = list.items.map((item) => {
    const [start, end] = extentOf(text, item, 0)
    return { start, end: isOpen ? lineEnd(text, end) : end }
  })
  const texts = slots.map(({ start, end }) => text.slice(start, end))
  const moved = [...texts]
  moved.splice(to, 0, ...moved.splice(from, 1))
  return slots
    .map(({ start, end }, index) => ({ at: start, remove: end - start, insert: moved[index] ?? '' }))
    .filter(({ insert }, index) => insert !== texts[index])
    .reverse()
}
