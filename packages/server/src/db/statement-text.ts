/** A statement, with what stands in its places: values, and words of ours that are the same every time. */
export interface Said {
  readonly strings: TemplateStringsArray
  readonly values: readonly unknown[]
}

/** A statement as it is sent. */
export interface Sent {
  readonly text: string
  readonly parameters: readonly unknown[]
}

/** Words of ours in the place of a value. A place of a statement has the same ones every time. */
export class Words {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** A column's instant as UTC ms, as JSON has it. */
export function instant(column: string): Words {
  return new Words(`floor(extract(epoch from ${column}) * 1000)::bigint`)
}

/** One statement, whose text is put together once. */
export function sentOf({ strings, values }: Said): Sent {
  let text = texts.get(strings)
  if (text === undefined) {
    text = textOf({ strings, values }, 1)
    texts.set(strings, text)
  }
  return { text, parameters: parametersOf(values) }
}

/** Several writes as one statement. They see nothing of each other, so no two of them may write one row. */
export function writesTogether(writes: readonly Said[]): Sent {
  const [first] = writes
  if (first !== undefined && writes.length === 1) return sentOf(first)
  return together(writes, 'writes', (parts) => `with ${partsOf(parts)} select`)
}

/** Several reads as one statement, which answers one row: a list of each one's rows, as JSON. */
export function readsTogether(reads: readonly Said[]): Sent {
  const list = (_: string, index: number) =>
    `(select coalesce(json_agg(r), '[]') from part_${index + 1} r) as part_${index + 1}`
  return together(reads, 'reads', (parts) => `with ${partsOf(parts)} select ${parts.map(list).join(', ')}`)
}

function partsOf(parts: readonly string[]): string {
  return parts.map((part, index) => `part_${index + 1} as (${part})`).join(', ')
}

function together(all: readonly Said[], kind: 'reads' | 'writes', join: (parts: readonly string[]) => string): Sent {
  let node = chains[kind]
  for (const { strings } of all) {
    const next = node.next.get(strings) ?? newChain()
    node.next.set(strings, next)
    node = next
  }
  node.text ??= join(textsOf(all))
  return { text: node.text, parameters: all.flatMap(({ values }) => parametersOf(values)) }
}

const texts = new WeakMap<TemplateStringsArray, string>()

interface Chain {
  readonly next: WeakMap<TemplateStringsArray, Chain>
  /** Of those up to here. */
  text: string | undefined
}

const chains = { reads: newChain(), writes: newChain() } as const

function newChain(): Chain {
  return { next: new WeakMap(), text: undefined }
}

/** Their texts, whose places are numbered through. */
function textsOf(all: readonly Said[]): readonly string[] {
  let first = 1
  return all.map((said) => {
    const text = textOf(said, first)
    first += parametersOf(said.values).length
    return text
  })
}

function textOf({ strings, values }: Said, first: number): string {
  let text = strings[0] ?? ''
  let place = first
  for (const [index, value] of values.entries()) {
    text += value instanceof Words ? value.text : `$${place++}`
    text += strings[index + 1] ?? ''
  }
  return text
}

function parametersOf(values: readonly unknown[]): readonly unknown[] {
  return values.some((value) => value instanceof Words) ? values.filter((value) => !(value instanceof Words)) : values
}
