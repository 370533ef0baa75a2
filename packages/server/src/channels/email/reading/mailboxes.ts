import { type Address, addressParser } from 'postal-mime'
import { cleanLine } from './clean-text.ts'
import { isMailAddress } from './mail-address.ts'
import type { DoubtfulFrom, Mailbox, MailHeader } from './mail-shape.ts'

const MOST_NAME = 300

/** Every mailbox that headers of this name give, groups opened, what is no address left out. */
export function mailboxesOf(headers: readonly MailHeader[], name: string): Mailbox[] {
  return headers
    .filter((header) => header.name === name)
    .flatMap((header) => addressParser(header.value, { flatten: true }))
    .map(toMailbox)
    .filter(({ address }) => isMailAddress(address))
}

/** Who a mail says it is from, and whether it says it in a way that no other reader takes otherwise. */
export function senderOf(headers: readonly MailHeader[]): {
  from: Mailbox | null
  fromIsDoubtful: DoubtfulFrom | null
} {
  const values = headers.filter(({ name }) => isFrom(name)).map(({ value }) => value)
  const first = values.find((value) => value.trim() !== '')
  if (first === undefined) return { from: null, fromIsDoubtful: 'missing' }
  const written = addressParser(first)
  const mailboxes = addressParser(first, { flatten: true }).map(toMailbox)
  const from = mailboxes.find(({ address }) => isMailAddress(address)) ?? null
  return { from, fromIsDoubtful: values.length > 1 ? 'several-headers' : doubtAbout(first, written) }
}

/** Some readers take ` From` with an odd space before it, or `From ` with one behind, for From. */
function isFrom(name: string): boolean {
  return name.replace(/[^\x21-\x7e]/gu, '') === 'from'
}

function doubtAbout(value: string, written: readonly Address[]): DoubtfulFrom | null {
  if (written.some(({ group }) => group !== undefined)) return 'group'
  if (written.length > 1) return 'several-addresses'
  const [only] = written
  if (only === undefined) return 'missing'
  if (hasEncodedAddress(value, only)) return 'encoded-address'
  if (mixesScripts(only.address ?? '')) return 'mixed-scripts'
  return isMailAddress(only.address ?? '') && !/[\p{Cc}]/u.test(value.replace(/[\t\r\n]/gu, '')) ? null : 'malformed'
}

/** RFC 2047 §5 forbids an encoded word within an address; who decodes it sees another address than who does not. */
function hasEncodedAddress(value: string, { address, name }: Address): boolean {
  const inAddress = /=\?[^?\s]+\?[bq]\?/iu
  if (inAddress.test(address ?? '')) return true
  if (!inAddress.test(value)) return false
  return address === undefined || address === '' ? name.includes('@') : !value.includes(address)
}

/** A word of Latin letters and of those that look like them is made to be taken for another (UTS 39 §5). */
function mixesScripts(address: string): boolean {
  return address
    .split(/[@.]/u)
    .some(
      (word) =>
        /\p{Script=Latin}/u.test(word) &&
        /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u.test(word),
    )
}

function toMailbox({ address, name }: Address): Mailbox {
  return { address: (address ?? '').trim(), name: cleanLine(name, MOST_NAME) }
}
