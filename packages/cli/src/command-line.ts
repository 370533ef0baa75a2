/** Reads what was typed behind a command's name. */
import { parseArgs } from 'node:util'
import type { Call, Command } from './command.ts'
import { UsageFailure } from './failure.ts'

/**
 * The call, or UsageFailure with the nearest word for one that does not exist. Words that follow a list option belong
 * to it (`--history a.jsonl b.jsonl`), save one that is still needed as an operand.
 */
export async function readCommandLine(name: string, command: Command, args: readonly string[]): Promise<Call> {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([option, { kind }]) => [
      option,
      { type: kind === 'flag' ? ('boolean' as const) : ('string' as const), multiple: kind !== 'flag' },
    ]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true })
  const values = new Map<string, string[]>()
  const operands: string[] = []
  let list: string | undefined
  let lastList: string[] | undefined
  for (const token of tokens) {
    if (token.kind === 'option-terminator') list = undefined
    else if (token.kind === 'positional') {
      if (list === undefined) operands.push(token.value)
      else values.get(list)?.push(token.value)
    } else {
      const option = Object.hasOwn(command.options, token.name) ? command.options[token.name] : undefined
      if (option === undefined) throw await unknownOption(name, command, token.rawName)
      if (option.kind === 'flag' && token.value !== undefined) throw new UsageFailure(`--${token.name} takes no value`)
      if (option.kind !== 'flag' && (token.value ?? '') === '')
        throw new UsageFailure(`--${token.name} needs ${option.value ?? 'a value'} behind it`)
      const known = values.get(token.name) ?? []
      if (option.kind !== 'list' && known.length > 0) throw new UsageFailure(`--${token.name} stands twice`)
      values.set(token.name, [...known, token.value ?? ''])
      list = option.kind === 'list' ? token.name : undefined
      if (list !== undefined) lastList = values.get(list)
    }
  }
  const missing = command.operands.length - operands.length
  if (missing === 1 && lastList !== undefined && lastList.length > 1) operands.push(lastList.pop() ?? '')
  checkOperands(command, operands)
  return {
    operands,
    has: (option) => values.has(option),
    text: (option) => values.get(option)?.[0],
    list: (option) => values.get(option) ?? [],
  }
}

function checkOperands(command: Command, operands: readonly string[]): void {
  const missing = command.operands.slice(operands.length)
  if (missing.length > 0)
    throw new UsageFailure(`${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} missing`)
  const further = operands[command.operands.length]
  if (further !== undefined) throw new UsageFailure(`there is no place for “${further}”`)
}

async function unknownOption(name: string, command: Command, typed: string): Promise<UsageFailure> {
  const known = [...Object.keys(command.options).map((option) => `--${option}`), '--help']
  return new UsageFailure(`avow ${name} has no option ${typed}${await suggestion(typed, known)}`)
}

/** `; did you mean “check”?`, or what there is. */
export async function suggestion(typed: string, known: readonly string[]): Promise<string> {
  const { nearest } = await import('@avow/core')
  const guess = nearest(typed, known, { left: 1000 })
  return guess === undefined ? `; there are: ${known.join(', ')}` : `; did you mean ${guess}?`
}
