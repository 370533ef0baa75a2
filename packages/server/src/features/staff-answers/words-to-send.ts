import { faultOfFile, faultOfFiles } from '@avow/contract'
import { isHeaderBlock, newPart } from '../../channels/email/index.ts'
import { ANSWER_LINE } from '../outbox/index.ts'
import type { NewAttachment } from '../tickets/index.ts'
import { type SafeFile, safeFile } from '../uploads/index.ts'

/** Why the words of a mail cannot be sent to a customer as they stand. */
export type Unsendable = 'empty' | 'quoted' | 'files' | 'automatic' | 'moved' | 'no-address' | 'ambiguous'

export interface WordsToSend {
  readonly text: string
  readonly files: readonly SafeFile[]
}

/** As many as an answer written in the desk may have. */
const MOST_CHARACTERS = 100_000

/**
 * What of a mail is its writer's answer. With a customer's mail everything that might be theirs is kept; here it is the other
 * way round: what may be a quotation is never sent on, so in doubt nothing is. `fresh`: what is left of it without the
 * quotation and signature that are known for sure.
 */
export function wordsToSend(
  fresh: string,
  attachments: readonly NewAttachment[],
): WordsToSend | { readonly unsendable: Unsendable } {
  const files = filesToSend(attachments)
  if (files === undefined) return { unsendable: 'files' }
  const above = aboveOurLine(fresh)
  const text = (above ?? fresh).trim()
  if (text === '') return { unsendable: 'empty' }
  const isDoubtful = mayQuote(text) || (above !== undefined && mayLeadToQuotation(text))
  return isDoubtful || text.length > MOST_CHARACTERS ? { unsendable: 'quoted' } : { text, files }
}

/**
 * Without our own mail, whose first line is known, and the line above it by which a mail program says whose it is. Undefined
 * where it is not there: then its program marked what it quotes.
 */
function aboveOurLine(text: string): string | undefined {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => ANSWER_LINE.test(line))
  if (first < 0) return undefined
  if (lines.slice(0, first).every((line) => line.trim() === '')) return ''
  // Marked as a quotation, it is known as one together with what leads to it.
  const marked = [...lines.slice(first), ''].map((line) => `> ${line}`)
  return newPart([...lines.slice(0, first), ...marked].join('\n')).fresh
}

/** A program that marks no quotation may say whose it is in words that we do not know: with an address, or a colon. */
function mayLeadToQuotation(text: string): boolean {
  const last = text.slice(text.lastIndexOf('\n\n') + 1)
  return last.includes('@') || /:\s*$/u.test(last)
}

const SIGNED_ADDRESS = /\+s\d{1,15}-[0-9a-z]+-/iu

/** The line that a program puts above a mail which it passes on, in whatever language. */
const BANNER = /^\s*-{5,}.+-{5,}\s*$/mu
const LINES_OF_HEAD = 7

function mayQuote(text: string): boolean {
  if (/^\s*>/mu.test(text) || SIGNED_ADDRESS.test(text) || BANNER.test(text)) return true
  const lines = text.split('\n')
  // Alone, the head of a mail that was passed on is one like any other.
  if (lines.some((_, at) => isHeaderBlock(lines.slice(at, at + LINES_OF_HEAD), 0))) return true
  // A mail that is quotation from its first line on is kept whole for a customer's sake; below a word of ours it is seen.
  return newPart(`x\n\n${text}`).quoted.trim() !== ''
}

const SIGNATURES = ['application/pgp-signature', 'application/pkcs7-signature', 'application/x-pkcs7-signature']

/**
 * What goes along of the files of a mail; undefined where one of them cannot. A mail within the mail, such as one that is passed
 * on, is somebody else's words: it is never sent on.
 */
function filesToSend(attachments: readonly NewAttachment[]): readonly SafeFile[] | undefined {
  const given = attachments.filter(isFile)
  const files = given.map(({ blob, name, type }, index) => safeFile(blob, { name, type }, index + 1))
  const isFaulty = files.some(({ name, blob }) => faultOfFile({ name, size: blob.size }) !== undefined)
  if (isFaulty || given.some(isMail) || faultOfFiles(files.map(({ blob }) => blob)) !== undefined) return undefined
  return files
}

function isMail({ type, name }: NewAttachment): boolean {
  return type.startsWith('message/') || /\.(?:eml|msg)$/iu.test(name) || /^winmail.*\.dat$/iu.test(name)
}

/** The pictures of a signature are none, nor is what proves who wrote. */
function isFile({ type, isInline, contentId }: NewAttachment): boolean {
  if (SIGNATURES.includes(type)) return false
  return !(isInline && contentId !== undefined && type.startsWith('image/'))
}
