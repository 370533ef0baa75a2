import { archiveFiles, MBOX_FORMATS, type MboxFormat } from '../channels/email/index.ts'
import type { Desk } from '../desk.ts'
import { EVENT_HANDLERS } from '../event-handlers.ts'
import type { ImportInto } from '../features/mail/index.ts'
import { importMail } from '../jobs/mail-import/index.ts'
import { CommandError, type CommandInput, withDesk } from './command.ts'
import { ProgressBar } from './progress-bar.ts'

const USAGE = `avow import mail MAILBOX-ADDRESS PATH… [--mbox ${MBOX_FORMATS.join('|')}]`
/** Names of files that are shown of those in which no mail was found. */
const SHOWN = 3

/** `avow import mail ADDRESS PATH…`: mail from files into a mailbox, as history. */
export async function imports({ configuration, values, words, out }: CommandInput): Promise<void> {
  const [what, address, ...paths] = words
  if (what !== 'mail' || address === undefined || paths.length === 0) throw new CommandError(USAGE)
  const format = formatOf(values.mbox)
  const bar = new ProgressBar(out)
  const total = await sizeOf(paths, bar.isShown)
  await withDesk(
    configuration,
    async (desk) => {
      const into = await findMailbox(desk, address)
      try {
        const { mails, kept, cut, others } = await importMail(desk, {
          ...into,
          paths,
          format,
          onProgress: (bytes) => bar.update(bytes, total),
        })
        bar.end()
        const found = mails > 0 && kept === 0 ? 'nothing new' : `${kept} imported, ${mails - kept} known already`
        out.write(`${into.address}: ${mails} mails read, ${found}.\n`)
        if (cut > 0)
          out.write(`${cut} were too large: their beginning is kept, and they wait for a person under Mail.\n`)
        if (others.length > 0)
          out.write(
            `No mail was found in ${others.length} files: ${others.slice(0, SHOWN).join(', ')}${others.length > SHOWN ? ' …' : ''}\n`,
          )
      } finally {
        bar.end()
      }
    },
    EVENT_HANDLERS,
  )
}

function formatOf(given: string | undefined): MboxFormat | undefined {
  const format = MBOX_FORMATS.find((one) => one === given)
  if (given !== undefined && format === undefined)
    throw new CommandError(`--mbox is “${given}”: it can be ${MBOX_FORMATS.join(', ')}.\n${USAGE}`)
  return format
}

/** Bytes of all mail there; looked through before the desk is opened, so that a wrong path is told at once. */
async function sizeOf(paths: readonly string[], isWholeWanted: boolean): Promise<number> {
  let total = 0
  for (const path of paths) {
    try {
      for await (const file of archiveFiles(path)) {
        if (file.kind !== 'other') total += file.size
        if (!isWholeWanted) break
      }
    } catch (error) {
      throw new CommandError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return total
}

async function findMailbox({ store }: Desk, typed: string): Promise<ImportInto> {
  const address = typed.toLowerCase()
  const found = await store.control
    .selectFrom('control.mailbox_address')
    .select(['workspace_id', 'mailbox_id'])
    .where('address', '=', address)
    .executeTakeFirst()
  if (found === undefined) {
    const all = await store.control.selectFrom('control.mailbox_address').select('address').orderBy('address').execute()
    throw new CommandError(
      `There is no mailbox ${typed}. There are: ${all.map((row) => row.address).join(', ') || 'none yet'}.`,
    )
  }
  return { workspace: found.workspace_id, mailbox: found.mailbox_id, address }
}
