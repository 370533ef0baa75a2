/** Embeddings, overrides and isolates: they turn the direction of what stands beside them (`exe.txt` for `txt.exe`). */
const BIDI_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/gu
const BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu

/** One line to be shown: breaks become spaces; control and direction characters are left out. At most `most` characters. */
export function cleanLine(text: string, most = 2000): string {
  return text
    .slice(0, most * 2)
    .replace(BREAKS, ' ')
    .replace(CONTROLS, '')
    .replace(BIDI_CONTROLS, '')
    .toWellFormed()
    .trim()
    .slice(0, most)
    .toWellFormed()
}

/** A text of many lines, which end with LF; control characters, which no store takes, are left out. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONTROLS_IN_TEXT, '').toWellFormed()
}

/** The same characters in the same order without those that steer direction. */
export function withoutBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, '')
}
