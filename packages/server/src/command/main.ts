/** `avow backup`, `restore`, `user`, `api-key`, `import`: what works on an installation, whether its server runs or not; and what writes as the desk writes. */
import { parseArgs } from 'node:util'
import { ConfigurationError, type Environment, readConfiguration } from '../configuration.ts'
import { AlreadyOpen } from '../db/index.ts'
import { BackupError } from '../features/backups/index.ts'
import { Refusal } from '../refusal.ts'
import { apiKey } from './api-keys.ts'
import { backup, restore } from './backups.ts'
import { CommandError, type CommandInput, type FileCommandInput } from './command.ts'
import { handbook } from './handbook.ts'
import { holidays } from './holidays.ts'
import { imports } from './imports.ts'
import { user } from './users.ts'

const COMMANDS: Readonly<Record<string, (input: CommandInput) => Promise<void>>> = {
  backup,
  restore,
  user,
  'api-key': apiKey,
  import: imports,
}

/** Those that read files alone. */
const FILE_COMMANDS: Readonly<Record<string, (input: FileCommandInput) => Promise<void>>> = { handbook, holidays }

const HELP = `avow backup [FILE] [--with-keys]       the whole installation into one file, while it runs
avow restore FILE                      a backup into an empty AVOW_DATA or database
avow user list
avow user add EMAIL --name NAME [--role ROLE]…     prints a password to sign in first
avow user password EMAIL               prints a new password; all sessions of theirs end
avow api-key list
avow api-key create NAME [--role ROLE]…            prints the key, this once
avow api-key revoke ID
avow import mail MAILBOX-ADDRESS PATH… [--mbox mboxrd|mboxo|mboxcl|mboxcl2]
                                       mboxes, Maildirs and .eml files into a mailbox, as history
avow handbook CHARTER [--edition staff|public] [--language LANGUAGE] [--format md|html] [--out FILE]
                                       the charter of a file as a handbook
avow holidays --country PL [--region REGION] --years 2026-2028 [--language LANGUAGE]
avow holidays --ical FILE --years 2026-2028
                                       dates for the calendar of a charter

Those above handbook find the installation as the server does: AVOW_DATA (./data), or DATABASE_URL and DATABASE_OWNER_URL.
`

/** Runs one of them. Answers the exit code: 0 fine, 1 it could not be done, 2 wrong usage or settings. */
export async function main(
  argv: readonly string[],
  environment: Environment,
  out: { readonly isTTY?: boolean; write(text: string): void },
): Promise<number> {
  const [name = 'help', ...args] = argv
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const ofFiles = Object.hasOwn(FILE_COMMANDS, name) ? FILE_COMMANDS[name] : undefined
  const isKnown = command !== undefined || ofFiles !== undefined
  if (!isKnown || args.includes('--help') || args.includes('-h')) {
    out.write(HELP)
    return isKnown ? 0 : 2
  }
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        'with-keys': { type: 'boolean' },
        name: { type: 'string' },
        role: { type: 'string', multiple: true },
        edition: { type: 'string' },
        language: { type: 'string' },
        format: { type: 'string' },
        out: { type: 'string' },
        country: { type: 'string' },
        region: { type: 'string' },
        ical: { type: 'string' },
        years: { type: 'string' },
        mbox: { type: 'string' },
      },
    })
    const typed = { values, words: positionals, out }
    await ofFiles?.({ ...typed, now: Date.now() })
    await command?.({ ...typed, configuration: readConfiguration(environment) })
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
