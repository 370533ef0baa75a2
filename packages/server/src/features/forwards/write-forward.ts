import type { Attachment, Entry } from '@avow/contract'
import { cleanLine, type MailSignature, withoutTokens, writeForwarded } from '../../channels/email/index.ts'
import { speaking } from './messages/speak.ts'
import { saidAt } from './said-at.ts'

export interface ForwardToWrite {
  readonly number: number
  readonly subject: string
  /** Of who forwards it. */
  readonly text: string
  readonly signature: MailSignature | undefined
  readonly language: string
  /** Name of the zone of the dates. */
  readonly zone: string
  readonly messages: readonly Entry[]
  /** Ids of the files of theirs that go along. */
  readonly attached: ReadonlySet<string>
  /** Of the ticket’s customer, where a message does not say it. */
  readonly customer: string | null
  /** Name of the mailbox: whose answers are that no person signed. */
  readonly us: string
  /** Where our public pages are, without a slash at its end. */
  readonly publicUrl: string
}

export interface WrittenForward {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** What is forwarded as a mail: each message with who wrote it, when, about what, and which files it came with. */
export function writeForward(forward: ForwardToWrite): WrittenForward {
  const { number, signature, messages } = forward
  const { language, say } = speaking([forward.language])
  const subject = cleanLine(forward.subject).replace(/^(?:(?:re|fwd?)\s*:\s*)+/iu, '')
  const title = say('title', { count: messages.length })
  return {
    subject: subject === '' ? say('no-subject', { number: String(number) }) : say('subject', { subject }),
    ...writeForwarded({
      text: forward.text,
      signature,
      title,
      language,
      messages: messages.map((entry) => ({
        head: headOf(entry, { ...forward, language }),
        direction: entry.direction,
        text: withoutKeys(entry.text ?? '', forward.publicUrl),
      })),
    }),
  }
}

function headOf(entry: Entry, { language, zone, customer, us, attached }: ForwardToWrite): readonly string[] {
  const { say } = speaking([language])
  const files = entry.attachments.filter(({ id, is_inline }) => !is_inline || attached.has(id))
  const { subject } = entry.fields
  const who = entry.type === 'message.sent' ? (entry.person?.name ?? us) : nameOf(entry, customer)
  const fileWords = (name: string, size: number) => say('file', { name: fenced(name), size: sizeWords(size, language) })
  const list = new Intl.ListFormat(language, { type: 'unit', style: 'long' })
  const filesLine = (key: 'files' | 'files-attached', named: readonly Attachment[]) =>
    named.length === 0 ? [] : [say(key, { files: list.format(named.map(({ name, size }) => fileWords(name, size))) })]
  return [
    ...(who === '' ? [] : [say('from', { who: fenced(who) })]),
    say('date', { when: saidAt(entry.at, zone, language) }),
    ...(typeof subject === 'string' && subject !== '' ? [say('about', { subject: fenced(subject) })] : []),
    ...filesLine(
      'files-attached',
      files.filter(({ id }) => attached.has(id)),
    ),
    ...filesLine(
      'files',
      files.filter(({ id }) => !attached.has(id)),
    ),
  ]
}

/** The address only of who gave no name: somebody outside needs no more to understand what was written. */
function nameOf({ from, person }: Entry, customer: string | null): string {
  const names = [from?.name, person?.name, customer, from?.address]
  return names.find((name) => (name ?? '') !== '') ?? ''
}

/** One line that turns nothing beside it, and cannot end its own fence. */
function fenced(text: string): string {
  return `\u2068${cleanLine(text, 500)}\u2069`
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function sizeWords(bytes: number, language: string): string {
  const power = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  const unit = UNITS[power] ?? 'byte'
  const format = new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumSignificantDigits: 3,
  })
  return format.format(bytes / 1000 ** power)
}

/** Without what opens something of ours to whoever reads it: signed addresses, and the links that customers are sent. */
function withoutKeys(text: string, publicUrl: string): string {
  const plain = withoutTokens(text)
  if (publicUrl === '') return plain
  const site = publicUrl.replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  return plain.replace(new RegExp(String.raw`${site}\S*/requests/[\w-]{16,}\S*`, 'giu'), publicUrl)
}
