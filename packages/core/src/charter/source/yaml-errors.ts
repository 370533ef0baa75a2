import type { YAMLParseError } from 'yaml'

const QUOTE = 'put the text in quotes, as in "> 100 EUR"'

/** The YAML library's error in plain words, with what to do where its cause is known. */
export function explainYamlError(error: YAMLParseError, text: string): string {
  const [offset] = error.pos
  const here = text.slice(offset, offset + 20)
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'lines are indented with spaces; here stands a tab'
    case 'BAD_SCALAR_START':
      return `a text cannot begin with ${text[offset] ?? ''} here; ${QUOTE}`
    case 'BLOCK_IN_FLOW':
      return `inside braces, “${here.trim().slice(0, 1)}” stands for a list; write "-" in quotes, or leave the cell out`
    case 'BLOCK_AS_IMPLICIT_KEY':
      return `a second “:” in this line, or a line indented too far; where it belongs to a text, ${QUOTE}`
    case 'MULTILINE_IMPLICIT_KEY':
      return 'a name before “:” must stand on one line; a “:” or a quote may be missing, or the line is indented too far'
    case 'BAD_INDENT':
      return `${endless(error.message)}; look at the indentation of this line`
    default:
      break
  }
  if (error.message.startsWith('Not a YAML token'))
    return `a text that begins with > or | is not read as one line; ${QUOTE}`
  if (error.message.startsWith('Block scalar header')) return `a text cannot begin with > or | here; ${QUOTE}`
  if (error.message.startsWith('Missing closing')) return 'a quote opened here or before is never closed'
  return `this is not YAML (${endless(error.message)}): look for a missing quote, comma, “:” or bracket here or in the line before`
}

function endless(message: string): string {
  const short = message.length > 120 ? `${message.slice(0, 120)}…` : message
  return short.replace(/\.$/, '')
}
