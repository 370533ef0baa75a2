import { existsSync, globSync, readFileSync } from 'node:fs'
import { corpusFile } from '../conformance/corpus-file.ts'
import { letter } from '../running/letters.ts'
import { CARE } from './start-company.ts'

/** By which a mail is known again, whatever else stands in it: the corpora have the same Message-ID on several. */
const MARK = 'X-Week-Of-Mail'

/** So many mails as a mailbox has them: those of the corpora where they are at hand, else letters; each with a mark. */
export function weekOfMail(count: number): { readonly mark: string; readonly bytes: Buffer }[] {
  const found = corpus().slice(0, count)
  return Array.from({ length: count }, (_, index) => {
    const mark = `week-${index}`
    return { mark, bytes: Buffer.concat([Buffer.from(`${MARK}: ${mark}\r\n`), found[index] ?? made()]) }
  })
}

/** A letter with a mark, that arrives meanwhile. */
export function markedLetter(from: string, mark: string): ReturnType<typeof letter> {
  const made = letter({ from, to: CARE, subject: `It is about ${mark}` })
  return { ...made, raw: `${MARK}: ${mark}\r\n${made.raw}` }
}

/** The mark of a mail as it was kept. */
export function markOf(raw: Buffer): string | undefined {
  return new RegExp(`^${MARK}: (\\S+)\\r?$`, 'm').exec(raw.toString('latin1'))?.[1]
}

const made = (): Buffer => Buffer.from(letter({ to: CARE }).raw)

/** A few of each corpus in turn. Only mails that begin with their header: the mark goes before it. */
function corpus(): Buffer[] {
  const folder = corpusFile('data/mail')
  if (!existsSync(folder)) return []
  const names = globSync('**/*.{eml,txt}', { cwd: folder })
  const byFolder = Object.values(Object.groupBy(names.toSorted(), (name) => name.split('/')[0] ?? ''))
  const most = Math.max(0, ...byFolder.map((each = []) => each.length))
  const inTurn = Array.from({ length: most }, (_, at) => byFolder.flatMap((each = []) => each[at] ?? [])).flat()
  return inTurn
    .map((name) => readFileSync(`${folder}/${name}`))
    .filter((bytes) => /^[A-Za-z-]+:/.test(bytes.subarray(0, 100).toString('latin1')))
}
