import { cleanLine } from './clean-text.ts'

const MOST_CHARACTERS = 120

/** Names that Windows takes for a device, whatever ending follows. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

const ENDINGS: Readonly<Record<string, string>> = {
  'message/rfc822': 'eml',
  'text/calendar': 'ics',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/csv': 'csv',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
}

/**
 * A name under which a file can be kept on any system and shown in any language: no path, no control or direction
 * characters, no character that a shell or file system reads. `place` counts from 1 and names what came without a name.
 */
export function attachmentName(given: string | null, type: string, place: number): string {
  const withoutPath = cleanLine(given ?? '').replace(/^.*[/\\]/u, '')
  const name = shorten(
    withoutPath
      .replace(/[<>:"|?*]/gu, '_')
      .replace(/^[.\s]+|[.\s]+$/gu, '')
      .trim(),
  )
  if (name === '') return `${place}.${ENDINGS[type] ?? 'bin'}`
  return DEVICES.test(name) ? `_${name}` : name
}

/** Cuts the middle out, since the ending says what opens it. */
function shorten(name: string): string {
  const characters = [...name]
  if (characters.length <= MOST_CHARACTERS) return name
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? ''
  return characters.slice(0, MOST_CHARACTERS - [...ending].length).join('') + ending
}
