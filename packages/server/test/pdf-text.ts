/** The text that a PDF of Chromium shows, read back from its fonts: enough to look for words in it, in no promised order. */
import { inflateSync } from 'node:zlib'

const OBJECT = /(?:^|\n)(\d+) 0 obj\r?\n?([\s\S]*?)\bendobj/g

export function pdfText(pdf: Buffer): string {
  const objects = new Map([...pdf.toString('latin1').matchAll(OBJECT)].map(([, id = '', body = '']) => [id, body]))
  const fonts = new Map<string, ReadonlyMap<string, string>>()
  for (const body of objects.values())
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1]
      if (unicode !== undefined) fonts.set(name, charactersOf(streamOf(objects.get(unicode) ?? '')))
    }
  return [...objects.values()]
    .map((body) => streamOf(body))
    .filter((stream) => /\bBT\b/.test(stream))
    .map((stream) => shownIn(stream, fonts))
    .join('\n')
}

function streamOf(object: string): string {
  const [start = '', head = ''] = /^([\s\S]*?)\bstream\r?\n/.exec(object) ?? []
  // Where it ends is not looked for: its last byte may look like a line end.
  const length = /\/Length (\d+)\b(?! \d+ R)/.exec(head)?.[1]
  if (length === undefined) return ''
  const raw = Buffer.from(object.slice(start.length, start.length + Number(length)), 'latin1')
  return (head.includes('/FlateDecode') ? inflateSync(raw) : raw).toString('latin1')
}

/** Glyph (four hex digits) → text, from a ToUnicode map. */
function charactersOf(map: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  for (const [, body = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph = '', code = ''] of body.matchAll(/<(\w{4})>\s*<((?:\w{4})+)>/g))
      found.set(glyph.toUpperCase(), text(code))
  for (const [, body = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', code = ''] of body.matchAll(/<(\w{4})>\s*<(\w{4})>\s*<(\w{4})>/g))
      for (let glyph = Number.parseInt(from, 16), at = Number.parseInt(code, 16); glyph <= Number.parseInt(to, 16); )
        found.set((glyph++).toString(16).padStart(4, '0').toUpperCase(), String.fromCharCode(at++))
  return found
}

function shownIn(stream: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let font: ReadonlyMap<string, string> = new Map()
  let shown = ''
  for (const [, name, hex, lineEnd] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|\b(ET)\b/g)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map()
    if (hex !== undefined) for (const glyph of hex.match(/.{4}/g) ?? []) shown += font.get(glyph.toUpperCase()) ?? '?'
    if (lineEnd !== undefined) shown += ' '
  }
  return shown
}
