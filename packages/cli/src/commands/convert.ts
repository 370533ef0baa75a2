import { convertCharter, type SourceFormat } from '@avow/core'
import type { Command } from '../command.ts'
import { EXIT, UsageFailure } from '../failure.ts'
import { unreadable } from '../input/load-charter.ts'
import { readText } from '../input/read-text.ts'

export const convert: Command = {
  operands: ['CHARTER'],
  summary: 'write a charter as JSON, or JSON as YAML',
  says: [
    'Writes a charter in the other format to standard output, nothing lost and nothing moved. JSON has no comments, so those',
    'of YAML are left behind; YAML to YAML keeps every letter.',
  ].join('\n'),
  options: { to: { kind: 'text', value: 'json|yaml', says: 'the format to write; the other one where left out' } },
  async run(call, io) {
    const [path = ''] = call.operands
    const text = await readText(path, io)
    const from = sourceFormat(path, text)
    const to = call.text('to') ?? (from === 'yaml' ? 'json' : 'yaml')
    if (to !== 'json' && to !== 'yaml') throw new UsageFailure(`--to is json or yaml, not ${to}`)
    const converted = convertCharter(text, from, to)
    if (converted.text === undefined) throw unreadable(path, converted.findings, io)
    await io.stdout.write(converted.text)
    return EXIT.fine
  },
}

/** By the ending, else by how the text begins. */
function sourceFormat(path: string, text: string): SourceFormat {
  if (/\.json$/i.test(path)) return 'json'
  if (/\.ya?ml$/i.test(path)) return 'yaml'
  return /^\uFEFF?\s*\{/.test(text) ? 'json' : 'yaml'
}
