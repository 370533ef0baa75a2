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
export function sentTogether(writes: readonly Said[]): Sent {
  const [first] = writes
  if (first !== undefined && writes.length === 1) return sentOf(first)
  let node = chains
  for (const { strings } of writes) {
    const next = node.next.get(strings) ?? { next: new WeakMap(), text: undefined }
    node.next.set(strings, next)
    node = next
  }
  node.text ??= textTogether(writes)
  return { text: node.text, parameters: writes.flatMap(({ values }) => parametersOf(values)) }
}

const texts = new WeakMap<TemplateStringsArray, string>()

interface Chain {
  readonly next: WeakMap<TemplateStringsArray, Chain>
  /** Of the writes up to here. */
  text: string | undefined
}

const chains: Chain = { next: new WeakMap(), text: undefined }

function textTogether(writes: readonly Said[]): string {
  let first = 1
  const parts = writes.map((write, index) => {
    const text = textOf(write, first)
    first += parametersOf(write.values).length
    return `write_${index + 1} as (${text})`
  })
  return `with ${parts.join(', ')} select`
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
