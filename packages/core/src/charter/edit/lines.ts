/** Where the line of an offset begins. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Where the line of an offset ends, before its line end. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  const end = found < 0 ? text.length : found
  return text[end - 1] === '\r' && end > at ? end - 1 : end
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found < 0 ? text.length : found + 1
}

/** Whether nothing but spaces stands before an offset on its line. */
export function isFirstOnLine(text: string, at: number): boolean {
  return text.slice(lineStart(text, at), at).trim() === ''
}

export function columnOf(text: string, at: number): number {
  return at - lineStart(text, at)
}

/** Where the comment lines directly above a line begin, at the same column; the line's own start where there are none. */
export function startWithComments(text: string, at: number): number {
  const column = columnOf(text, at)
  let start = lineStart(text, at)
  while (start > 0) {
    const before = lineStart(text, start - 1)
    const line = text.slice(before, start)
    if (line.trimStart().startsWith('#') && line.length - line.trimStart().length === column) start = before
    else break
  }
  return start
}
