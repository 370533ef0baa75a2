/** What the server parted of a mail's text. */
export interface PartedText {
  /** What the author added. */
  readonly text: string
  /** What was folded away from it. */
  readonly quoted: string
}

/** Letters by which a place is found again: enough that no other place has them by chance. */
const ENOUGH = 40
/** With fewer it could be anywhere. */
const FEWEST = 8

interface Letter {
  readonly node: Text
  readonly offset: number
}

/**
 * Folds in a mail's HTML what is folded in its text: all behind the author's last words where the quotation begins there, and
 * each quoted block whose words are among what is folded. Nothing is taken out, and in doubt nothing is folded: of a mail that
 * says something else in HTML than in its text, all stays in sight. `summary`: what the fold is called, with its language.
 */
export function foldQuotation(
  mail: DocumentFragment,
  { text, quoted }: PartedText,
  summary: { readonly words: string; readonly language: string },
): void {
  const [own, folded] = [lettersOf(text), lettersOf(quoted)]
  if (own === '' || folded.length < FEWEST) return
  const end = lastPart(mail, own.slice(-ENOUGH), folded.slice(0, ENOUGH))
  if (end !== undefined) mail.append(fold(mail.ownerDocument, end.extractContents(), summary))
  for (const block of mail.querySelectorAll('blockquote')) {
    if (block.closest('details') !== null) continue
    const words = lettersOf(block.textContent).slice(0, ENOUGH)
    if (words.length < FEWEST || !folded.includes(words)) continue
    const place = mail.ownerDocument.createComment('')
    block.replaceWith(place)
    place.replaceWith(fold(mail.ownerDocument, block, summary))
  }
}

function fold(
  page: Document,
  inside: Node,
  { words, language }: { readonly words: string; readonly language: string },
) {
  const details = page.createElement('details')
  const title = page.createElement('summary')
  title.lang = language
  title.dir = 'auto'
  title.textContent = words
  details.append(title, inside)
  return details
}

/** All from the line in which `begin` stands right behind `before`, by letters alone; undefined where no line begins there. */
function lastPart(mail: DocumentFragment, before: string, begin: string): Range | undefined {
  const places: Letter[] = []
  let letters = ''
  const walker = mail.ownerDocument.createTreeWalker(mail, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue
    for (const { 0: letter, index } of node.data.matchAll(LETTER)) {
      letters += letter.toLowerCase().charAt(0)
      places.push({ node, offset: index })
    }
  }
  const at = letters.lastIndexOf(before + begin)
  const first = places[at + before.length]
  const last = places[at + before.length - 1]
  if (at < 0 || first === undefined || last === undefined) return undefined
  const range = mail.ownerDocument.createRange()
  if (first.node === last.node) {
    // Plain text in one piece: its own line breaks part it.
    const line = first.node.data.lastIndexOf('\n', first.offset)
    if (line <= last.offset) return undefined
    range.setStart(first.node, line)
  } else range.setStartBefore(outermostBegunBy(first.node, last.node))
  range.setEndAfter(mail.lastChild ?? first.node)
  return range
}

/** The largest element that begins with a text and holds nothing of what stands before. */
function outermostBegunBy(text: Text, before: Text): Node {
  let node: Node = text
  while (node.parentNode instanceof Element && !node.parentNode.contains(before)) node = node.parentNode
  return node
}

const LETTER = /[\p{L}\p{N}]/gu

/** Letters and figures alone, so that spaces, marks and line breaks make no difference. */
function lettersOf(text: string): string {
  return (text.match(LETTER) ?? []).map((letter) => letter.toLowerCase().charAt(0)).join('')
}
