import type { GrowingFact } from './growing-fact.ts'
import { InstantReader } from './instant-bytes.ts'
import { JsonStrings, literalEnd, plainCount, plainCountEnd } from './json-bytes.ts'
import type { LineParts } from './line-parts.ts'
import { type LineSlots, SLOT } from './line-slots.ts'

const NODES_AT_MOST = 10_000
const QUOTE = 0x22
const OPEN = 0x7b

interface Node<T> {
  /** The first byte of `text`; the nodes of one list begin with different ones. */
  readonly first: number
  /** What stands here in every line of the layouts below, and the same four bytes at a time as far as that goes. */
  text: Uint8Array
  words: Int32Array
  /** What stands behind the text, and is the line's own. */
  slot: number
  fact: GrowingFact | undefined
  next: Node<T>[]
  /** For `SLOT.end`. */
  found: T | undefined
}

/**
 * The layouts of lines that were read before, as a tree of what they have in common. A program that writes histories
 * writes all events of a type with the same names in the same places, so nearly every line runs down the tree without
 * a look at its names. A line that does not is told nothing about: it has to be scanned.
 */
export class LineLayouts<T> {
  private readonly root: Node<T> = nodeOf<T>(new Uint8Array(), SLOT.none, undefined, [], undefined)
  private readonly parts: LineParts
  private readonly strings = new JsonStrings()
  private readonly instants = new InstantReader()
  private nodes = 1
  /** The bytes that were looked at last, and a view of them. */
  private bytes: Uint8Array = new Uint8Array()
  private view: DataView = new DataView(this.bytes.buffer)

  constructor(parts: LineParts) {
    this.parts = parts
  }

  /** What was learnt about the layout of the line that begins at `start`, whose own parts then stand in `parts`. */
  match(bytes: Uint8Array, start: number): T | undefined {
    const { parts } = this
    if (bytes !== this.bytes) {
      this.bytes = bytes
      this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    }
    parts.reset()
    this.strings.high = false
    let node = this.root
    let at = start
    for (;;) {
      const child = nextFor(node.next, bytes[at])
      if (child === undefined) return undefined
      node = child
      if (!this.standsAt(node, bytes, at)) return undefined
      at += node.text.length
      if (node.slot === SLOT.none) continue
      // Bytes above ASCII in a slot may be no UTF-8.
      if (node.slot === SLOT.end) {
        parts.end = at
        return this.strings.high ? undefined : node.found
      }
      at = this.fill(node, bytes, at)
      if (at < 0) return undefined
    }
  }

  /** Learns the layout of the line that begins at `start`, whose slots the scanner found. */
  learn(bytes: Uint8Array, start: number, slots: LineSlots, found: T): void {
    let node = this.root
    let from = start
    for (let index = 0; index < slots.count; index++) {
      const below = this.put(
        node,
        bytes,
        from,
        slots.start[index] as number,
        slots.slot[index] as number,
        slots.fact[index],
      )
      if (below === undefined) return
      node = below
      from = slots.end[index] as number
    }
    node.found = found
  }

  /** Most of a line is text that is the same in all, so it is compared four bytes at a time. */
  private standsAt({ text, words }: Node<T>, bytes: Uint8Array, at: number): boolean {
    const { view } = this
    if (at + text.length > bytes.length) return false
    for (let index = 0; index < words.length; index++)
      if (view.getInt32(at + 4 * index, true) !== words[index]) return false
    for (let index = 4 * words.length; index < text.length; index++) if (bytes[at + index] !== text[index]) return false
    return true
  }

  /** Reads a slot into the parts; answers its end, or -1. */
  private fill(node: Node<T>, bytes: Uint8Array, at: number): number {
    const { parts, strings } = this
    let end = at
    switch (node.slot) {
      case SLOT.at:
        end = this.instantEnd(bytes, at)
        parts.at = end < 0 ? Number.NaN : this.instants.read(bytes, at, end)
        return Number.isNaN(parts.at) ? -1 : end
      case SLOT.recorded:
        end = this.instantEnd(bytes, at)
        parts.recorded = end < 0 ? Number.NaN : this.instants.read(bytes, at, end)
        return Number.isNaN(parts.recorded) ? -1 : end
      case SLOT.ticket:
      case SLOT.ticketNumber:
        end = node.slot === SLOT.ticket ? strings.closingQuote(bytes, at) : plainCountEnd(bytes, at)
        parts.ticketStart = at
        parts.ticketEnd = end
        return end > at ? end : -1
      case SLOT.id:
      case SLOT.idNumber:
        end = node.slot === SLOT.id ? strings.closingQuote(bytes, at) : plainCountEnd(bytes, at)
        parts.idStart = at
        parts.idEnd = end
        return end
      case SLOT.key:
      case SLOT.keyNumber:
        end = node.slot === SLOT.key ? strings.closingQuote(bytes, at) : plainCountEnd(bytes, at)
        parts.keyStart = at
        parts.keyEnd = end
        return end
      case SLOT.who:
        end = strings.closingQuote(bytes, at)
        parts.whoStart = at
        parts.whoEnd = end
        return end
      case SLOT.facts:
        parts.factCount = 0
        return at
      case SLOT.fact:
        return node.fact === undefined ? -1 : this.fillFact(node.fact, bytes, at)
      case SLOT.seq:
        end = plainCountEnd(bytes, at)
        if (end >= 0) parts.seq = plainCount(bytes, at, end)
        return end
      case SLOT.unknownText:
        return strings.closingQuoteOfAny(bytes, at)
      case SLOT.unknownWord:
        return literalEnd(bytes, at)
      default:
        return -1
    }
  }

  private fillFact(fact: GrowingFact, bytes: Uint8Array, at: number): number {
    let end: number
    if (bytes[at] === QUOTE) {
      end = this.strings.closingQuote(bytes, at + 1)
      if (end >= 0) end++
    } else if (bytes[at] === OPEN) {
      end = this.strings.flatEnd(bytes, at)
      if (end >= 0 && !fact.canRead(bytes, at, end)) return -1
    } else end = literalEnd(bytes, at)
    if (end >= 0) this.parts.addFact(fact, at, end)
    return end
  }

  private instantEnd(bytes: Uint8Array, at: number): number {
    return bytes[at + 20] === QUOTE ? at + 20 : this.strings.closingQuote(bytes, at)
  }

  /** The node below `node` behind whose text `bytes[from, to)` the slot stands; undefined where the tree has no place for it. */
  private put(
    node: Node<T>,
    bytes: Uint8Array,
    from: number,
    to: number,
    slot: number,
    fact: GrowingFact | undefined,
  ): Node<T> | undefined {
    const child = from === to ? undefined : nextFor(node.next, bytes[from])
    if (child === undefined) {
      if (from === to || this.nodes >= NODES_AT_MOST) return undefined
      const text = bytes.slice(from, to)
      const made = nodeOf<T>(text, slot, fact, [], undefined)
      node.next.push(made)
      this.nodes++
      return made
    }
    let same = 1
    while (same < child.text.length && from + same < to && bytes[from + same] === child.text[same]) same++
    if (same < child.text.length) {
      // A slot may not stand in the middle of what other lines have as text.
      if (from + same === to) return undefined
      const rest = nodeOf(child.text.slice(same), child.slot, child.fact, child.next, child.found)
      child.text = child.text.slice(0, same)
      child.words = wordsOf(child.text)
      child.slot = SLOT.none
      child.fact = undefined
      child.found = undefined
      child.next = [rest]
      this.nodes++
    }
    if (child.slot === SLOT.none) return this.put(child, bytes, from + same, to, slot, fact)
    return from + same === to && child.slot === slot && child.fact === fact ? child : undefined
  }
}

function nextFor<T>(nodes: readonly Node<T>[], byte: number | undefined): Node<T> | undefined {
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index] as Node<T>
    if (node.first === byte) return node
  }
  return undefined
}

/** All nodes are made alike, since every line passes some ten of them. */
function nodeOf<T>(
  text: Uint8Array,
  slot: number,
  fact: GrowingFact | undefined,
  next: Node<T>[],
  found: T | undefined,
): Node<T> {
  return { first: text[0] ?? 0, text, words: wordsOf(text), slot, fact, next, found }
}

function wordsOf(text: Uint8Array): Int32Array {
  const view = new DataView(text.buffer, text.byteOffset)
  return Int32Array.from({ length: text.length >> 2 }, (_, index) => view.getInt32(4 * index, true))
}
