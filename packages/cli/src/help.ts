import type { Command } from './command.ts'
import type { Paint } from './io.ts'

const EXITS = 'Exit codes: 0 fine, 1 findings, 2 wrong usage or input that cannot be read.'

/** What `avow help` prints. */
export function helpText(commands: readonly (readonly [string, Command])[], paint: Paint): string {
  const rows = commands.map(
    ([name, command]) => [`avow ${name} ${command.operands.join(' ')}`.trim(), command.summary] as const,
  )
  return [
    'avow: a charter of service, checked, tried on history and explained',
    '',
    ...aligned(rows, paint),
    '',
    ...aligned(
      [
        ['avow backup [FILE]', 'on an installation of the desk: all of it into one file'],
        ['avow restore FILE', 'a backup into an empty installation'],
        ['avow user …', 'who signs in: list, add, password'],
        ['avow api-key …', 'keys of the API: list, create, revoke'],
        ['avow import mail ADDRESS PATH…', 'mboxes, Maildirs and .eml files into a mailbox, as history'],
        ['avow handbook CHARTER', 'beside the desk: a charter as a handbook to print, as Markdown or a page'],
        ['avow holidays …', 'beside the desk: public holidays, or an iCal file, as lines of a charter'],
        ['avow help COMMAND', 'more about one of them'],
        ['avow --version', 'the version'],
      ],
      paint,
    ),
    '',
    EXITS,
    '',
  ].join('\n')
}

/** What `avow help COMMAND` prints. */
export function commandHelp(name: string, command: Command, paint: Paint): string {
  const options = Object.entries(command.options).map(
    ([option, { value, says }]) => [`--${option}${value === undefined ? '' : ` ${value}`}`, says] as const,
  )
  return [
    paint('bold', `avow ${[name, ...command.operands].join(' ')}${options.length > 0 ? ' [OPTIONS]' : ''}`),
    '',
    command.says,
    ...(options.length > 0 ? ['', ...aligned(options, paint)] : []),
    '',
    EXITS,
    '',
  ].join('\n')
}

function aligned(rows: readonly (readonly [string, string])[], paint: Paint): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${paint('bold', left.padEnd(width))}  ${right}`)
}
