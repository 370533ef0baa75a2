import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Manifest, restoreBackup, writeBackup } from '../features/backups/index.ts'
import { blobsOf, CommandError, type CommandInput, withDatabase } from './command.ts'

/** `avow backup [FILE] [--with-keys]` */
export async function backup({ configuration, values, words, out }: CommandInput): Promise<void> {
  const [named] = words
  const { data, secretFile } = configuration
  const stamp = new Date().toISOString().slice(0, 16).replace(':', '')
  const file = resolve(named ?? join(data, 'backups', `avow-${stamp}Z.tar.gz`))
  if (existsSync(file)) throw new CommandError(`${file} is there already: name another file.`)
  const manifest = await withDatabase(configuration, ({ app }) =>
    writeBackup(
      {
        connection: app,
        blobs: blobsOf(configuration),
        ...(values['with-keys'] === true ? { secretFile } : {}),
      },
      file,
    ),
  )
  const keys = manifest.hasKeys
    ? ''
    : ` The keys are not in it: keep ${secretFile} apart, or links and mail tokens end.`
  out.write(`${file}: ${summary(manifest)}; read again and whole.${keys}\n`)
}

/** `avow restore FILE` */
export async function restore({ configuration, words, out }: CommandInput): Promise<void> {
  const [file] = words
  if (file === undefined) throw new CommandError('Name the backup: avow restore FILE')
  if (!existsSync(file)) throw new CommandError(`There is no file ${file}.`)
  const { secretFile } = configuration
  const manifest = await withDatabase(configuration, ({ owner }) => {
    if (owner === undefined)
      throw new CommandError('Set DATABASE_OWNER_URL: rows come back as the owner of the tables.')
    return restoreBackup({ owner, blobs: blobsOf(configuration), secretFile }, resolve(file))
  })
  out.write(
    `Restored as of ${manifest.at}: ${summary(manifest)}. Mail that waited then is not sent again; everybody signs in anew.\n`,
  )
}

function summary({ parts, blobs }: Manifest): string {
  const rows = (table: string): number => parts.reduce((sum, part) => (part.table === table ? sum + part.rows : sum), 0)
  return `${rows('ticket')} tickets, ${rows('event')} events, ${blobs.count} attachments and mails`
}
