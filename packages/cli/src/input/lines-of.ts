/** Splits bytes into lines; a line end is LF or CR LF, and the last line needs none. */

export interface Line {
  /** From 1. */
  readonly number: number
  readonly text: string
}

/** The lines of a stream as they come. Bytes that are not UTF-8 become replacement characters. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8')
  let rest = ''
  let number = 0
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true })
    if (!text.includes('\n')) {
      rest += text
      continue
    }
    const pieces = (rest + text).split('\n')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) yield { number: ++number, text: withoutReturn(piece) }
  }
  rest += decoder.decode()
  if (rest !== '') yield { number: ++number, text: withoutReturn(rest) }
}

function withoutReturn(text: string): string {
  return text.endsWith('\r') ? text.slice(0, -1) : text
}
