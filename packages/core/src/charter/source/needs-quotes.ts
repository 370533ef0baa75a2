/** Longer texts are cut in messages. */
const SHOWN = 60

/**
 * The text that begins at an offset, in quotes, as it has to be written: to the end of its line, or inside brackets to
 * the comma or bracket that ends it.
 */
export function inQuotes(text: string, from: number): string {
  const written = textFrom(text, from)
  const short = written.length > SHOWN ? `${written.slice(0, SHOWN)}…` : written
  return short.includes('"') || short.includes('\\') ? `'${short.replaceAll("'", "''")}'` : `"${short}"`
}

/** Offset of the value that ends before `at` on the same line with a closing bracket or quote: where it was opened. */
export function openedAt(text: string, at: number): number | undefined {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1
  let end = at - 1
  while (end >= lineStart && (text[end] === ' ' || text[end] === '\t')) end--
  const closing = text[end] ?? ''
  if (closing === '"' || closing === "'") {
    const open = text.lastIndexOf(closing, end - 1)
    return open >= lineStart ? open : undefined
  }
  if (closing !== '}' && closing !== ']') return undefined
  let depth = 0
  for (let index = end; index >= lineStart; index--) {
    const character = text[index]
    if (character === '}' || character === ']') depth++
    else if ((character === '{' || character === '[') && --depth === 0) return index
  }
  return undefined
}

/** The rest of the line from an offset, without a comment. */
export function restOfLine(text: string, from: number): string {
  const end = text.indexOf('\n', from)
  const line = text.slice(from, end < 0 ? text.length : end)
  const comment = / #/.exec(line)
  return (comment ? line.slice(0, comment.index) : line).trimEnd()
}

function textFrom(text: string, from: number): string {
  const rest = restOfLine(text, from)
  if (!isInsideBrackets(text, from)) return rest
  let depth = 0
  for (let at = 0; at < rest.length; at++) {
    const character = rest[at] ?? ''
    if (character === '{' || character === '[') depth++
    else if (at > 0 && depth === 0 && /[,}\]]/.test(character)) return rest.slice(0, at).trimEnd()
    else if (character === '}' || character === ']') depth--
  }
  return rest
}

/** Whether a bracket opened on the same line is still open; brackets of lines before are not looked for. */
function isInsideBrackets(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  let depth = 0
  for (const character of before) {
    if (character === '{' || character === '[') depth++
    else if ((character === '}' || character === ']') && depth > 0) depth--
  }
  return depth > 0
}
