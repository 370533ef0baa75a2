/** `avow backup`, `restore`, `user`, `api-key`: what works on an installation, whether its server runs or not. */
import { parseArgs } from 'node:util'
import { ConfigurationError, type Environment, readConfiguration } from '../configuration.ts'
import { AlreadyOpen } from '../db/index.ts'
import { BackupError } from '../features/backups/index.ts'
import { Refusal } from '../refusal.ts'
import { apiKey } from './api-keys.ts'
import { backup, restore } from './backups.ts'
import { CommandError, type CommandInput } from './command.ts'
import { user } from './users.ts'

const COMMANDS: Readonly<Record<string, (input: CommandInput) => Promise<void>>> = {
  backup,
  restore,
  user,
  'api-key': apiKey,
}

const HELP = `avow backup [FILE] [--with-keys]       the whole installation into one file, while it runs
avow restore FILE                      a backup into an empty AVOW_DATA or database
avow user list
avow user add EMAIL --name NAME [--role ROLE]…     prints a password to sign in first
avow user password EMAIL               prints a new password; all sessions of theirs end
avow api-key list
avow api-key create NAME [--role ROLE]…            prints the key, this once
avow api-key revoke ID

They find the installation as the server does: AVOW_DATA (./data), or DATABASE_URL and DATABASE_OWNER_URL.
`

/** Runs one of them. Answers the exit code: 0 fine, 1 it could not be done, 2 wrong usage or settings. */
export async function main(
  argv: readonly string[],
  environment: Environment,
  out: { write(text: string): void },
): Promise<number> {
  const [name = 'help', ...args] = argv
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined || args.includes('--help') || args.includes('-h')) {
    out.write(HELP)
    return command === undefined ? 2 : 0
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'with-keys': { type: 'boolean' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
      },
    })
    await command({ configuration: readConfiguration(environment), values, words: positionals, out })
    return 0
  } catch (error) {
    const isUsage = error instanceof ConfigurationError || (error instanceof TypeError && 'code' in error)
    if (isUsage) {
      out.write(`avow: ${error.message}\n`)
      return 2
    }
    if (
      error instanceof CommandError ||
      error instanceof Refusal ||
      error instanceof BackupError ||
      error instanceof AlreadyOpen
    ) {
      out.write(`avow: ${error.message}\n`)
      return 1
    }
    throw error
  }
}
