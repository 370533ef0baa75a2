import PostalMime from 'postal-mime'

/**
 * Joins the lines of `format=flowed` to paragraphs (RFC 3676 §4): a line that ends with a space goes on in the next, where
 * that is quoted as deep; `-- ` ends a text. `delSp`: the space at the break is none of the text.
 */
export function joinFlowed(text: string, delSp: boolean): string {
  const paragraphs: { readonly depth: number; readonly lines: string[]; goesOn: boolean }[] = []
  for (const line of text.split(/\r?\n/u)) {
    const depth = /^>*/u.exec(line)?.[0].length ?? 0
    const content = line.slice(depth).replace(/^ /u, '')
    const isSignature = content === '-- '
    const goesOn = content.endsWith(' ') && !isSignature
    const words = goesOn && delSp ? content.slice(0, -1) : content
    const before = paragraphs.at(-1)
    if (before?.goesOn && before.depth === depth && !isSignature) {
      before.lines.push(words)
      before.goesOn = goesOn
    } else paragraphs.push({ depth, lines: [words], goesOn })
  }
  return paragraphs.map(({ depth, lines }) => quoted(depth, lines.join(''))).join('\n')
}

function quoted(depth: number, text: string): string {
  return depth === 0 ? text : `${'>'.repeat(depth)}${text === '' ? '' : ' '}${text}`
}

/**
 * Makes postal-mime read flowed text so. As of 4.0.0 it joins a quoted line to the unquoted one below it, by which an
 * answer written between quoted lines becomes part of the quotation. It offers no option: the method of its nodes is taken.
 */
export function readFlowedByQuotation(): void {
  const nodes: object = Object.getPrototypeOf(Reflect.get(new PostalMime(), 'root'))
  if (!('decodeFlowedText' in nodes)) throw new Error('postal-mime reads flowed text in another way than it did')
  nodes.decodeFlowedText = joinFlowed
}
