import { quoted } from './report.ts'
import type { Shape } from './shape.ts'
import { text } from './words.ts'

const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/

/** The code of a language: `en`, `pl`, `pt-BR`. */
export const language: Shape<string> = {
  schema: { type: 'string', pattern: LANGUAGE.source },
  read(node, reading) {
    const code = text('the code of a language, such as en').read(node, reading)
    if (code === undefined || LANGUAGE.test(code)) return code
    reading.report.add(
      'bad-name',
      node.place,
      `${quoted(code)} is no code of a language; write it as en, pl or pt-BR`,
      {
        typed: code,
        like: 'pl',
      },
    )
    return undefined
  },
}
