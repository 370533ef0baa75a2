const LONGEST = 150
/** Controls, those that turn the direction of writing (`txt.exe` shown as `exe.txt`), and what a path or a header reads. */
const UNFIT = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069/\\:*?"<>|]/gu

/** A name to save a file by: no path, nothing that hides its ending; a long one keeps its ending. */
export function fileNameOf(name: string): string {
  const plain = name
    .replaceAll(UNFIT, '_')
    .replace(/^[.\s]+/u, '')
    .replace(/[.\s]+$/u, '')
  if (plain === '') return 'attachment'
  const letters = [...plain]
  if (letters.length <= LONGEST) return plain
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(plain)?.[0] ?? ''
  return letters.slice(0, LONGEST - [...ending].length).join('') + ending
}
