/** The command `avow`. */
import type { Command } from './command.ts'
import { readCommandLine, suggestion } from './command-line.ts'
import { EXIT, Failure, UsageFailure } from './failure.ts'
import { type Io, paintFor, processIo } from './io.ts'

/** Each is loaded when it is called, since a short command should not wait for a long one. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  test: async () => (await import('./commands/test.ts')).test,
  explain: async () => (await import('./commands/explain.ts')).explain,
  backtest: async () => (await import('./commands/backtest.ts')).backtest,
  diff: async () => (await import('./commands/diff.ts')).diff,
  ladder: async () => (await import('./commands/ladder.ts')).ladder,
  clock: async () => (await import('./commands/clock.ts')).clock,
  convert: async () => (await import('./commands/convert.ts')).convert,
  schema: async () => (await import('./commands/schema.ts')).schema,
}

/** What works on an installation, running or stopped, and what writes as the desk writes: the server's own command does it. */
const ON_INSTALLATIONS: readonly string[] = ['backup', 'restore', 'user', 'api-key', 'import', 'handbook', 'holidays']

/**
 * Runs `avow` with the words typed behind its name. Answers the exit code: 0 fine, 1 findings, 2 wrong usage or input
 * that cannot be read.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await run(argv, io)
  } catch (error) {
    const paint = paintFor(io.stderr, io.env)
    if (!(error instanceof Failure)) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error)
      await io.stderr.write(
        `avow: ${paint('red', 'this is a fault of avow itself')}; please report it with what you ran.\n${what}\n`,
      )
      return EXIT.unusable
    }
    await io.stderr.write(`avow: ${error.message}\n`)
    if (error instanceof UsageFailure)
      await io.stderr.write(paint('dim', `Try: avow help${isCommand(argv[0]) ? ` ${argv[0]}` : ''}\n`))
    return EXIT.unusable
  }
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...args] = argv
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(args[0], io)
  if (name === '--version' || name === '-v') {
    const { version } = await import('./version.ts')
    await io.stdout.write(`avow ${version()}\n`)
    return EXIT.fine
  }
  if (ON_INSTALLATIONS.includes(name)) {
    const { runOnInstallation } = await import('./on-installation.ts')
    return runOnInstallation(name, args)
  }
  const load = isCommand(name) ? COMMANDS[name] : undefined
  if (load === undefined) throw await unknownCommand(name)
  const ending = args.indexOf('--')
  if (args.slice(0, ending < 0 ? args.length : ending).some((arg) => arg === '--help' || arg === '-h'))
    return help(name, io)
  const command = await load()
  return command.run(await readCommandLine(name, command, args), io)
}

async function help(name: string | undefined, io: Io): Promise<number> {
  const { helpText, commandHelp } = await import('./help.ts')
  const paint = paintFor(io.stdout, io.env)
  if (name === undefined || name === 'help') {
    const commands = await Promise.all(
      Object.entries(COMMANDS).map(async ([word, load]) => [word, await load()] as const),
    )
    await io.stdout.write(helpText(commands, paint))
    return EXIT.fine
  }
  if (ON_INSTALLATIONS.includes(name)) {
    const { runOnInstallation } = await import('./on-installation.ts')
    return runOnInstallation(name, ['--help'])
  }
  const load = isCommand(name) ? COMMANDS[name] : undefined
  if (load === undefined) throw await unknownCommand(name)
  await io.stdout.write(commandHelp(name, await load(), paint))
  return EXIT.fine
}

function isCommand(name: string | undefined): name is string {
  return name !== undefined && Object.hasOwn(COMMANDS, name)
}

async function unknownCommand(name: string): Promise<UsageFailure> {
  const what = name.startsWith('-') ? 'option' : 'command'
  return new UsageFailure(
    `there is no ${what} ${name}${await suggestion(name, [...Object.keys(COMMANDS), ...ON_INSTALLATIONS, 'help', '--help', '--version'])}`,
  )
}
